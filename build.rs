//! Checks the clinical knowledge and the body map and compiles them to static tables.
//! A mistake in the TOML files or the drawings fails the build and is printed with its file and entry.

#[path = "src/knowledge/compile/bodymap/mod.rs"]
mod bodymap;
#[path = "src/knowledge/compile/mod.rs"]
mod compile;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let folder = Path::new("src/knowledge");
    println!(
        "cargo::rerun-if-changed={}",
        folder.join("compile").display()
    );
    for name in compile::Files::NAMES {
        println!("cargo::rerun-if-changed={}", folder.join(name).display());
    }
    keep_relocations();
    if let Err(messages) = write_tables(folder).and_then(|()| write_body_map()) {
        for message in messages {
            println!("cargo::error={}", message.replace('\n', " "));
        }
    }
}

/// The release splits the app into files that arrive one after the other, and needs the linker's records for that.
fn keep_relocations() {
    if env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm")
        && env::var("PROFILE").as_deref() == Ok("release")
    {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}

fn write_tables(folder: &Path) -> Result<(), Vec<String>> {
    let files = compile::Files::gather(|name| {
        fs::read_to_string(folder.join(name)).map_err(|error| vec![format!("{name}: {error}")])
    })?;
    let tables = compile::compile(&files)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    fs::write(cargo_folder("OUT_DIR")?.join("knowledge.rs"), tables)
        .map_err(|error| vec![format!("knowledge.rs: {error}")])
}

fn write_body_map() -> Result<(), Vec<String>> {
    bodymap::compile_body_map(
        &cargo_folder("CARGO_MANIFEST_DIR")?,
        &cargo_folder("OUT_DIR")?,
    )
    .map_err(|message| vec![message])
}

fn cargo_folder(variable: &str) -> Result<PathBuf, Vec<String>> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| vec![format!("cargo did not set {variable}")])
}
