//! Owns the floor of the start-up benchmark: the counter of `benches/floor` as a release, made in the steps of the app.
//! May use: the steps of `split`. Must not: be part of the app's release.

use std::fs;
use std::path::Path;

use super::split::{bind, cut, linked, make_small};
use super::{PAGE, brotli, read_files, write};

const FLOOR: &str = "floor";
const FLOOR_PAGE: &str = include_str!("../../../benches/floor/index.html");

/// Makes the release of the counter, which cargo has built, in `target/floor`.
///
/// # Errors
/// Says which step failed, in one sentence.
pub fn finish() -> Result<(), String> {
    let folder = Path::new("target/floor");
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let linked = linked(Path::new(""), FLOOR);
    let work = linked.with_file_name("floor-split");
    let first = work.join(format!("{FLOOR}.wasm"));
    let later = cut(&linked, &first, &work)?;
    if !later.is_empty() {
        return Err("a counter has nothing that comes later".to_owned());
    }
    bind(&first, FLOOR, folder)?;
    let code = folder.join(format!("{FLOOR}_bg.wasm"));
    make_small(&code, &code)?;
    write(folder, PAGE, FLOOR_PAGE.as_bytes())?;
    for (name, bytes) in read_files(folder, folder)? {
        write(folder, &format!("{name}.br"), &brotli(&bytes))?;
    }
    Ok(())
}
