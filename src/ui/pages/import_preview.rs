//! Owns what is shown of a file of another app before it is put in: what was read how, what was not, what has to be said.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::share::{Step, of_outcome};
use crate::domain::collections::Gather;
use crate::state::exchange::{Column, ColumnMap, OpenedFile, Question, SkipReason};
use crate::state::{AppState, use_import_words, use_messages};

/// Most lines that are listed; a broken file can have thousands.
const MOST_LINES: usize = 200;
/// The highest numbers of scales that are offered: where some numbers are above 10, and where all are low.
const SCALES_ABOVE: [u16; 1] = [100];
const SCALES_LOW: [u16; 4] = [10, 5, 4, 3];
/// What the five levels of mood are on 0 to 10, from best to worst.
const MOODS: [u8; 5] = [10, 8, 5, 3, 0];

/// What the file leaves open.
pub fn question_view(app: AppState, step: RwSignal<Step>, opened: &OpenedFile) -> Option<AnyView> {
    let t = use_messages();
    let words = t.share;
    let opened = opened.clone();
    let view = match opened.question.clone()? {
        Question::DayOrMonth { example } => {
            let decide = StoredValue::new(opened);
            let decide = move |day_first| {
                let again = decide.with_value(|opened| app.decide_order(opened, day_first));
                step.set(of_outcome(again));
            };
            view! {
                <p>{(words.day_or_month)(&example)}</p>
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| decide(true)>{words.day_first}</button>
                    <button type="button" class="btn" on:click=move |_| decide(false)>{words.month_first}</button>
                </div>
            }
            .into_any()
        }
        Question::Columns { .. } => view! { <p>{words.which_column}</p> }.into_any(),
        Question::Scale {
            place,
            name,
            highest,
            is_above_ten,
        } => scale_view(app, step, opened, place, is_above_ten, &name, &highest),
        Question::Moods { words } => moods_view(app, step, opened, words),
    };
    Some(view)
}

/// Which scale a column of pain has.
fn scale_view(
    app: AppState,
    step: RwSignal<Step>,
    opened: OpenedFile,
    place: usize,
    is_above_ten: bool,
    name: &str,
    highest: &str,
) -> AnyView {
    let words = use_import_words();
    let map = opened
        .columns
        .as_ref()
        .map(|columns| columns.map.clone())
        .unwrap_or_default();
    let is_worst = matches!(map.0.get(place), Some(Column::Worst(_)));
    let of = |most| {
        if is_worst {
            Column::Worst(most)
        } else {
            Column::Pain(most)
        }
    };
    let (text, mut choices) = match is_above_ten {
        true => {
            let scales = SCALES_ABOVE.map(|most| ((words.scale)(most), of(most)));
            ((words.scale_above)(name, highest), scales.to_vec())
        }
        false => {
            let scales = SCALES_LOW.map(|most| ((words.scale)(most), of(most)));
            ((words.scale_low)(name, highest), scales.to_vec())
        }
    };
    if is_above_ten {
        choices.insert(0, (words.scale_slips.to_owned(), of(10)));
    }
    choices.push((words.keep_in_note.to_owned(), Column::Keep));
    let opened = StoredValue::new(opened);
    let buttons = choices.into_iter().map(|(text, column)| {
        let map = map.clone();
        let choose = move |_| {
            let mut map: ColumnMap = map.clone();
            map.set(place, column);
            step.set(of_outcome(
                opened.with_value(|opened| app.decide_columns(opened, map)),
            ));
        };
        view! { <button type="button" class="btn" on:click=choose>{text}</button> }
    });
    view! {
        <p>{text}</p>
        <div class="row">{buttons.collect_view()}</div>
    }
    .into_any()
}

/// What the words for a mood mean.
fn moods_view(
    app: AppState,
    step: RwSignal<Step>,
    opened: OpenedFile,
    moods: Vec<String>,
) -> AnyView {
    let words = use_import_words();
    let said: BTreeMap<String, Option<u8>> = moods.iter().map(|mood| (mood.clone(), None)).gather();
    let said = RwSignal::new(said);
    let fields = moods.into_iter().enumerate().map(|(place, mood)| {
        let id = format!("mood-{place}");
        let levels = MOODS.into_iter().zip(words.mood_levels);
        let levels =
            levels.map(|(level, text)| view! { <option value=level.to_string()>{text}</option> });
        let name = mood.clone();
        let set = move |event| {
            let level = event_target_value(&event).parse().ok();
            said.update(|said| _ = said.insert(name.clone(), level));
        };
        view! {
            <div class="stack-s">
                <label class="label" for=id.clone()>{mood}</label>
                <select class="select" id=id on:change=set>
                    <option value="">{words.mood_word}</option>
                    {levels.collect_view()}
                </select>
            </div>
        }
    });
    let fields = fields.collect_view();
    let decide = move |_| {
        step.set(of_outcome(app.decide_moods(&opened, said.get_untracked())));
    };
    view! {
        <h3>{words.moods}</h3>
        <p class="small soft">{words.moods_text}</p>
        {fields}
        <div class="row"><button type="button" class="btn" on:click=decide>{words.moods_use}</button></div>
    }
    .into_any()
}

/// What the columns of a table mean: to be said when it is not known, to be changed when it was guessed.
pub fn columns_view(app: AppState, step: RwSignal<Step>, opened: &OpenedFile) -> Option<AnyView> {
    let (words, columns_words) = (use_messages().share, use_import_words());
    let columns = opened.columns.clone()?;
    let is_asked = matches!(opened.question, Some(Question::Columns { .. }));
    let map = RwSignal::new(columns.map);
    let field = move |place: usize, name: String| {
        let id = format!("column-{place}");
        // A scale that is not among the usual ones is offered where it was found.
        let own = map.with_untracked(|map| map.0.get(place).copied());
        let own = own.filter(|column| !Column::ALL.contains(column));
        let options = Column::ALL.into_iter().chain(own).map(|column| {
            let selected = move || map.with(|map| map.0.get(place) == Some(&column));
            let word = column.word();
            let text = (columns_words.column)(&word);
            view! { <option value=word prop:selected=selected>{text}</option> }
        });
        let set = move |event| {
            if let Some(column) = Column::of_word(&event_target_value(&event)) {
                map.update(|map| map.set(place, column));
            }
        };
        view! {
            <div class="stack-s">
                <label class="label" for=id.clone()>{name}</label>
                <select class="select" id=id on:change=set>{options.collect_view()}</select>
            </div>
        }
    };
    // Hundreds of lists with all their choices take a phone seconds: they are made when somebody looks.
    let is_seen = RwSignal::new(is_asked);
    let names = columns.names;
    let fields = move || {
        is_seen.get().then(|| {
            let names = names.iter().cloned().enumerate();
            names.map(|(place, name)| field(place, name)).collect_view()
        })
    };
    let look = move |_| {
        if !is_seen.get_untracked() {
            is_seen.set(true);
        }
    };
    let opened = opened.clone();
    let look_again = move |_| {
        let decided = app.decide_columns(&opened, map.get_untracked());
        step.set(of_outcome(decided));
    };
    Some(
        view! {
            <details open=is_asked on:toggle=look>
                <summary>{words.columns}</summary>
                <p class="small soft">{words.columns_text}</p>
                {fields}
                <button type="button" class="btn" on:click=look_again>{words.columns_use}</button>
            </details>
        }
        .into_any(),
    )
}

/// What the person should know about how the file was read.
pub fn remarks(opened: &OpenedFile) -> Option<AnyView> {
    let words = use_import_words();
    let has_columns = opened.columns.is_some();
    let texts = opened
        .remarks
        .iter()
        .map(|remark| remark.text(words, has_columns));
    let texts = texts
        .take(MOST_LINES)
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    (!opened.remarks.is_empty()).then(|| view! { <ul class="dashes">{texts}</ul> }.into_any())
}

/// Which reasons belong together, and how many of them are said.
type Kind = (fn(&SkipReason) -> bool, fn(usize) -> String);

/// How many rows were not taken, by reason, and which.
pub fn not_taken(opened: &OpenedFile) -> Option<AnyView> {
    let t = use_messages();
    let (words, sums) = (t.share, use_import_words());
    let kinds: [Kind; 6] = [
        (|reason| matches!(reason, SkipReason::NoDate), sums.no_date),
        (|reason| matches!(reason, SkipReason::Future), sums.future),
        (
            |reason| matches!(reason, SkipReason::Duplicate { .. }),
            sums.duplicate,
        ),
        (
            |reason| matches!(reason, SkipReason::NotReadable),
            sums.not_readable,
        ),
        (|reason| matches!(reason, SkipReason::Nothing), sums.nothing),
        (
            |reason| matches!(reason, SkipReason::EntryMissing),
            sums.entry_missing,
        ),
    ];
    let counted = kinds.into_iter().map(|(is_it, text)| {
        let count = opened
            .skipped
            .iter()
            .filter(|skipped| is_it(&skipped.reason))
            .count();
        (count > 0).then(|| view! { <li>{text(count)}</li> })
    });
    let counted = counted.collect_view();
    let count = opened.skipped.len();
    let lines = opened.skipped.iter().take(MOST_LINES).map(|skipped| {
        let reason = match skipped.reason {
            SkipReason::NoDate => words.no_date.to_owned(),
            SkipReason::Future => words.future.to_owned(),
            SkipReason::Duplicate { of } => (words.duplicate)(of),
            SkipReason::NotReadable => words.not_readable.to_owned(),
            SkipReason::Nothing => words.nothing.to_owned(),
            SkipReason::EntryMissing => sums.entry_missing_line.to_owned(),
        };
        view! { <li>{(words.skipped_line)(skipped.line, &reason)}</li> }
    });
    let lines = lines.collect_view();
    (count > 0).then(|| {
        let more = count.saturating_sub(MOST_LINES);
        view! {
            <h3>{sums.not_taken}</h3>
            <ul class="dashes">{counted}</ul>
            <details>
                <summary>{(words.skipped)(count)}</summary>
                <ul>{lines}{(more > 0).then(|| view! { <li>{(t.n_more)(more)}</li> })}</ul>
            </details>
        }
        .into_any()
    })
}
