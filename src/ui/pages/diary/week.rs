//! Owns the last days of the diary as cards: a week or four weeks on a page of their own, and what Today shows of them.

use leptos::prelude::*;

use crate::domain::date::{Datelike, NaiveDate, Weekday};
use crate::domain::diary::series::Day;
use crate::domain::diary::week_card::{NotYet, Says, Sentence, WEEK, WeekCard};
use crate::state::{use_app, use_messages, use_week_words};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::pages::print_button::PrintButton;
use crate::ui::route::{LastDays, Route};

/// The days of a card: those that end now, or with a day.
#[component]
pub fn WeekPage(span: LastDays, until: Option<NaiveDate>) -> impl IntoView {
    let app = use_app();
    view! {
        <PlacePage place=Place::Diary>
            {move || match app.diary.card(span.count(), until) {
                Ok(card) => card_view(span, card),
                Err(why) => early(span, why),
            }}
        </PlacePage>
    }
}

fn early(span: LastDays, why: NotYet) -> AnyView {
    let t = use_messages();
    let words = use_week_words();
    let of = span.count() as usize;
    view! {
        <BackHead to=Route::Diary back=t.nav_diary title=(words.title)(of) />
        <section class="card stack-s">
            <p>{(words.not_yet)(why, of)}</p>
            <div class="row"><a class="btn btn-primary" href=Route::Log(None).href()><Icon name="plus" />{t.log_today}</a></div>
        </section>
    }
    .into_any()
}

fn card_view(span: LastDays, card: WeekCard) -> AnyView {
    let app = use_app();
    let t = use_messages();
    let words = use_week_words();
    let of = span.count() as usize;
    let (Some(first), Some(last)) = (card.days.first(), card.days.last()) else {
        return ().into_any();
    };
    let (before, after) = app.diary.cards_beside(first.date, last.date, span.count());
    let turn = |until: Option<NaiveDate>, name: &'static str| {
        until.map(|until| {
            let to = Route::LastDays(span, Some(until));
            view! { <a class="btn" href=to.href()>{name}</a> }
        })
    };
    let other = match span {
        LastDays::Week => (LastDays::FourWeeks, words.open_month),
        LastDays::FourWeeks => (LastDays::Week, words.open_week),
    };
    let text = (words.from_to)(first.date, last.date);
    let part = |part| tally(&card.sentences, part, of);
    view! {
        <BackHead to=Route::Diary back=t.nav_diary title=(words.title)(of) text />
        {short(words.short, &card.sentences, of)}
        <section class="card">
            <h2>{words.day_by_day}</h2>
            {minis(&card.days)}
        </section>
        {part(Part::Counts).map(|rows| view! {
            <section class="card">
                <h2>{words.wrote_down}</h2>
                {rows}
                <p class="soft small">{words.counts_only}</p>
            </section>
        })}
        {part(Part::Notes).map(|rows| view! {
            <section class="card">
                <h2>{words.your_words}</h2>
                {rows}
            </section>
        })}
        <div class="row no-print">
            <PrintButton label=words.print parts=&["#main"] />
            {turn(before, (words.before)(of))}
            {turn(after, (words.after)(of))}
            <a class="btn" href=Route::LastDays(other.0, None).href()>{other.1}</a>
            <a class="btn" href=Route::Findings.href()>{t.diary.findings}</a>
        </div>
    }
    .into_any()
}

/// Where a sentence stands on the page.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// On the label: how many days, and how the pain was.
    Short,
    Counts,
    Notes,
}

fn part_of(sentence: &Sentence) -> Part {
    match sentence.says {
        Says::Noted { .. }
        | Says::NoNumber
        | Says::Few { .. }
        | Says::AllFree
        | Says::Usual { .. }
        | Says::Worst { .. }
        | Says::Best { .. } => Part::Short,
        Says::Note(_) => Part::Notes,
        _ => Part::Counts,
    }
}

/// The label with the first sentences.
fn short(heading: &'static str, sentences: &[Sentence], of: usize) -> AnyView {
    let words = use_week_words();
    let mut lines: Vec<AnyView> = Vec::new();
    for said in sentences {
        if part_of(said) == Part::Short {
            lines.push(view! { <p>{(words.sentence)(said, of)}</p> }.into_any());
        }
    }
    view! {
        <section class="woven">
            <h2>{heading}</h2>
            {lines}
        </section>
    }
    .into_any()
}

/// The sentences of a part, with a stitch for each day of a count; nothing without one.
fn tally(sentences: &[Sentence], part: Part, of: usize) -> Option<AnyView> {
    let words = use_week_words();
    let mut rows: Vec<AnyView> = Vec::new();
    for said in sentences {
        if part_of(said) == part {
            let stitches = said.n_of().map(|(n, of)| stitches(n, of));
            rows.push(view! { <li>{(words.sentence)(said, of)}{stitches}</li> }.into_any());
        }
    }
    (!rows.is_empty()).then(|| view! { <ul class="tally">{rows}</ul> }.into_any())
}

/// One stitch a day: full for what was so, thin for what was not. The words beside it say the same.
pub fn stitches(n: usize, of: usize) -> AnyView {
    let path = |range: std::ops::Range<usize>| {
        let each = range.map(|place| format!("M{} 7h12", 20 * place + 4));
        each.collect::<String>()
    };
    let size = format!("0 0 {} 14", 20 * of);
    view! {
        <svg viewBox=size aria-hidden="true"><path class="on" d=path(0..n)></path><path class="off" d=path(n..of)></path></svg>
    }
    .into_any()
}

/// The days with their number, each the way to its notes. A day without a note stays empty.
fn minis(days: &[Day]) -> AnyView {
    let t = use_messages();
    let is_week = days.len() as u64 == WEEK;
    let mut cells: Vec<AnyView> = Vec::new();
    for day in days {
        let usual = day.usual.map(|usual| usual.round() as u8);
        let (class, shown) = match usual {
            Some(usual) => (format!("pain l{}", usual.min(10)), usual.to_string()),
            None if day.logged => ("pain none".to_owned(), "·".to_owned()),
            None => ("pain none".to_owned(), "–".to_owned()),
        };
        let name = match is_week {
            true => t.weekdays[day.date.weekday().num_days_from_monday() as usize].to_owned(),
            false => (t.tiny_date)(day.date),
        };
        let cell = view! {
            <li>
                <a href=Route::Day(day.date).href()>
                    <span class=class aria-hidden="true">{shown}</span>
                    <span aria-hidden="true">{name}</span>
                    <span class="sr">{(t.day_spoken)(day.date, usual, day.logged, day.flare)}</span>
                </a>
            </li>
        };
        cells.push(cell.into_any());
    }
    view! { <ol class="minis">{cells}</ol> }.into_any()
}

/// What Today shows of the last days: today beside yesterday, from the third day the days, and the way to the week.
/// On Mondays the week stands there in short. Nothing while nothing is noted.
#[component]
pub fn DaysSoFar() -> impl IntoView {
    let app = use_app();
    let words = use_week_words();
    move || {
        let found = app.diary.days_so_far();
        let of = WEEK as usize;
        let is_monday = app.today().weekday() == Weekday::Mon;
        let (label, way) = match found.card {
            Err(NotYet::Empty) => return None,
            Err(why) => {
                let text = (words.not_yet)(why, of);
                (None, view! { <p class="soft small">{text}</p> }.into_any())
            }
            Ok(card) => {
                let label = is_monday.then(|| short((words.title)(of), &card.sentences, of));
                let href = Route::LastDays(LastDays::Week, None).href();
                let way =
                    view! { <div class="row"><a class="btn" href=href>{words.open_week}</a></div> };
                (label, way.into_any())
            }
        };
        let said = found.day_on_day.map(|said| (words.sentence)(&said, of));
        let chart = found.chart;
        let has_days = said.is_some() || !chart.is_empty();
        Some(view! {
            {label}
            <section class="card">
                {has_days.then(|| view! { <h2>{words.day_by_day}</h2> })}
                {said.map(|said| view! { <p>{said}</p> })}
                {(!chart.is_empty()).then(|| minis(&chart))}
                {way}
            </section>
        })
    }
}

/// The way from the diary to the week, with its first sentences; nothing before there is one.
#[component]
pub fn WayToWeek() -> impl IntoView {
    let app = use_app();
    let words = use_week_words();
    move || {
        let of = WEEK as usize;
        let card = app.diary.card(WEEK, None).ok()?;
        let short = card.sentences.iter().take(2);
        let text: Vec<String> = short.map(|said| (words.sentence)(said, of)).collect();
        Some(view! {
            <a class="card card-link" href=Route::LastDays(LastDays::Week, None).href()>
                <Icon name="chart" />
                <span><b>{(words.title)(of)}</b><span class="soft">{text.join(" ")}</span></span>
                <Icon name="next" />
            </a>
        })
    }
}
