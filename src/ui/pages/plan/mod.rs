//! Owns the plan page: the label, what to say first, the best fits with one question among them, and the rest by kind.
//! Options, never orders.

mod decide;
mod first;
pub mod fit_card;
mod further;
mod head;
mod kinds;
pub mod view_seam;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use self::decide::{Decide, is_one_tap};
use self::first::SayFirst;
use self::fit_card::FitCard;
use self::head::PlanHead;
use self::kinds::Kinds;
use crate::domain::ids::{ItemId, TherapyId};
use crate::domain::plan::deciding::Deciding;
use crate::domain::plan::model::{Line, Plan, Section};
use crate::domain::questionnaire::response::View;
use crate::domain::questionnaire::signs_way::SignsStanding;
use crate::knowledge::{Domain, Item, Therapy, TherapyGroup};
use crate::state::{page, use_app, use_messages, use_option_words, use_plan_page_words};
use crate::ui::components::agreed_rows::AgreedLast;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::signs_note::SignsNote;
use crate::ui::components::swatch::{Swatch, drawing_of};
use crate::ui::pages::option::OptionContent;
use crate::ui::route::Route;

/// After so many best fits the one question stands, when safety hangs on it.
const FITS_BEFORE_THE_QUESTION: usize = 2;

/// What a person has opened on the page, and what an answer just changed. Kept while the plan is made anew.
#[derive(Clone, Copy)]
pub struct Opened {
    /// The option beside the list, on a wide screen.
    beside: RwSignal<Option<&'static Therapy>>,
    kinds: RwSignal<Vec<Domain>>,
    changed: RwSignal<Vec<&'static Therapy>>,
    /// Options that had a "no" when the page was opened: a "no" of now keeps its place until then.
    said_no: StoredValue<Vec<TherapyId>>,
}

impl Opened {
    fn new() -> Self {
        let views = untrack(|| use_app().assessment.response().views);
        let is_no = |(id, view): (TherapyId, View)| (view == View::No).then_some(id);
        Self {
            beside: RwSignal::new(None),
            kinds: RwSignal::new(Vec::new()),
            changed: RwSignal::new(Vec::new()),
            said_no: StoredValue::new(views.into_iter().filter_map(is_no).collect()),
        }
    }

    /// Opens an option beside the list where there is room for it; says whether there is.
    fn beside(self, therapy: &'static Therapy) -> bool {
        let is_wide = page::is_wide();
        if is_wide {
            self.beside.set(Some(therapy));
        }
        is_wide
    }

    fn is_open(self, therapy: &Therapy) -> bool {
        self.beside.get().is_some_and(|open| open == therapy)
    }

    fn is_changed(self, therapy: &Therapy) -> bool {
        let changed = self.changed.get_untracked();
        changed.into_iter().any(|changed| changed == therapy)
    }

    fn said_no(self, therapy: &Therapy) -> bool {
        self.said_no
            .with_value(|said_no| said_no.iter().any(|id| id.as_str() == therapy.id))
    }

    fn is_kind_open(self, domain: Domain) -> bool {
        self.kinds.with(|kinds| kinds.contains(&domain))
    }

    fn flip_kind(self, domain: Domain) {
        self.kinds.update(|kinds| match kinds.contains(&domain) {
            true => kinds.retain(|kind| *kind != domain),
            false => kinds.push(domain),
        });
    }
}

/// The id of what is read aloud.
pub const PLAN: &str = "plan-text";

#[component]
pub fn PlanPage() -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let opened = Opened::new();
    let plan = Memo::new(move |_| app.assessment.plan());
    let shown = RwSignal::new(untrack(|| plan.get()));
    // Where there is room beside the list, the first of the best fits stands in it.
    let first = untrack(|| plan.get());
    if let Some(line) = first.section(Section::Best).next() {
        opened.beside(line.therapy);
    }
    let left_out = RwSignal::new(Vec::<ItemId>::new());
    let deciding = RwSignal::new(None::<Deciding>);
    let said = RwSignal::new(String::new());
    let worked_out = RwSignal::new(false);
    // While a longer answer is being given inside the plan, nothing may move under the finger.
    Effect::new(move |_| {
        let now = plan.get();
        let waits = deciding.with_untracked(|deciding| {
            deciding
                .as_ref()
                .is_some_and(|deciding| !is_one_tap(deciding.item))
        });
        if !waits && shown.with_untracked(|shown| *shown != now) {
            shown.set(now);
        }
    });
    // It makes the plan some dozen times, so the page is drawn first.
    Effect::new(move |_| {
        shown.track();
        let left_out = left_out.get();
        set_timeout(
            move || {
                if !worked_out.is_disposed() {
                    deciding.set(app.assessment.deciding(&left_out));
                    worked_out.set(true);
                }
            },
            Duration::ZERO,
        );
    });
    let open = Signal::derive(move || match untrack(|| app.assessment.signs_standing()) {
        SignsStanding::Asked { .. } => match deciding.read().as_ref() {
            Some(deciding) => (w.open_one)(deciding.options.len()),
            None if worked_out.get() => w.open_none.to_owned(),
            None => String::new(),
        },
        _ => w.open_signs.to_owned(),
    });
    let on_answered = Callback::new(move |_: &'static Item| {
        let changed = shown.with_untracked(|before| app.assessment.moved_since(before));
        said.set((w.changed)(changed.len()));
        let now = untrack(|| app.assessment.plan());
        // The focus goes to the first changed option whose name is on the page.
        let first = changed
            .iter()
            .filter_map(|therapy| now.line(therapy))
            .find(|line| matches!(line.section, Section::First | Section::Best))
            .map(|line| format!("option-{}", line.therapy.id));
        opened.changed.set(changed);
        deciding.set(None);
        shown.set(now);
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            page::focus(first.as_deref().unwrap_or("plan-h"));
        });
    });
    let on_left_out = Callback::new(move |item: &'static Item| {
        left_out.update(|items| items.push(ItemId::from(item.id)));
        page::focus("plan-h");
    });
    view! {
        <PlacePage place=Place::Plan class="page page-plan">
            <p class="sr" role="status">{said}</p>
            {move || view! { <Body plan=shown.get() opened open deciding on_answered on_left_out /> }}
        </PlacePage>
    }
}

#[component]
fn Body(
    plan: Arc<Plan>,
    opened: Opened,
    open: Signal<String>,
    deciding: RwSignal<Option<Deciding>>,
    on_answered: Callback<&'static Item>,
    on_left_out: Callback<&'static Item>,
) -> impl IntoView {
    let t = use_messages();
    let w = use_plan_page_words();
    let best: Vec<Line> = plan
        .section(Section::Best)
        .filter(|line| !opened.said_no(line.therapy))
        .cloned()
        .collect();
    let scopes = plan.scope.clone();
    let is_empty = plan.lines.is_empty();
    let has_best = !best.is_empty();
    let can_compare = best.len() > 1;
    let compare = Route::Compare {
        one: None,
        other: None,
    }
    .href();
    let (before, after) = best.split_at(best.len().min(FITS_BEFORE_THE_QUESTION));
    // A question on which safety hangs comes early; every other one leaves the best fits together.
    let question = move |is_early: bool| {
        move || {
            let now = deciding
                .get()
                .filter(|found| (found.n_safety > 0) == is_early);
            now.map(|deciding| view! { <Decide deciding on_answered on_left_out /> })
        }
    };
    let cards = |lines: &[Line]| {
        let cards = lines.iter().cloned();
        let cards = cards.map(|line| view! { <FitCard line opened /> });
        cards.collect_view()
    };
    let (before, after) = (cards(before), cards(after));
    view! {
        <div class="plan" id=PLAN>
            <PlanHead plan=plan.clone() open />
            <div class="plan-col">
                <SignsNote before_a_plan=true />
                <SayFirst plan=plan.clone() opened />
                <AgreedLast />
                {scopes.into_iter().map(|scope| view! { <Note kind=NoteKind::Warn heading=t.plan_scope><p>{scope.say}</p></Note> }).collect_view()}
                <section>
                    {has_best.then(|| view! {
                        <div class="sec-head">
                            <h2>{w.fits_title}</h2>
                            {can_compare.then(|| view! { <a class="btn btn-quiet" href=compare>{use_option_words().compare}</a> })}
                        </div>
                    })}
                    {is_empty.then(|| view! { <p>{t.plan_empty}</p> })}
                    <ul class="fits">{before}</ul>
                    {question(true)}
                    <ul class="fits">{after}</ul>
                    {question(false)}
                </section>
                <Kinds plan=plan.clone() opened />
                <p class="small soft">{w.you_decide}" "<a href=Route::HowMade.href()>{t.plan_how_made}</a></p>
                <a class="btn btn-primary btn-big" href=Route::Pages.href()><Icon name="print" />{w.see_pages}</a>
                <p class="small soft">{t.not_a_device}</p>
            </div>
            <div class="plan-detail">{move || opened.beside.get().map(|therapy| view! { <Detail therapy /> })}</div>
        </div>
    }
}

/// The open option beside the list, on a wide screen.
#[component]
fn Detail(therapy: &'static Therapy) -> impl IntoView {
    view! {
        <header class="fit-top" data-domain=therapy.domain.word()>
            <Swatch drawing=drawing_of(therapy) />
            <div>
                <p class="kind-name">{therapy.domain.name()}</p>
                <h2 id="detail-h" tabindex="-1">{therapy.name}</h2>
            </div>
        </header>
        <OptionContent therapy />
    }
}

/// The icon of a group of treatments.
pub fn group_icon(group: TherapyGroup) -> &'static str {
    match group {
        TherapyGroup::Medicine => "medicine",
        TherapyGroup::Physical => "movement",
        TherapyGroup::Psych => "mind",
        TherapyGroup::Procedure => "procedure",
        TherapyGroup::Programme => "stethoscope",
        TherapyGroup::Selfcare | TherapyGroup::Social => "everyday",
        TherapyGroup::Test => "test",
    }
}

/// The three views a person can have of an option, with their words.
pub const VIEWS: [View; 3] = [View::Willing, View::Unsure, View::No];
