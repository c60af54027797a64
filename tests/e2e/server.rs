//! Owns the server of a journey: the finished release, on a free port, which can be stopped and started again.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

/// A server and what it serves. The release is a copy, so that a journey may damage or replace it.
pub struct Server {
    release: TempDir,
    base: String,
    origin: String,
    port: u16,
    process: Option<Child>,
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// The release in dist/ at the root of the address.
    pub fn of_the_release() -> Self {
        Self::in_folder("/")
    }

    /// Something else than the app, at the root of the address.
    pub fn of_folder(folder: &Path) -> Self {
        Self::of(folder, "/")
    }

    /// The release in dist/ in a folder of the address, such as "/pain/".
    pub fn in_folder(base: &str) -> Self {
        Self::of(&built_release(), base)
    }

    fn of(folder: &Path, base: &str) -> Self {
        let release = tempfile::tempdir().expect("a temporary folder");
        copy_files(folder, release.path());
        let mut server = Self {
            release,
            base: base.to_owned(),
            origin: String::new(),
            port: 0,
            process: None,
            log: Arc::default(),
        };
        server.start();
        server
    }

    /// Starts it, on the same port as before when there was one.
    pub fn start(&mut self) {
        let mut process = Command::new(env!("CARGO_BIN_EXE_serve_dist"))
            .arg(self.release.path())
            .args(["--port", &self.port.to_string(), "--base", &self.base])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let first = lines
            .next()
            .expect("a first line")
            .expect("readable output");
        let address = first
            .strip_prefix("Listening on ")
            .expect("the address comes first")
            .to_owned();
        self.origin = address
            .strip_suffix(&self.base)
            .expect("the address ends with the folder")
            .to_owned();
        self.port = self
            .origin
            .rsplit(':')
            .next()
            .and_then(|port| port.parse().ok())
            .expect("a port in the address");
        self.process = Some(process);
        let log = Arc::clone(&self.log);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                log.lock().expect("no writer breaks down").push(line);
            }
        });
    }

    /// From now on nobody answers at the address.
    pub fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().expect("our own process can be ended");
            process.wait().expect("an ended process can be waited for");
        }
    }

    /// Where the app begins.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin, self.base)
    }

    /// The requests so far, such as "GET /index.html 200".
    pub fn log(&self) -> Vec<String> {
        self.log.lock().expect("no writer breaks down").clone()
    }

    /// Takes away the files whose name has this part, as if they never arrived. Returns how many there were.
    pub fn lose(&self, part_of_name: &str) -> usize {
        self.take_away(part_of_name).len()
    }

    /// Puts other bytes in the place of a file, without its compressed form.
    pub fn spoil(&self, part_of_name: &str, bytes: &[u8]) {
        for (path, _) in self.take_away(part_of_name) {
            if !name_of(&path).ends_with(".br") {
                fs::write(path, bytes).expect("our own copy can be changed");
            }
        }
    }

    /// The same for a while: [`Self::mend`] puts them back.
    pub fn take_away(&self, part_of_name: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut taken = Vec::new();
        for path in files_in(self.release.path()) {
            if name_of(&path).contains(part_of_name) {
                let bytes = fs::read(&path).expect("our own copy can be read");
                fs::remove_file(&path).expect("our own copy can be changed");
                taken.push((path, bytes));
            }
        }
        taken
    }

    /// Puts up a release of which one file is missing, as a deploy that was cut short. [`Self::mend`] takes it back.
    pub fn publish_without_a_file(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let names = ["sw.js", "sw.js.br", "app-icon-192.png"];
        let taken = names.map(|name| self.release.path().join(name));
        let before = taken
            .into_iter()
            .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
            .collect();
        self.publish_as("broken-");
        assert_eq!(self.lose("app-icon-192.png"), 1);
        before
    }

    /// Puts files back as they were.
    pub fn mend(&self, files: Vec<(PathBuf, Vec<u8>)>) {
        for (path, bytes) in files {
            fs::write(path, bytes).expect("our own copy can be changed");
        }
    }

    /// Puts up a release that differs from this one, as an update would.
    pub fn publish_another_version(&self) {
        self.publish_as("next-");
    }

    fn publish_as(&self, mark: &str) {
        let _compressed = self.lose("sw.js.br");
        let path = self.release.path().join("sw.js");
        let worker = fs::read_to_string(&path).expect("the release has a worker");
        assert!(
            worker.contains("const VERSION = \""),
            "the worker has no version"
        );
        fs::write(
            &path,
            worker.replace("const VERSION = \"", &format!("const VERSION = \"{mark}")),
        )
        .expect("our own copy can be changed");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn built_release() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("sw.js").is_file(),
        "there is no finished release in dist/; './dev build' makes it"
    );
    dist
}

fn copy_files(from: &Path, to: &Path) {
    for path in files_in(from) {
        let target = to.join(path.strip_prefix(from).expect("found below it"));
        fs::create_dir_all(target.parent().expect("below the target"))
            .expect("a folder can be made");
        fs::copy(&path, target).expect("a file can be copied");
    }
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("a readable folder")
        .map(|entry| entry.expect("a readable entry").path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files_in(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

fn name_of(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}
