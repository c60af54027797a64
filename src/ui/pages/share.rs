//! Owns the page where data leave and enter the app: a copy of everything, a file to open, files for others.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::state::exchange::{
    Format, OpenError, OpenedFile, PickedFile, PutIn, Reading, ReadyToShare, TakeOutError,
    copy_text,
};
use crate::state::unread::Telling;
use crate::state::{AppState, use_app, use_import_words, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::held_back::HeldBack;
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::passphrase::PassphraseField;
use crate::ui::pages::health_record::HealthRecordRow;
use crate::ui::pages::import_preview::{columns_view, not_taken, question_view, remarks};
use crate::ui::pages::same_file::SameFileButtons;
use crate::ui::pages::unread::{UnreadParts, adds_nothing};
use crate::ui::route::Route;

#[component]
pub fn SharePage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    view! {
        <PlacePage place=Place::More>
            <BackHead to=Route::More back=t.nav_more title=t.share.title text=t.share.text />
            <BackupCard />
            <OpenCard />
            {move || (!app.is_held_back(Telling::Pages)).then(|| view! { <SummaryCard /> })}
            {move || match app.is_held_back(Telling::Everything) {
                true => view! { <HeldBack /> }.into_any(),
                false => view! { <OthersCard /> }.into_any(),
            }}
        </PlacePage>
    }
}

#[component]
fn BackupCard() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let outcome = RwSignal::new(None);
    let save = move |_| {
        leptos::task::spawn_local(async move {
            let taken = app.save_backup().await;
            // The page may be gone by then.
            let _ = outcome.try_set(Some(taken));
        });
    };
    view! {
        <section class="card">
            <h2>{t.share.backup}</h2>
            <p>{t.share.backup_text}</p>
            {app.lock.is_set().then(|| view! { <p>{t.safety.copy_sealed}</p> })}
            <p class="small soft">{move || (t.last_copy)(app.preferences.get().last_backup)}</p>
            <div class="row">
                <button type="button" class="btn btn-primary" on:click=save><Icon name="save" />{t.share.save}</button>
                <ShareButton />
            </div>
            <Outcome outcome />
            <SameFileButtons />
        </section>
    }
}

/// Where the browser can share files; the file is ready before the tap, as browsers want it.
#[component]
fn ShareButton() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let ready = RwSignal::new_local(None);
    leptos::task::spawn_local(async move {
        let file = app.backup_file().await;
        let _ = ready.try_set(ReadyToShare::new(&file.name, file.mime, &file.text));
    });
    move || {
        ready.get().map(|ready| {
        let ready = StoredValue::new_local(ready);
        view! {
            <button type="button" class="btn" on:click=move |_| ready.with_value(ReadyToShare::share)>{t.share.share}</button>
        }
    })
    }
}

#[component]
pub(super) fn Outcome(outcome: RwSignal<Option<bool>>) -> impl IntoView {
    let t = use_messages();
    view! {
        <p role="status">{move || outcome.get().map(|taken| if taken { t.share.saved } else { t.share.not_saved })}</p>
    }
}

/// What became of the file that was chosen.
#[derive(Clone)]
pub enum Step {
    Nothing,
    Refused(OpenError),
    Opened(Box<OpenedFile>),
    PutIn(PutIn),
    TakenOut(Result<(), TakeOutError>),
}

#[component]
fn OpenCard() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let step = RwSignal::new(Step::Nothing);
    let reading = Reading {
        done: RwSignal::new(None),
        cancelled: StoredValue::new(false),
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        let Some(file) = PickedFile::of(&field) else {
            return;
        };
        // So that the same file can be chosen once more.
        field.set_value("");
        reading.cancelled.set_value(false);
        reading.done.set(Some((0, file.size())));
        step.set(Step::Nothing);
        leptos::task::spawn_local(async move {
            let opened = app.open_file(file, reading).await;
            reading.done.set(None);
            step.set(of_outcome(opened));
        });
    };
    view! {
        <section class="card">
            <h2>{t.share.open}</h2>
            <p id="open-file-text">{t.share.open_text}</p>
            <label class="label" for="open-file">{t.share.choose}</label>
            <input
                class="input"
                id="open-file"
                type="file"
                accept=".json,.html,.csv,.tsv,.tab,.txt,.xml,.zip,.xlsx,.xls,.ods"
                aria-describedby="open-file-text"
                node_ref=field
                on:change=chosen
            />
            {move || reading.done.get().map(|(done, all)| view! {
                <div class="row">
                    <progress max=all.to_string() value=done.to_string() aria-label=(t.share.reading)(done, all)></progress>
                    <button type="button" class="btn" on:click=move |_| reading.cancelled.set_value(true)>{t.share.cancel}</button>
                </div>
            })}
            <div role="status" class="stack">{move || step_view(app, step)}</div>
        </section>
    }
}

/// What becomes of a file after it was read.
pub fn of_outcome(opened: Result<OpenedFile, OpenError>) -> Step {
    match opened {
        Ok(opened) => Step::Opened(Box::new(opened)),
        Err(OpenError::Cancelled) => Step::Nothing,
        Err(error) => Step::Refused(error),
    }
}

fn step_view(app: AppState, step: RwSignal<Step>) -> AnyView {
    let t = use_messages();
    match step.get() {
        Step::Nothing => ().into_any(),
        Step::Refused(error) => {
            let text = match error {
                OpenError::CutShort => t.share.cut_short.to_owned(),
                OpenError::Newer(version) => (t.share.newer)(version),
                OpenError::Packed => t.share.packed.to_owned(),
                OpenError::Spreadsheet => use_import_words().spreadsheet.to_owned(),
                OpenError::Document => use_import_words().document.to_owned(),
                OpenError::WebPage => use_import_words().web_page.to_owned(),
                OpenError::Broken => use_import_words().broken.to_owned(),
                OpenError::Empty => t.share.empty.to_owned(),
                OpenError::TooLarge => t.share.too_large.to_owned(),
                OpenError::CannotRead => t.share.cannot_read.to_owned(),
                OpenError::Unknown | OpenError::Cancelled => t.share.unknown.to_owned(),
            };
            view! { <p class="error">{text}</p> }.into_any()
        }
        Step::Opened(opened) if opened.is_locked() => locked(app, step, *opened),
        Step::Opened(opened) => preview(app, step, *opened),
        Step::PutIn(put_in) => view! {
            <Note kind=NoteKind::Ok heading=t.share.done>
                <UnreadParts unread=put_in.unread.clone() text=t.kept.unread_after />
                <button type="button" class="btn" on:click=move |_| step.set(Step::TakenOut(app.take_out(&put_in)))>{t.share.undo}</button>
            </Note>
        }
        .into_any(),
        Step::TakenOut(Ok(())) => view! { <p>{t.share.undone}</p> }.into_any(),
        Step::TakenOut(Err(_)) => view! { <p class="error">{t.share.undo_too_late}</p> }.into_any(),
    }
}

/// A copy that was saved while a lock was set: its passphrase first.
fn locked(app: AppState, step: RwSignal<Step>, opened: OpenedFile) -> AnyView {
    let t = use_messages();
    let words = t.safety;
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None);
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let opened = opened.clone();
        leptos::task::spawn_local(async move {
            match app.open_sealed(&opened, &typed.get_untracked()).await {
                Ok(opened) => step.set(Step::Opened(Box::new(opened))),
                Err(why) => drop(trouble.try_set(Some((words.trouble)(why)))),
            }
        });
    };
    view! {
        <Note kind=NoteKind::Info heading=words.file_locked icon="lock">
            <p>{words.file_locked_text}</p>
            <form class="stack" on:submit=open>
                <PassphraseField id="file-passphrase" label=words.passphrase typed is_present=true />
                <p role="alert" class="error">{move || trouble.get()}</p>
                <div class="row">
                    <button type="submit" class="btn btn-primary">{words.open}</button>
                    <button type="button" class="btn" on:click=move |_| step.set(Step::Nothing)>{t.share.leave}</button>
                </div>
            </form>
        </Note>
    }
    .into_any()
}

/// What the file would change, and the two ways on.
fn preview(app: AppState, step: RwSignal<Step>, opened: OpenedFile) -> AnyView {
    let t = use_messages();
    let words = t.share;
    let heading = match opened.source {
        None => words.own_backup.to_owned(),
        Some("") => words.any_table.to_owned(),
        Some(name) => (words.from)(name),
    };
    let columns = columns_view(app, step, &opened);
    let question = question_view(app, step, &opened);
    if opened.must_be_answered() {
        return view! {
            <Note kind=NoteKind::Info heading>{question}{remarks(&opened)}{columns}</Note>
        }
        .into_any();
    }
    let (remarks, not_taken) = (remarks(&opened), not_taken(&opened));
    let (entries, answers) = (opened.preview.entries, opened.preview.answers);
    let counts = [
        (entries.new, words.adds_entries),
        (entries.changed, words.changes_entries),
        (entries.deleted, words.deletes_entries),
        (answers.new, words.adds_answers),
        (answers.changed, words.changes_answers),
        (answers.deleted, words.deletes_answers),
    ];
    let lines = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, line)| view! { <li>{line(count)}</li> })
        .collect_view();
    let changes = !opened.preview.changes_nothing();
    let settings = opened
        .preview
        .takes_settings
        .then(|| view! { <li>{words.takes_settings}</li> });
    let small = (changes && opened.preview.changes_details_only())
        .then(|| view! { <li>{t.kept.changes_details}</li> });
    let n_kept = entries.kept + answers.kept;
    let kept = (n_kept > 0).then(|| view! { <p>{(words.keeps)(n_kept)}</p> });
    let unread = opened.preview.unread.clone();
    let text = match (changes, opened.preview.is_unreadable()) {
        (true, _) => t.kept.unread_before,
        (false, true) => t.kept.unread_older_copy,
        (false, false) => t.kept.unread_stays_in_file,
    };
    let unread = view! { <UnreadParts unread text /> };
    // A file of another app, or our own table: whether each row of it was read.
    let nothing_new = match (opened.source, opened.n_read, opened.was_read_whole()) {
        (None, ..) => adds_nothing(&opened.preview),
        (_, 1.., true) => words.adds_nothing,
        (_, 0, _) => use_import_words().nothing_read,
        (_, _, false) => use_import_words().read_is_here,
    };
    let left_out = (!opened.left_out.is_empty()).then(
        || view! { <p class="small soft">{(words.left_out)(&opened.left_out.join(", "))}</p> },
    );
    view! {
        <Note kind=NoteKind::Info heading>
            {(!changes).then(|| view! { <p>{nothing_new}</p> })}
            {changes.then(|| view! { <ul>{lines}{settings}{small}</ul> })}
            {kept}
            {unread}
            {not_taken}
            {remarks}
            {left_out}
            {question}
            {columns}
            <div class="row">
                {changes.then(|| view! {
                    <button
                        type="button"
                        class="btn btn-primary"
                        on:click=move |_| {
                            if let Some(put_in) = app.put_in(&opened) {
                                step.set(Step::PutIn(put_in));
                            }
                        }
                    >
                        {words.put_in}
                    </button>
                })}
                <button type="button" class="btn" on:click=move |_| step.set(Step::Nothing)>{words.leave}</button>
            </div>
        </Note>
    }
    .into_any()
}

#[component]
fn SummaryCard() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    // What is put in on this page changes it.
    let summary = Memo::new(move |_| app.summary());
    move || summary_card(app, t, &summary.get())
}

fn summary_card(app: AppState, t: &'static Messages, summary: &str) -> AnyView {
    let copied = RwSignal::new(None);
    let lines: Vec<_> = summary
        .lines()
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect();
    let text = summary.to_owned();
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move { copied.set(Some(copy_text(text).await)) });
    };
    let codes = untrack(|| app.summary_codes());
    let n_codes = codes.len();
    let codes = codes
        .into_iter()
        .enumerate()
        .map(|(place, code)| {
            let width = code.width;
            let label = (t.share.code_label)(place + 1, n_codes);
            view! {
                <svg class="qr" viewBox=format!("0 0 {width} {width}") role="img" aria-label=label>
                    <path d=code.path></path>
                </svg>
            }
        })
        .collect_view();
    let code = view! {
        <details>
            <summary>{t.share.code}</summary>
            <p>{t.share.code_text}</p>
            {codes}
        </details>
    };
    view! {
        <section class="card">
            <h2>{t.share.summary}</h2>
            <p class="small soft">{t.share.summary_text}</p>
            {lines}
            <div class="row"><button type="button" class="btn" on:click=copy>{t.share.copy}</button></div>
            <p role="status">{move || copied.get().map(|done| if done { t.share.copied } else { t.share.not_copied })}</p>
            {code}
        </section>
    }
    .into_any()
}

#[component]
fn OthersCard() -> impl IntoView {
    let t = use_messages();
    let words = t.share;
    let formats = [
        (Format::Letter, words.letter, words.letter_text),
        (
            Format::Spreadsheet,
            words.spreadsheet,
            words.spreadsheet_text,
        ),
        (Format::Calendar, words.calendar, words.calendar_text),
        (Format::Archive, words.archive, words.archive_text),
    ];
    let rows = formats
        .into_iter()
        .map(|(format, name, text)| view! { <FormatRow format name text /> })
        .collect_view();
    view! {
        <section class="card">
            <h2>{words.others}</h2>
            <p>{words.others_text}</p>
            <ul class="list">{rows}<HealthRecordRow /></ul>
        </section>
    }
}

#[component]
fn FormatRow(format: Format, name: &'static str, text: &'static str) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let outcome = RwSignal::new("");
    // Made when it is asked for: all formats of ten years would keep the page waiting.
    let save = move |_| {
        let files = app.export(format);
        outcome.set(match files.as_slice() {
            [] => t.share.calendar_empty,
            files if files.iter().all(|file| app.save_file(file)) => t.share.saved,
            _ => t.share.not_saved,
        });
    };
    view! {
        <li>
            <h3>{name}</h3>
            <p class="small soft">{text}</p>
            <button type="button" class="btn" on:click=save>
                <Icon name="save" />{t.share.save}<span class="sr">": "{name}</span>
            </button>
            <p role="status">{outcome}</p>
        </li>
    }
}
