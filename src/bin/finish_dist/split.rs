//! Owns the way from the app as the linker wrote it to the files that a browser fetches one after the other.
//! May use: wasm_split_cli_support for the cut, wasm-bindgen and wasm-opt as programs. Must not: decide where the cuts are
//! (`src/ui/chunk.rs` does).
//!
//! Trunk cannot do this itself: the cut needs the linker's records, which wasm-bindgen removes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::{Files, checksum, short_hash};

/// What the compiler may assume of a browser, as rustc's target does.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// How the code is made small. A later pass of `-Oz` leaves less for Brotli to find: with it the whole app is larger as it
/// is sent, although smaller on the device. Functions of one kind have names that begin alike, so by their names those stand
/// together that look alike: Brotli finds 15 KB more than when the most called ones come first. Parameters that nobody needs
/// are taken away (6 KB); two passes tidy up after it (1 KB).
const SMALLEST: [&str; 6] = [
    "-O1",
    "--dae-optimizing",
    "--optimize-instructions",
    "--remove-unused-brs",
    "--duplicate-function-elimination",
    "--reorder-functions-by-name",
];
const LINK_MODULE: &str = "__wasm_split.js";
const MAIN: &str = "main";

/// Compiles a later file while it still arrives, and hands it out when it has its checksum. A fetch that is given the checksum
/// holds the file back until the last byte; so it is checked beside the compiling, where the page may (in a secure context).
/// What the browser keeps may be cut short or of another version, so a wrong file is fetched once more past that.
/// A host that does not know the type of wasm files must not break the app.
const COMPILED: &str = r#"
async function compiled(address, checksum, cache = "default") {
    const mayHash = globalThis.crypto?.subtle !== undefined;
    const answer = await fetch(address, mayHash ? { cache } : { cache, integrity: checksum });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const copy = answer.clone();
    const isTyped = answer.headers.get("content-type") === "application/wasm";
    const early = isTyped ? WebAssembly.compileStreaming(answer) : undefined;
    early?.catch(() => {});
    const bytes = await copy.arrayBuffer();
    const hash = mayHash && new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (hash && `sha256-${btoa(String.fromCharCode(...hash))}` !== checksum) {
        if (cache === "default") return compiled(address, checksum, "reload");
        throw new Error(`${address}: not the file of this version`);
    }
    return early ?? WebAssembly.compile(bytes);
}
"#;

/// The files of the app under the names that they have in the release.
pub struct SplitApp {
    /// Starts the app; named by the page.
    pub glue: String,
    /// The first file of code; named by the page.
    pub wasm: String,
    /// Fetches the later files; named by the glue.
    pub link: String,
    /// What is fetched when the first screen is there.
    pub later: Vec<String>,
    pub files: Files,
}

/// Cuts the linked app at `wasm` into its files, in the folder `work`.
///
/// # Errors
/// Says which step failed, in one sentence.
pub fn split(wasm: &Path, work: &Path) -> Result<SplitApp, String> {
    let main_wasm = work.join(format!("{MAIN}.wasm"));
    let split_modules = cut(wasm, &main_wasm, work)?;
    bind(&main_wasm, MAIN, work)?;
    let mut parts = vec![(MAIN.to_owned(), work.join(format!("{MAIN}_bg.wasm")))];
    for path in split_modules {
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .ok_or("a part of the app has no name")?
            .to_owned();
        parts.push((name, path));
    }
    let mut codes = Vec::new();
    for (name, path) in parts {
        let small = work.join(format!("{name}.small.wasm"));
        make_small(&path, &small)?;
        codes.push((name, read(&small)?));
    }
    let glue = read_text(&work.join(format!("{MAIN}.js")))?;
    let link = read_text(&work.join(LINK_MODULE))?;
    named(glue, link, codes)
}

/// Cuts linked code at `wasm` where it says so, into what comes first and later files in `folder`. The linker's records, which
/// tell where, are in none of them.
pub fn cut(wasm: &Path, first: &Path, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let linked = fs::read(wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = folder;
    options.main_out_path = first;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("{} cannot be split: {error:#}", wasm.display()))?;
    Ok(cut.split_modules)
}

/// Writes the script with which a browser runs this code, and the code as that script expects it (`NAME_bg.wasm`).
pub fn bind(wasm: &Path, name: &str, folder: &Path) -> Result<(), String> {
    // What the later files need of the first one must keep the linker's name.
    run(Command::new("wasm-bindgen")
        .args(["--target", "web", "--keep-lld-exports", "--no-typescript"])
        .args(["--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(wasm))
}

/// Writes the code in the form in which it is sent.
pub fn make_small(wasm: &Path, small: &Path) -> Result<(), String> {
    run(Command::new("wasm-opt")
        .args(SMALLEST)
        .args(WASM_FEATURES)
        .arg(wasm)
        .arg("-o")
        .arg(small))
}

/// Gives each file a name that changes with the release, so that files of two releases cannot be mixed,
/// and each later file the checksum that its fetch asks for.
fn named(glue: String, link: String, codes: Vec<(String, Vec<u8>)>) -> Result<SplitApp, String> {
    let mut everything = format!("{glue}{link}").into_bytes();
    for (_, code) in &codes {
        everything.extend_from_slice(code);
    }
    let release = short_hash(&everything);
    let new_name = |name: &str, ending: &str| format!("tailored-{release}-{name}{ending}");

    let mut app = SplitApp {
        glue: new_name(MAIN, ".js"),
        wasm: new_name(MAIN, ".wasm"),
        link: new_name("later", ".js"),
        later: Vec::new(),
        files: Files::new(),
    };
    let mut link = replaced(&link, &format!("./{MAIN}.js"), &format!("./{}", app.glue))?;
    for (name, code) in codes {
        if name == MAIN {
            app.files.insert(app.wasm.clone(), code);
            continue;
        }
        let file = new_name(&name, ".wasm");
        link = replaced(
            &link,
            &format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))"),
            &format!(
                "compiled(new URL(\"./{file}\", import.meta.url), \"{}\")",
                checksum(&code)
            ),
        )?;
        app.files.insert(file.clone(), code);
        app.later.push(file);
    }
    let mut link = replaced(
        &link,
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await src, imports)",
    )?;
    link.push_str(COMPILED);
    // Only where the module comes from; the wasm itself still asks for it by the old name.
    let glue = replaced(
        &glue,
        &format!("from \"./{LINK_MODULE}\""),
        &format!("from \"./{}\"", app.link),
    )?;
    let glue = glue.replace(&format!("{MAIN}_bg.wasm"), &app.wasm);
    app.files.insert(app.link.clone(), link.into_bytes());
    app.files.insert(app.glue.clone(), glue.into_bytes());
    Ok(app)
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String, String> {
    if text.contains(from) {
        Ok(text.replace(from, to))
    } else {
        Err(format!(
            "the tools that split the app no longer write '{from}': see src/bin/finish_dist/split.rs"
        ))
    }
}

/// Where the linker wrote a program of a release.
pub fn linked(source: &Path, program: &str) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| source.join("target"), |folder| source.join(folder))
        .join("wasm32-unknown-unknown/release")
        .join(program)
        .with_extension("wasm")
}

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| {
        format!("{program} cannot be started ({error}); './dev build' installs it")
    })?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!(
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as later from \"./__wasm_split.js\"; use({ \"./__wasm_split.js\": later }); new URL('main_bg.wasm', import.meta.url)";
    const LINK: &str = "import { initSync } from \"./main.js\"; const src = fetch(new URL(\"./split_inside.wasm\", import.meta.url)); \
         async (imports) => (WebAssembly.instantiateStreaming(src, imports))";

    fn app(code: &[u8]) -> SplitApp {
        let codes = vec![
            ("main".to_owned(), b"first".to_vec()),
            ("split_inside".to_owned(), code.to_vec()),
        ];
        named(GLUE.to_owned(), LINK.to_owned(), codes).unwrap()
    }

    fn text(app: &SplitApp, name: &str) -> String {
        String::from_utf8(app.files[name].clone()).unwrap()
    }

    #[test]
    fn the_files_name_each_other_by_their_new_names() {
        let app = app(b"later");
        assert!(text(&app, &app.glue).contains(&format!("from \"./{}\"", app.link)));
        assert!(
            text(&app, &app.glue).contains("{ \"./__wasm_split.js\": later }"),
            "the wasm asks by this name"
        );
        assert!(text(&app, &app.glue).contains(&app.wasm));
        assert!(text(&app, &app.link).contains(&format!("\"./{}\"", app.glue)));
        assert!(text(&app, &app.link).contains(&app.later[0]));
        assert_eq!(app.files.len(), 4);
    }

    #[test]
    fn a_later_file_is_only_taken_with_its_checksum() {
        let app = app(b"later");
        assert!(text(&app, &app.link).contains(&checksum(b"later")));
    }

    #[test]
    fn one_changed_byte_renames_every_file() {
        let (before, after) = (app(b"later"), app(b"Later"));
        assert!(
            before
                .files
                .keys()
                .all(|name| !after.files.contains_key(name))
        );
    }

    #[test]
    fn a_tool_that_writes_something_else_fails_the_build() {
        let codes = vec![("main".to_owned(), Vec::new())];
        assert!(named("no import".to_owned(), LINK.to_owned(), codes).is_err());
    }
}
