//! The invariants of ARCHITECTURE.md as tests: who may use what, words that must not appear, sizes and places of files.
//! Every rule is also shown a bad sample, so that none of them can pass by looking at nothing.

#[path = "architecture/colours.rs"]
mod colours;
#[path = "architecture/scanner.rs"]
mod scanner;

use std::fs;
use std::path::{Path, PathBuf};

use scanner::{has_word, scanned};

/// Words that must not appear in the code of some folders.
struct Ban {
    why: &'static str,
    /// Files whose path begins so.
    inside: &'static [&'static str],
    /// But not those whose path begins so.
    except: &'static [&'static str],
    /// A word begins and ends where an identifier does; paths are found in nested `use` lists too.
    words: &'static [&'static str],
}

const BANS: &[Ban] = &[
    Ban {
        why: "the domain knows no browser, clock, saved shape, wording or layer above it",
        inside: &["src/domain/"],
        except: &[],
        words: &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "gloo_storage",
            "serde",
            "serde_json",
            "chrono::Local",
            "chrono::Utc",
            "std::time",
            "std::env",
            "std::fs",
            "thread_local",
            "crate::exchange",
            "crate::i18n",
            "crate::platform",
            "crate::state",
            "crate::storage",
            "crate::ui",
        ],
    },
    Ban {
        why: "the second engine shares nothing with the first",
        inside: &["tests/reference/"],
        except: &[],
        words: &["tailored::", "super::super", "crate::"],
    },
    Ban {
        why: "knowledge is data: it knows no layer but the domain",
        inside: &["src/knowledge/"],
        except: &[],
        words: &[
            "leptos",
            "web_sys",
            "js_sys",
            "gloo",
            "crate::exchange",
            "crate::i18n",
            "crate::platform",
            "crate::state",
            "crate::storage",
            "crate::ui",
        ],
    },
    Ban {
        why: "storage keeps data: no views, no wording, no other layer but the domain",
        inside: &["src/storage/"],
        except: &[],
        words: &[
            "leptos",
            "std::time",
            "crate::exchange",
            "crate::i18n",
            "crate::knowledge",
            "crate::platform",
            "crate::state",
            "crate::ui",
        ],
    },
    Ban {
        why: "exchange turns bytes into values and back: no browser, no storage",
        inside: &["src/exchange/"],
        except: &[],
        words: &[
            "leptos",
            "web_sys",
            "js_sys",
            "gloo",
            "std::time",
            "std::fs",
            "crate::platform",
            "crate::state",
            "crate::storage",
            "crate::ui",
        ],
    },
    Ban {
        why: "platform knows the browser and nothing else",
        inside: &["src/platform/"],
        except: &[],
        words: &["crate::state", "crate::storage", "crate::ui"],
    },
    Ban {
        why: "words know no view, storage or browser ability",
        inside: &["src/i18n/"],
        except: &[],
        words: &[
            "leptos",
            "gloo",
            "crate::exchange",
            "crate::platform",
            "crate::state",
            "crate::storage",
            "crate::ui",
        ],
    },
    Ban {
        why: "state knows no view",
        inside: &["src/state/"],
        except: &[],
        words: &["crate::ui"],
    },
    Ban {
        why: "views reach saved data through state alone",
        inside: &["src/ui/"],
        except: &[],
        words: &[
            "crate::storage",
            "crate::exchange",
            "web_sys::Storage",
            "serde_json",
        ],
    },
    Ban {
        why: "only storage/browser.rs touches the browser's storage",
        inside: &["src/"],
        // Leptos calls the place of a signal that stays on its thread LocalStorage too.
        except: &["src/storage/browser.rs", "src/state/same_file.rs"],
        words: &[
            "gloo_storage",
            "LocalStorage",
            "SessionStorage",
            "local_storage",
            "session_storage",
            "web_sys::Storage",
        ],
    },
    Ban {
        why: "only storage/journal/database.rs touches the second copy, and platform/same_file.rs the handle of a file",
        inside: &["src/"],
        except: &[
            "src/storage/journal/database.rs",
            "src/platform/same_file.rs",
        ],
        words: &["idb", "indexed_db", "IdbDatabase", "IdbTransaction"],
    },
    Ban {
        why: "only storage/keys.rs spells a key",
        inside: &["src/", "build.rs"],
        except: &["src/storage/keys.rs"],
        words: &["\"tailored/"],
    },
    Ban {
        why: "only storage/shape decides how data looks on disk (exchange and the build have shapes of their own)",
        inside: &["src/"],
        except: &[
            "src/storage/shape/",
            "src/exchange/",
            "src/knowledge/compile/",
            "src/bin/",
        ],
        words: &["serde::Serialize", "serde::Deserialize", "serde::*"],
    },
    Ban {
        why: "what day it is comes from state/today.rs, which follows the clock (the way in needs a name for a file)",
        inside: &["src/state/", "src/ui/"],
        except: &["src/state/today.rs", "src/state/gate.rs"],
        words: &["clock::today"],
    },
    Ban {
        why: "days and times are typed in moment_fields alone: what is typed digit by digit is saved when the field is left",
        inside: &["src/ui/"],
        except: &["src/ui/components/moment_fields.rs", "src/ui/route.rs"],
        words: &[
            "type=\"date\"",
            "type=\"time\"",
            "type=\"month\"",
            "type=\"datetime-local\"",
            "crate::domain::date::day_from",
            "crate::domain::date::time_from",
        ],
    },
    Ban {
        why: "no user text ever becomes markup or code",
        inside: &["src/"],
        except: &[],
        words: &[
            "inner_html",
            "set_inner_html",
            "set_outer_html",
            "insert_adjacent_html",
            "js_sys::eval",
            "js_sys::Function::new_with_args",
            "js_sys::Function::new_no_args",
        ],
    },
    Ban {
        why: "no inline style: the content policy forbids it",
        inside: &["src/ui/"],
        except: &[],
        words: &["style=", ".style("],
    },
    Ban {
        why: "nothing half done, nothing that panics, nothing printed",
        inside: &["src/"],
        except: &["src/bin/", "src/knowledge/compile/"],
        words: &[
            ".unwrap()",
            "todo!",
            "unimplemented!",
            "dbg!",
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
        ],
    },
    Ban {
        why: "no unsafe code, no test that is switched off",
        inside: &["src/", "tests/", "benches/", "examples/", "build.rs"],
        // This file has to name what it forbids.
        except: &["tests/architecture.rs"],
        words: &[
            "unsafe {",
            "unsafe fn",
            "unsafe impl",
            "unsafe extern",
            "#[ignore",
            "thread::sleep",
        ],
    },
];

const MOST_LINES: usize = 500;
/// Stands in one of the first ten lines of a longer file, with the reason after it.
const LENGTH_REASON: &str = "Long because";

const TOP_LEVEL: &[&str] = &[
    ".ci",
    ".git",
    ".github",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "benches",
    "build.rs",
    "dev",
    "dist",
    "docs",
    "examples",
    "index.html",
    "src",
    "style",
    "target",
    "tests",
];

impl Ban {
    fn applies_to(&self, path: &str) -> bool {
        let begins = |prefix: &&str| path.starts_with(*prefix);
        self.inside.iter().any(begins) && !self.except.iter().any(begins)
    }

    fn problems(&self, path: &str, source: &str) -> Vec<String> {
        if !self.applies_to(path) {
            return Vec::new();
        }
        let code = scanned(path, source);
        let found = self.words.iter().filter(|word| has_word(&code, word));
        found
            .map(|word| format!("{path}: {word} ({})", self.why))
            .collect()
    }
}

fn length_problem(path: &str, source: &str) -> Option<String> {
    let n_lines = source.lines().count();
    let has_reason = source
        .lines()
        .take(10)
        .any(|line| line.contains(LENGTH_REASON));
    (n_lines > MOST_LINES && !has_reason).then(|| {
        format!("{path}: {n_lines} lines; split it, or say \"{LENGTH_REASON} …\" at its top")
    })
}

fn documentation_problem(path: &str, source: &str) -> Option<String> {
    (!source.starts_with("//!"))
        .then(|| format!("{path}: begins without a word on what it owns (\"//! …\")"))
}

fn top_level_problem(name: &str) -> Option<String> {
    (!TOP_LEVEL.contains(&name))
        .then(|| format!("{name}: not a place that the map of the project knows"))
}

#[test]
fn no_file_uses_what_its_folder_must_not() {
    let sources = rust_sources();
    let problems = sources
        .iter()
        .flat_map(|(path, source)| BANS.iter().flat_map(move |ban| ban.problems(path, source)));
    assert_none(problems);
}

#[test]
fn no_file_is_longer_than_500_lines_without_a_reason() {
    let mut sources = rust_sources();
    for folder in ["src", "style"] {
        sources.extend(files(folder, &["css", "js"]));
    }
    let sources = sources.iter();
    assert_none(sources.filter_map(|(path, source)| length_problem(path, source)));
}

#[test]
fn every_source_file_says_first_what_it_owns() {
    let sources = files("src", &["rs"]);
    let problems = sources
        .iter()
        .filter_map(|(path, source)| documentation_problem(path, source));
    assert_none(problems);
}

#[test]
fn the_top_level_holds_only_what_the_map_names() {
    let entries = fs::read_dir(root()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert_none(names.filter_map(|name| top_level_problem(&name)));
}

#[test]
fn each_ban_finds_each_of_its_words_and_only_in_code_that_it_covers() {
    for ban in BANS {
        for word in ban.words {
            let bad = format!("fn bad() {{ {word} }}\n");
            for folder in ban.inside {
                let path = format!("{folder}sample.rs");
                assert_eq!(ban.problems(&path, &bad).len(), 1, "{word} in {path}");
            }
            for place in ban.except {
                assert_eq!(ban.problems(place, &bad), [""; 0], "{word} in {place}");
            }
            assert_eq!(ban.problems("elsewhere.rs", &bad), [""; 0]);
            let path = format!("{}sample.rs", ban.inside[0]);
            let fine = format!("// {word}\n/// {word}\n/* /* {word} */ {word} */ fn fine() {{}}\n");
            assert_eq!(ban.problems(&path, &fine), [""; 0], "{word} in a comment");
        }
    }
}

#[test]
fn the_scanner_sees_through_nested_imports_and_skips_unit_tests_only_in_src() {
    let ban = |word: &str| {
        let is_it = |ban: &&Ban| ban.words.contains(&word);
        BANS.iter().find(is_it).unwrap()
    };
    let domain = "src/domain/sample.rs";
    for bad in [
        "use std::{collections::BTreeMap, time::{Duration, Instant}};",
        "use std::{\n    time as clock,\n};",
        "use ::std::time::Instant;",
        "fn f() { std::time::Instant::now(); }",
        "#[cfg(test)]\nmod tests {\n    mod inner {\n    }\n}\nuse std::time::Instant;",
    ] {
        assert_eq!(ban("std::time").problems(domain, bad).len(), 1, "{bad}");
    }
    for fine in [
        "#[cfg(test)]\nmod tests {\n    use std::time::Instant;\n}\n",
        "const TEXT: char = '\"'; // std::time",
        "fn f<'a>(x: &'a str) {} // std::time",
        "const URL: &str = \"a \\\" // b\"; // std::time",
        "const RAW: &str = r#\"a \" // b\"#; // std::time",
        "use mystd::time; use std::timely;",
    ] {
        assert_eq!(ban("std::time").problems(domain, fine), [""; 0], "{fine}");
    }
    // What follows a "//" inside a text is still code.
    let bad = "const URL: &str = \"https://x\"; fn f() { std::time::now() }";
    assert_eq!(ban("std::time").problems(domain, bad).len(), 1);
    let switched_off = "#[cfg(test)]\nmod tests {\n    #[ignore]\n    fn f() {}\n}\n";
    assert_eq!(
        ban("#[ignore")
            .problems("tests/sample.rs", switched_off)
            .len(),
        1
    );
}

#[test]
fn the_rules_on_length_documentation_and_places_can_fail() {
    let long = "line\n".repeat(MOST_LINES + 1);
    assert!(length_problem("x.rs", &long).is_some());
    assert!(length_problem("x.rs", &long[5..]).is_none());
    assert!(
        length_problem(
            "x.rs",
            &format!("//! {LENGTH_REASON} it is a table.\n{long}")
        )
        .is_none()
    );
    assert!(length_problem("x.rs", &format!("{long}//! {LENGTH_REASON} said too late.")).is_some());
    assert!(documentation_problem("x.rs", "use std::fs;\n").is_some());
    assert!(documentation_problem("x.rs", "//! Owns x.\n").is_none());
    assert!(top_level_problem("utils").is_some());
    assert!(top_level_problem("src").is_none());
}

#[test]
fn the_rules_look_at_the_files_that_are_there() {
    let sources = rust_sources();
    for path in [
        "src/lib.rs",
        "src/domain/ids.rs",
        "src/storage/keys.rs",
        "tests/architecture.rs",
        "build.rs",
    ] {
        assert!(sources.iter().any(|(found, _)| found == path), "{path}");
    }
}

fn assert_none(problems: impl Iterator<Item = String>) {
    let problems: Vec<String> = problems.collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the project, as its path from the root and its text.
fn rust_sources() -> Vec<(String, String)> {
    let folders = ["src", "tests", "benches", "examples"];
    let mut sources: Vec<_> = folders
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
        .collect();
    sources.push((
        "build.rs".to_owned(),
        fs::read_to_string(root().join("build.rs")).unwrap(),
    ));
    sources
}

fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        // A folder that is allowed need not be there.
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if has_ending(&path, endings) {
                let relative = path.strip_prefix(root()).unwrap();
                let name = relative.to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    ending.is_some_and(|ending| endings.contains(&ending.as_ref()))
}
