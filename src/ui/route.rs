//! Owns the places of the app and how they are written after the `#` of the address.
//! May use: domain ids and dates. Must not: views. (The listener is in `navigation.rs`.)

use crate::domain::date::{NaiveDate, day_from};
use crate::domain::diary::week_card::{MONTH, WEEK};
use crate::domain::ids::{AgreementId, EntryId, ItemId, TherapyId};
use crate::domain::questionnaire::flow::Next;
use crate::knowledge::Item;

/// The looks back on the diary that have a page of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookBack {
    /// By weekday and time of day.
    Times,
    /// Where it hurt.
    Places,
    /// Headache, migraine and medicine days.
    Counts,
    /// Before and after a change of treatment.
    Changes,
}

impl LookBack {
    const EACH: [LookBack; 4] = [
        LookBack::Times,
        LookBack::Places,
        LookBack::Counts,
        LookBack::Changes,
    ];

    fn name(self) -> &'static str {
        match self {
            LookBack::Times => "times",
            LookBack::Places => "places",
            LookBack::Counts => "counts",
            LookBack::Changes => "changes",
        }
    }
}

/// The last days of the diary as a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastDays {
    Week,
    FourWeeks,
}

impl LastDays {
    /// How many days they are.
    pub fn count(self) -> u64 {
        match self {
            LastDays::Week => WEEK,
            LastDays::FourWeeks => MONTH,
        }
    }
}

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// What now?
    #[default]
    Today,
    /// A question of the assessment; without an item: where the person stopped.
    Ask {
        item: Option<ItemId>,
        step: usize,
    },
    /// What to do about an urgent warning sign.
    Urgent,
    /// What the person told so far.
    MyPain,
    /// What our own checks say.
    Results,
    Plan,
    Option(TherapyId),
    /// Two options side by side.
    Compare {
        one: Option<TherapyId>,
        other: Option<TherapyId>,
    },
    Questions,
    /// What goes together and what clashes.
    Together,
    /// Every option of the catalogue.
    Options,
    /// How the plan is made.
    HowMade,
    /// What was agreed at visits.
    Agreed,
    Agreement(AgreementId),
    /// The plan for a flare.
    Flare,
    /// The two pages for the visit.
    Pages,
    Diary,
    Trends,
    LookBack(LookBack),
    /// What the last days say; or those that end with a day.
    LastDays(LastDays, Option<NaiveDate>),
    /// Days with pain medicine.
    Medicines,
    /// What goes with the pain.
    Findings,
    /// What the diary asks and follows.
    Follow,
    /// The entries of one day.
    Day(NaiveDate),
    /// A new entry about today, or about an earlier day.
    Log(Option<NaiveDate>),
    /// A new entry that looks back on today.
    Evening,
    Attack,
    /// What is said of an attack that is over.
    AttackEnd(EntryId),
    Entry(EntryId),
    More,
    /// Save, share, open files.
    Share,
    /// Whether saved data is safe.
    Keep,
    /// The lock with a passphrase.
    Lock,
    About,
    /// A blank page, to hide what is on the screen.
    Blank,
}

impl Route {
    /// Reads what stands after the `#`. What is not known leads to Today.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        let second = parts.next().filter(|part| !part.is_empty());
        match (first, second) {
            ("ask", item) => {
                let step = parts.next().and_then(|step| step.parse().ok()).unwrap_or(0);
                Route::Ask {
                    item: item.map(ItemId::from),
                    step,
                }
            }
            ("urgent", _) => Route::Urgent,
            ("pain", Some("results")) => Route::Results,
            ("pain", _) => Route::MyPain,
            ("plan", None) => Route::Plan,
            ("plan", Some(therapy)) => Route::Option(TherapyId::from(therapy)),
            ("compare", one) => Route::Compare {
                one: one.map(TherapyId::from),
                other: parts
                    .next()
                    .filter(|id| !id.is_empty())
                    .map(TherapyId::from),
            },
            ("questions", _) => Route::Questions,
            ("together", _) => Route::Together,
            ("options", _) => Route::Options,
            ("how", _) => Route::HowMade,
            ("agreed", None) => Route::Agreed,
            ("agreed", Some(agreement)) => Route::Agreement(AgreementId::from(agreement)),
            ("flare", _) => Route::Flare,
            ("pages", _) => Route::Pages,
            ("diary", None) => Route::Diary,
            ("diary", Some("trends")) => {
                let name = parts.next().unwrap_or_default();
                let look = LookBack::EACH.into_iter().find(|look| look.name() == name);
                look.map_or(Route::Trends, Route::LookBack)
            }
            ("diary", Some("week")) => {
                Route::LastDays(LastDays::Week, parts.next().and_then(day_from))
            }
            ("diary", Some("weeks")) => {
                Route::LastDays(LastDays::FourWeeks, parts.next().and_then(day_from))
            }
            ("diary", Some("medicines")) => Route::Medicines,
            ("diary", Some("findings")) => Route::Findings,
            ("diary", Some("follow")) => Route::Follow,
            ("diary", Some("day")) => match parts.next().and_then(day_from) {
                Some(day) => Route::Day(day),
                None => Route::Diary,
            },
            ("diary", Some("log")) => Route::Log(parts.next().and_then(day_from)),
            ("diary", Some("evening")) => Route::Evening,
            ("diary", Some("attack")) => match parts.next().filter(|id| !id.is_empty()) {
                Some(entry) => Route::AttackEnd(EntryId::from(entry)),
                None => Route::Attack,
            },
            ("diary", Some(entry)) => Route::Entry(EntryId::from(entry)),
            ("more", Some("about")) => Route::About,
            ("more", Some("share")) => Route::Share,
            ("more", Some("data")) => Route::Keep,
            ("more", Some("lock")) => Route::Lock,
            ("more", _) => Route::More,
            ("blank", _) => Route::Blank,
            _ => Route::Today,
        }
    }

    /// The address of this place, from the `#` on.
    pub fn href(&self) -> String {
        match self {
            Route::Today => "#/".to_owned(),
            Route::Ask { item: None, .. } => "#/ask".to_owned(),
            Route::Ask {
                item: Some(item),
                step: 0,
            } => format!("#/ask/{}", item.as_str()),
            Route::Ask {
                item: Some(item),
                step,
            } => format!("#/ask/{}/{step}", item.as_str()),
            Route::Urgent => "#/urgent".to_owned(),
            Route::MyPain => "#/pain".to_owned(),
            Route::Results => "#/pain/results".to_owned(),
            Route::Plan => "#/plan".to_owned(),
            Route::Option(therapy) => format!("#/plan/{}", therapy.as_str()),
            Route::Compare { one, other } => {
                let ids = [one, other].into_iter().flatten();
                let ids = ids.map(|id| format!("/{}", id.as_str()));
                format!("#/compare{}", ids.collect::<String>())
            }
            Route::Questions => "#/questions".to_owned(),
            Route::Together => "#/together".to_owned(),
            Route::Options => "#/options".to_owned(),
            Route::HowMade => "#/how".to_owned(),
            Route::Agreed => "#/agreed".to_owned(),
            Route::Agreement(agreement) => format!("#/agreed/{}", agreement.as_str()),
            Route::Flare => "#/flare".to_owned(),
            Route::Pages => "#/pages".to_owned(),
            Route::Diary => "#/diary".to_owned(),
            Route::Trends => "#/diary/trends".to_owned(),
            Route::LookBack(look) => format!("#/diary/trends/{}", look.name()),
            Route::LastDays(span, until) => {
                let name = match span {
                    LastDays::Week => "week",
                    LastDays::FourWeeks => "weeks",
                };
                match until {
                    Some(until) => format!("#/diary/{name}/{until}"),
                    None => format!("#/diary/{name}"),
                }
            }
            Route::Medicines => "#/diary/medicines".to_owned(),
            Route::Findings => "#/diary/findings".to_owned(),
            Route::Follow => "#/diary/follow".to_owned(),
            Route::Day(day) => format!("#/diary/day/{day}"),
            Route::Log(None) => "#/diary/log".to_owned(),
            Route::Log(Some(day)) => format!("#/diary/log/{day}"),
            Route::Evening => "#/diary/evening".to_owned(),
            Route::Attack => "#/diary/attack".to_owned(),
            Route::AttackEnd(entry) => format!("#/diary/attack/{}", entry.as_str()),
            Route::Entry(entry) => format!("#/diary/{}", entry.as_str()),
            Route::More => "#/more".to_owned(),
            Route::Share => "#/more/share".to_owned(),
            Route::Keep => "#/more/data".to_owned(),
            Route::Lock => "#/more/lock".to_owned(),
            Route::About => "#/more/about".to_owned(),
            Route::Blank => "#/blank".to_owned(),
        }
    }

    /// The question at which an item begins.
    pub fn ask(item: &str) -> Self {
        Route::Ask {
            item: Some(ItemId::from(item)),
            step: 0,
        }
    }

    /// A screen of the item under which the warning signs stand.
    pub fn signs(item: &Item, screen: usize) -> Self {
        Route::Ask {
            item: Some(ItemId::from(item.id)),
            step: screen,
        }
    }
}

impl From<Next> for Route {
    fn from(next: Next) -> Self {
        match next {
            Next::Item(item) => Route::ask(item.id),
            Next::Signs { item, screen } => Route::signs(item, screen),
            Next::Review => Route::MyPain,
        }
    }
}
