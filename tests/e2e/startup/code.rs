//! Owns what the code of a release is made of: its functions by group and by crate, and what it weighs in files.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload, TypeRef};

/// Groups of functions by what their names contain; the first that fits counts.
const GROUPS: [(&str, &[&str]); 9] = [
    ("sorting", &["slice::sort"]),
    ("`BTreeMap` and `BTreeSet`", &["btree"]),
    ("JSON and stored shapes (serde)", &["serde"]),
    ("bodies of components", &["untrack_with_diagnostics"]),
    ("views (tachys, leptos)", &["tachys", "leptos::"]),
    ("reactive graph", &["reactive_graph"]),
    (
        "calls of closures",
        &["FnOnce::call_once", "ops::function::impls"],
    ),
    ("dropping values", &["drop_in_place", "::drop"]),
    (
        "iterators and collecting",
        &[
            "iter::adapters",
            "spec_from_iter",
            "into_iter",
            "::extend_",
            "::collect",
        ],
    ),
];

/// Names of functions are a byte range in the file; both numbers are bytes before the app is cut and made small.
pub struct Code {
    /// The name, as the compiler spells it, and the size of each function.
    functions: Vec<(String, usize)>,
    /// Texts and tables.
    pub data: usize,
}

impl Code {
    /// Reads a file of code with names in it.
    pub fn read(file: &Path) -> Option<Self> {
        Self::parse(&fs::read(file).ok()?).ok()
    }

    fn parse(wasm: &[u8]) -> Result<Self, BinaryReaderError> {
        let (mut n_imported, mut sizes, mut data) = (0, Vec::new(), 0);
        let mut names = BTreeMap::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        n_imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => sizes.push(length(body.range())),
                Payload::DataSection(section) => data = length(section.range()),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(section) = section.as_known() else {
                        continue;
                    };
                    for part in section {
                        let Name::Function(functions) = part? else {
                            continue;
                        };
                        for function in functions {
                            let function = function?;
                            names.insert(function.index as usize, function.name.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        let functions = sizes.into_iter().enumerate().map(|(place, size)| {
            let name = names.remove(&(n_imported + place)).unwrap_or_default();
            (name, size)
        });
        Ok(Self {
            functions: functions.collect(),
            data,
        })
    }

    pub fn n_functions(&self) -> usize {
        self.functions.len()
    }

    pub fn bytes(&self) -> usize {
        self.functions.iter().map(|(_, size)| size).sum()
    }

    /// Bytes and number of the functions of each group, the largest first.
    pub fn groups(&self) -> Vec<(String, usize, usize)> {
        self.sorted(group_of)
    }

    /// The same for each crate that a name begins with, without our own and the standard library.
    pub fn crates(&self) -> Vec<(String, usize, usize)> {
        let own = ["tailored", "core", "alloc", "std", ""];
        let mut crates = self.sorted(|name| crate_of(name).to_owned());
        crates.retain(|(name, ..)| !own.contains(&name.as_str()));
        crates
    }

    fn sorted(&self, group: impl Fn(&str) -> String) -> Vec<(String, usize, usize)> {
        let mut groups: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (name, size) in &self.functions {
            let (bytes, number) = groups.entry(group(name)).or_default();
            *bytes += size;
            *number += 1;
        }
        let mut groups: Vec<_> = groups
            .into_iter()
            .map(|(name, (bytes, number))| (name, bytes, number))
            .collect();
        groups.sort_by_key(|(_, bytes, _)| std::cmp::Reverse(*bytes));
        groups
    }
}

fn length(range: Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or_default()
}

fn group_of(name: &str) -> String {
    if crate_of(name) == "tailored" && !name.contains("serde") {
        let module = name.split("tailored::").nth(1).unwrap_or_default();
        let module: String = module
            .chars()
            .take_while(|letter| is_identifier(*letter))
            .collect();
        return format!("our own: `{module}`");
    }
    GROUPS
        .iter()
        .find(|(_, parts)| parts.iter().any(|part| name.contains(part)))
        .map_or("everything else", |(group, _)| group)
        .to_owned()
}

/// The first crate in a name such as `<T as tachys::view::Render>::build` or `core[c5930c85a12de822]::fmt::write`.
fn crate_of(name: &str) -> &str {
    let Some(end) = name.find("::") else {
        return "";
    };
    let before = name[..end].split('[').next().unwrap_or_default();
    // A lone bracket belongs to a slice, not to the number of a crate.
    let before = if before.is_empty() {
        &name[..end]
    } else {
        before
    };
    let begin = before
        .rfind(|letter| !is_identifier(letter))
        .map_or(0, |place| place + 1);
    &before[begin..]
}

fn is_identifier(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// What a release weighs: each part with its bytes, raw and as they are sent.
pub fn parts(dist: &Path) -> Vec<(&'static str, u64, u64)> {
    let mut parts = [
        ("first file of code", 0, 0),
        ("scripts", 0, 0),
        ("page, style sheet, manifest, icons, offline worker", 0, 0),
        ("later files of code", 0, 0),
        ("**whole app**", 0, 0),
    ];
    for entry in fs::read_dir(dist)
        .expect("the release can be read")
        .flatten()
    {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // Compressed copies, and headers for a host.
        if name.ends_with(".br") || name.starts_with(['_', '.']) {
            continue;
        }
        let size = |path: &Path| fs::metadata(path).map(|file| file.len());
        let raw = size(&path).expect("a file of the release has a size");
        let sent = size(&dist.join(format!("{name}.br"))).unwrap_or(raw);
        let part = match name.rsplit('.').next() {
            Some("wasm") if name.ends_with("-main.wasm") => 0,
            Some("wasm") => 3,
            Some("js") if name != "sw.js" => 1,
            _ => 2,
        };
        for place in [part, 4] {
            parts[place].1 += raw;
            parts[place].2 += sent;
        }
    }
    parts.to_vec()
}
