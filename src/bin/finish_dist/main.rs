//! Owns the last step of a release: split of the app, content policy, offline worker, sample headers, size report, budget.
//! May use: the folder that Trunk has just filled, the templates in src/shell.
//! Must not: change what the app does; be needed in the developer's loop.
#![allow(
    clippy::print_stdout,
    reason = "the report is the product of this tool"
)]

mod floor;
mod page;
mod split;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use base64::prelude::{BASE64_STANDARD, Engine};
use page::{preloaded, refuse_inline_code, styles, with_app, with_policy};
use sha2::{Digest, Sha256};

/// What everything that the first usable screen needs may weigh, compressed with Brotli 11, in bytes.
const FIRST_SCREEN_BUDGET: usize = 200 * 1024;

/// What the whole app may weigh, in the same unit. It is fetched once, in the background, and then stays on the device.
const WHOLE_APP_BUDGET: usize = 1150 * 1024;

/// What a page of this app may do: run our own files, and nothing else.
/// A text becomes markup or a script's address only by the one policy in `boot.js` (Trusted Types).
/// WebAssembly needs its own permission; `wasm-unsafe-eval` allows that and no evaluation of text.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types default";

const PAGE: &str = "index.html";
const WORKER_TEMPLATE: &str = include_str!("../../shell/sw.js");
const HEADER_SAMPLES: [(&str, &str); 2] = [
    ("_headers", include_str!("../../shell/headers/_headers")),
    (".htaccess", include_str!("../../shell/headers/htaccess")),
];

/// The files of a release by their path inside it, with forward slashes.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    // Trunk runs its hooks in the developer's loop too; there a strict policy would shut out Trunk's own reload script.
    if env::var("TRUNK_PROFILE").as_deref() == Ok("debug") {
        return ExitCode::SUCCESS;
    }
    // The benchmark of the start-up asks for the release of its counter instead.
    let is_floor = env::args().nth(1).as_deref() == Some("floor");
    match if is_floor { floor::finish() } else { finish() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("finish_dist: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn finish() -> Result<(), String> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set; Trunk runs this tool as a hook")?;
    let folder = Path::new(&folder);
    let mut files = read_files(folder, folder)?;

    let page = files.get(PAGE).ok_or("there is no index.html")?;
    let page = String::from_utf8(page.clone()).map_err(|_| "index.html is not UTF-8")?;
    let whole = preloaded(&page)?;
    let source = env::var_os("TRUNK_SOURCE_DIR").unwrap_or_default();
    let source = Path::new(&source);
    let linked = split::linked(source, "tailored");
    let app = split::split(&linked, &linked.with_file_name("tailored-split"))?;
    let page = with_app(&page, &whole, &app);
    let page = in_one_style(&page, folder, &mut files)?;
    refuse_inline_code(&page)?;
    for name in [&whole.glue.file, &whole.wasm.file] {
        files.remove(name);
        fs::remove_file(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    for (name, bytes) in &app.files {
        write(folder, name, bytes)?;
    }
    let later: BTreeSet<String> = app.later.into_iter().collect();
    files.extend(app.files);
    files.insert(
        PAGE.to_owned(),
        with_policy(&page, CONTENT_POLICY)?.into_bytes(),
    );

    let worker = worker_script(&files);
    let samples =
        HEADER_SAMPLES.map(|(name, sample)| (name, sample.replace("__POLICY__", CONTENT_POLICY)));

    write(folder, PAGE, &files[PAGE])?;
    write(folder, "sw.js", worker.as_bytes())?;
    for (name, text) in samples {
        write(folder, name, text.as_bytes())?;
    }

    let first_screen = first_screen_files(&files, &later);
    files.insert("sw.js".to_owned(), worker.into_bytes());
    let (mut needed, mut whole) = (0, 0);
    for (name, bytes) in &files {
        let compressed = brotli(bytes);
        whole += compressed.len();
        if first_screen.contains(name) {
            needed += compressed.len();
        }
        let place = if first_screen.contains(name) {
            "first screen"
        } else {
            "later"
        };
        println!(
            "size {:>9} raw {:>9} brotli  {place:<12}  {name}",
            bytes.len(),
            compressed.len()
        );
        // Pictures are compressed already; a copy that saves nothing is not worth its file.
        if compressed.len() * 10 < bytes.len() * 9 {
            write(folder, &format!("{name}.br"), &compressed)?;
        }
    }
    keep_to_budget("the first usable screen", needed, FIRST_SCREEN_BUDGET)?;
    keep_to_budget("the whole app", whole, WHOLE_APP_BUDGET)
}

/// Puts all style sheets of the page into one file.
fn in_one_style(page: &str, folder: &Path, files: &mut Files) -> Result<String, String> {
    let styles = styles(page)?;
    let mut all = Vec::new();
    for name in &styles.files {
        let bytes = files.remove(name).ok_or(format!("{name} is not there"))?;
        fs::remove_file(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        all.extend_from_slice(&bytes);
        all.push(b'\n');
    }
    let name = format!("style-{}.css", short_hash(&all));
    write(folder, &name, &all)?;
    let page = styles.page_with(&name, &all);
    files.insert(name, all);
    Ok(page)
}

fn keep_to_budget(what: &str, bytes: usize, budget: usize) -> Result<(), String> {
    println!("budget {bytes} of {budget} bytes (Brotli) for {what}");
    if bytes > budget {
        return Err(format!(
            "{what} is {} bytes over its budget",
            bytes - budget
        ));
    }
    Ok(())
}

/// `index.html` and whatever it, its styles and its scripts name, followed to the end, but for what is fetched later.
/// File names carry a hash or are long enough that a mention is no accident.
fn first_screen_files(files: &Files, later: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![PAGE.to_owned()];
    while let Some(name) = open.pop() {
        let is_text = [".html", ".css", ".js"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if let Some(text) = files
            .get(&name)
            .filter(|_| is_text)
            .map(|bytes| String::from_utf8_lossy(bytes))
        {
            open.extend(
                files
                    .keys()
                    .filter(|other| {
                        !found.contains(*other)
                            && !later.contains(*other)
                            && **other != name
                            && text.contains(other.as_str())
                    })
                    .cloned(),
            );
        }
        found.insert(name);
    }
    found
}

/// The offline worker with its version and file list filled in.
fn worker_script(files: &Files) -> String {
    let list: BTreeMap<&str, String> = files
        .iter()
        // Many hosts redirect "index.html" to its folder, and a redirect cannot be kept as a page.
        .map(|(name, bytes)| {
            (
                if name == PAGE { "./" } else { name.as_str() },
                checksum(bytes),
            )
        })
        .collect();
    let list = serde_json::to_string_pretty(&list).expect("texts by texts are always valid JSON");
    WORKER_TEMPLATE
        .replace("__VERSION__", &version(files))
        .replace("__FILES__", &list)
}

/// One version for the whole release: changes when, and only when, a name or a byte of any file changes.
fn version(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(format!("{name}\n{}\n", bytes.len()));
        hash.update(bytes);
    }
    short(&hash.finalize())
}

/// The first 64 bits of a checksum, for names.
fn short_hash(bytes: &[u8]) -> String {
    short(&Sha256::digest(bytes))
}

fn short(hash: &[u8]) -> String {
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A checksum as in the `integrity` attribute.
fn checksum(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 24);
    writer
        .write_all(bytes)
        .expect("writing to memory cannot fail");
    drop(writer);
    compressed
}

fn read_files(root: &Path, folder: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry
            .map_err(|e| format!("{}: {e}", folder.display()))?
            .path();
        if path.is_dir() {
            files.append(&mut read_files(root, &path)?);
        } else {
            let name = path
                .strip_prefix(root)
                .expect("it was found below the root")
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(
                name,
                fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?,
            );
        }
    }
    Ok(files)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(folder.join(name), bytes).map_err(|e| format!("{name}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Files {
        [
            ("index.html", "<meta charset=utf-8><link href=./look-1.css><script type=module src=./boot-2.js></script>"),
            ("look-1.css", "a { background: url(./leaf-3.svg) }"),
            ("boot-2.js", "start()"),
            ("leaf-3.svg", "<svg/>"),
            ("later-4.svg", "<svg/>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn one_byte_over_the_budget_fails_the_build() {
        assert!(keep_to_budget("the app", 10, 10).is_ok());
        assert!(keep_to_budget("the app", 11, 10).is_err());
    }

    #[test]
    fn the_first_screen_is_what_the_page_and_its_styles_and_scripts_name() {
        let names = first_screen_files(&release(), &BTreeSet::new());
        assert_eq!(
            names.iter().map(String::as_str).collect::<Vec<_>>(),
            ["boot-2.js", "index.html", "leaf-3.svg", "look-1.css"]
        );
    }

    #[test]
    fn what_is_fetched_later_does_not_belong_to_the_first_screen() {
        let later = BTreeSet::from(["leaf-3.svg".to_owned()]);
        assert!(!first_screen_files(&release(), &later).contains("leaf-3.svg"));
    }

    #[test]
    fn the_version_follows_every_byte_and_every_name() {
        let before = version(&release());
        assert_eq!(before, version(&release()));
        let mut changed = release();
        changed.insert("later-4.svg".to_owned(), b"<svg></svg>".to_vec());
        assert_ne!(before, version(&changed));
        let mut renamed = release();
        let bytes = renamed.remove("later-4.svg").unwrap();
        renamed.insert("later-5.svg".to_owned(), bytes);
        assert_ne!(before, version(&renamed));
    }

    #[test]
    fn the_worker_keeps_every_file_and_knows_the_page_by_its_folder() {
        let worker = worker_script(&release());
        assert!(
            !worker.contains("__"),
            "a gap of the template was left open"
        );
        for name in [
            "\"./\"",
            "\"look-1.css\"",
            "\"boot-2.js\"",
            "\"leaf-3.svg\"",
            "\"later-4.svg\"",
        ] {
            assert!(worker.contains(&format!("{name}: \"sha256-")), "{name}");
        }
        assert!(!worker.contains("\"index.html\""));
    }

    #[test]
    fn a_checksum_is_written_as_browsers_expect_it() {
        // The published SHA-256 of the empty message (FIPS 180-4 examples).
        assert_eq!(
            checksum(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn the_policy_allows_no_inline_code_and_no_other_host() {
        assert!(CONTENT_POLICY.starts_with("default-src 'none';"));
        assert!(
            !CONTENT_POLICY.contains("'unsafe-inline'")
                && !CONTENT_POLICY.contains("http")
                && !CONTENT_POLICY.contains('*')
        );
    }
}
