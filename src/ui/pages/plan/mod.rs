//! Owns the plan: sections in printing order, each line with its reason. Options, never orders.

use leptos::prelude::*;

use crate::domain::ids::TherapyId;
use crate::domain::medicines::pairs::CLASH_SIGN;
use crate::domain::plan::model::{Line, Section};
use crate::domain::questionnaire::response::View;
use crate::knowledge::{Class, CombinationKind, Level, TherapyGroup};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::signs_note::SignsNote;
use crate::ui::components::strength::Strength;
use crate::ui::route::Route;

#[component]
pub fn PlanPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let plan = app.assessment.plan();
    let soon: Vec<_> = plan
        .safety
        .warnings
        .iter()
        .filter(|warning| warning.class == Class::WithinDays)
        // What clashes is named below; the sign alone would only say that something does.
        .filter(|warning| warning.flag.id != CLASH_SIGN || app.assessment.clashes().is_empty())
        .cloned()
        .collect();
    let scopes = plan.scope.clone();
    let questions = plan.questions.clone();
    let is_empty = plan.lines.is_empty();
    let sections = {
        let plan = plan.clone();
        move || {
            Section::ALL
                .into_iter()
                .filter_map(|section| {
                    let lines: Vec<Line> = plan
                        .section(section)
                        .filter(|line| line.shown || section == Section::Ideas)
                        .cloned()
                        .collect();
                    (!lines.is_empty()).then(|| view! { <PlanSection section lines /> })
                })
                .collect_view()
        }
    };
    view! {
        <PlacePage place=Place::Plan>
            <header class="top">
                <div class="title grow"><h1>{t.nav_plan}</h1><p class="soft small">{t.plan_subtitle}</p></div>
                <a class="btn" href=Route::Pages.href()><Icon name="print" />{t.plan_print}</a>
            </header>
            <SignsNote before_a_plan=true />
            {(!soon.is_empty()).then(|| view! {
                <Note kind=NoteKind::Danger heading=t.plan_within_days>
                    <ul class="stack-s">{soon.into_iter().map(|warning| view! { <li>{warning.flag.say}</li> }).collect_view()}</ul>
                </Note>
            })}
            <ClashesNow />
            {scopes.into_iter().map(|scope| view! { <Note kind=NoteKind::Warn heading=t.plan_scope><p>{scope.say}</p></Note> }).collect_view()}
            {if is_empty {
                view! { <p>{t.plan_empty}</p> }.into_any()
            } else {
                view! { <p>{t.plan_intro}</p> }.into_any()
            }}
            {sections}
            {(!questions.is_empty()).then(|| view! {
                <section class="stack-s">
                    <h2>{t.plan_unknown}</h2>
                    <p class="soft">{t.plan_unknown_text}</p>
                    <ul class="stack-s dashes">{questions.into_iter().map(|question| view! { <li>{question.ask}</li> }).collect_view()}</ul>
                    <div class="row"><a class="btn" href=Route::MyPain.href()><Icon name="edit" />{t.change}</a></div>
                </section>
            })}
            <Further />
            <p class="small soft">{t.not_a_device}" "<a href=Route::HowMade.href()>{t.plan_how_made}</a></p>
        </PlacePage>
    }
}

/// Medicines in use that do not go together, by their names: before any idea is read.
#[component]
fn ClashesNow() -> impl IntoView {
    let app = use_app();
    move || view! { <ClashNote clashes=app.clashes_on(app.today()) /> }
}

/// How many options clash and go together, with the way to them.
#[component]
fn TogetherLink() -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let together = move || {
        let combinations = app.assessment.combinations();
        let count = |kind| combinations.of(kind).count();
        (w.together_count)(
            count(CombinationKind::Clash),
            count(CombinationKind::Together),
        )
    };
    view! { <LinkCard route=Route::Together icon="plan" name=w.together_title text=Signal::derive(together) /> }
}

/// What to do with the plan.
#[component]
fn Further() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    view! {
        <LinkCard route=Route::Questions icon="question" name=t.my_questions text=Signal::derive(move || (t.n_written)(app.assessment.questions().len())) />
        <LinkCard route=Route::Agreed icon="check" name=w.agreed_title text=Signal::stored(w.agreed_text.to_owned()) />
        <LinkCard route=Route::Flare icon="calendar" name=w.flare_title text=Signal::stored(w.flare_text.to_owned()) />
        <LinkCard route=Route::Options icon="table" name=w.options_title text=Signal::stored(w.also_all_options.to_owned()) />
    }
}

#[component]
fn LinkCard(
    route: Route,
    icon: &'static str,
    name: &'static str,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    view! {
        <a class="card card-link" href=route.href()>
            <Icon name=icon />
            <span><b>{name}</b><span class="soft">{text}</span></span>
            <Icon name="next" />
        </a>
    }
}

#[component]
fn PlanSection(section: Section, lines: Vec<Line>) -> impl IntoView {
    let t = use_messages();
    let (heading, text) = (t.section)(section);
    if section == Section::Ideas {
        let kinds = lines
            .chunk_by(|one, other| one.domain() == other.domain())
            .map(|lines| view! { <DomainIdeas lines=lines.to_vec() /> })
            .collect_view();
        return view! {
            <section class="stack">
                <h2>{heading}</h2>
                <p class="soft">{text}</p>
                {kinds}
                <TogetherLink />
            </section>
        }
        .into_any();
    }
    let count = lines.len();
    let cards = lines
        .into_iter()
        .map(|line| view! { <LineCard line /> })
        .collect_view();
    if folds(section) {
        return view! {
            <details class="card group fold">
                <summary>
                    <h2>{heading}</h2>
                    <span class="soft">{count}</span>
                </summary>
                <div class="stack">
                    {(!text.is_empty()).then(|| view! { <p class="soft">{text}</p> })}
                    {cards}
                </div>
            </details>
        }
        .into_any();
    }
    view! {
        <section class="stack">
            <h2>{heading}</h2>
            {(!text.is_empty()).then(|| view! { <p class="soft">{text}</p> })}
            {cards}
        </section>
    }
    .into_any()
}

/// The ideas of one kind: its name, how many, and the best of them; the rest opens on a tap.
#[component]
fn DomainIdeas(lines: Vec<Line>) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let more = RwSignal::new(false);
    let heading = lines.first().map_or("", |line| line.domain().name());
    let best = lines.first().map_or("", |line| line.therapy.name);
    let summary = (w.domain_line)(lines.len(), best);
    let has_hidden = lines.iter().any(|line| !line.shown);
    let cards = move || {
        lines
            .iter()
            .filter(|line| line.shown || more.get())
            .map(|line| view! { <LineCard line=line.clone() /> })
            .collect_view()
    };
    view! {
        <details class="card group fold">
            <summary>
                <h3>{heading}</h3>
                <span class="soft">{summary}</span>
            </summary>
            <div class="stack">
                {cards}
                {has_hidden.then(|| view! {
                    <button type="button" class="btn btn-quiet" aria-expanded=move || more.get().to_string() on:click=move |_| more.update(|on| *on = !*on)>
                        {move || if more.get() { t.plan_fewer } else { t.plan_more }}
                    </button>
                })}
            </div>
        </details>
    }
}

/// Whether a section shows its heading and how many it holds, and opens on a tap: a tired person sees first what
/// may help, what is in use, and what the plan still waits for.
fn folds(section: Section) -> bool {
    match section {
        Section::First | Section::Best | Section::Ideas | Section::Using | Section::Held => false,
        Section::TriedBefore
        | Section::WouldRatherNot
        | Section::NotForYou
        | Section::UsuallyNot
        | Section::Footer => true,
    }
}

/// One option: what, why, how sure, what to watch out for, and the person's own view.
#[component]
fn LineCard(line: Line) -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let therapy = line.therapy;
    let why_here = (w.why_here)(&line);
    let because = line
        .reasons
        .first()
        .map(|reason| reason.text.to_string())
        .unwrap_or_default();
    let strength = line.strength().map(|strength| (t.strength)(strength));
    let level = [Level::Avoid, Level::Specialist, Level::Tell]
        .into_iter()
        .find(|level| line.has_caution(*level));
    let view = app.assessment.view_of(therapy.id);
    view! {
        <a class="card card-link" href=Route::Option(TherapyId::from(therapy.id)).href()>
            <Icon name=group_icon(therapy.group) />
            <span class="stack-s">
                <b>{therapy.name}</b>
                {why_here.map(|text| view! { <span class="small">{text}</span> })}
                <span class="soft">{because}</span>
                <span class="row">
                    {strength.map(|(threads, word)| view! { <Strength threads word /> })}
                    {line.conflict.then(|| view! { <span class="tag">{t.guidelines_differ}</span> })}
                    {line.using.then(|| view! { <span class="tag">{t.using_now}</span> })}
                    {level.map(|level| view! { <span class="tag tag-warn">{(t.caution_level)(level)}</span> })}
                    {view.map(|view| view! { <span class="tag">{(t.view)(view)}</span> })}
                </span>
            </span>
            <Icon name="next" />
        </a>
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
