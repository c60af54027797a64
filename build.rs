//! Checks the clinical knowledge and compiles it to static tables.
//! A mistake in the TOML files fails the build and is printed with its file and entry.

#[path = "src/knowledge/compile/mod.rs"]
mod compile;

use std::path::Path;
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
    if let Err(messages) = write_tables(folder) {
        for message in messages {
            println!("cargo::error={}", message.replace('\n', " "));
        }
    }
}

fn write_tables(folder: &Path) -> Result<(), Vec<String>> {
    let files = compile::Files::gather(|name| {
        fs::read_to_string(folder.join(name)).map_err(|error| vec![format!("{name}: {error}")])
    })?;
    let tables = compile::compile(&files)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let output = env::var("OUT_DIR").map_err(|error| vec![format!("OUT_DIR: {error}")])?;
    fs::write(Path::new(&output).join("knowledge.rs"), tables)
        .map_err(|error| vec![format!("knowledge.rs: {error}")])
}
