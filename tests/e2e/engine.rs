//! Owns the browser engines: their drivers, how a browser starts with a person's profile, how it ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::{Value, json};

/// How long a driver may take for an answer on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// How often a browser is started before the machine counts as unable to.
const STARTS: usize = 3;

/// Three independent engines; what works in all of them works on nearly every device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// Whether the browser lets a page save anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    Allowed,
    Forbidden,
}

impl Engine {
    /// Those named in TAILORED_ENGINES; `./dev` names the ones that are installed.
    pub fn chosen() -> Vec<Self> {
        let named = std::env::var("TAILORED_ENGINES").unwrap_or_else(|_| "chromium".to_owned());
        named
            .split_whitespace()
            .map(|name| match name {
                "chromium" => Self::Chromium,
                "firefox" => Self::Firefox,
                "webkit" => Self::WebKit,
                other => panic!(
                    "TAILORED_ENGINES names '{other}'; known are chromium, firefox and webkit"
                ),
            })
            .collect()
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn driver(self, port: u16) -> Command {
        let (program, arguments): (&str, &[&str]) = match self {
            Self::Chromium => ("chromedriver", &[]),
            Self::Firefox => ("geckodriver", &["--log", "fatal"]),
            // WebKitGTK has no mode without a screen.
            Self::WebKit => (
                "xvfb-run",
                &[
                    "--auto-servernum",
                    "--server-args=-screen 0 1400x1000x24",
                    "WebKitWebDriver",
                ],
            ),
        };
        let mut command = Command::new(program);
        command.args(arguments).arg(format!("--port={port}"));
        if self == Self::WebKit {
            // Its sandbox refuses to run as root, as on a build machine; only our own pages are loaded here.
            command
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("NO_AT_BRIDGE", "1")
                .env("GTK_USE_PORTAL", "0");
        }
        command
    }

    /// `profile` holds what the browser keeps, `out` takes what it saves and prints.
    fn capabilities(self, saving: Saving, profile: &Path, out: &Path) -> Value {
        let forbids = saving == Saving::Forbidden;
        // Milliseconds. The usual 30 seconds for a script are short for axe-core on a loaded machine.
        let timeouts = json!({ "pageLoad": 120_000, "script": 120_000 });
        match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                        "--lang=en-GB", format!("--user-data-dir={}", profile.display()),
                    ],
                    "prefs": {
                        "download.default_directory": out,
                        "download.prompt_for_download": false,
                        // Chromium's own start page asks for things that this journey is not about.
                        "session.restore_on_startup": 4,
                        "session.startup_urls": ["about:blank"],
                        // 1 allows, 2 forbids all that a site may keep: reading it throws.
                        "profile.default_content_setting_values.cookies": if forbids { 2 } else { 1 },
                    },
                },
                "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
                "timeouts": timeouts,
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "browser.download.dir": out,
                        "browser.download.folderList": 2,
                        "browser.helperApps.neverAsk.saveToDisk": "application/json,text/plain,text/csv",
                        "intl.accept_languages": "en-GB",
                        // 5 is the usual setting, 2 forbids all that a site may keep: reading it throws.
                        "network.cookie.cookieBehavior": if forbids { 2 } else { 5 },
                    },
                },
                "timeouts": timeouts,
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/webkit_browser.py"),
                    // Forbidden, its storage is absent: there is nothing to read at all.
                    "args": ["--data", profile, "--out", out, "--saving", if forbids { "no" } else { "yes" }],
                },
                "timeouts": timeouts,
            }),
        }
    }
}

/// An open browser. Closes when dropped, as if the person had closed the window.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    driver: Driver,
}

impl Browser {
    /// Opens the browser with the profile in this folder. A loaded machine may need more than one start.
    pub async fn open(engine: Engine, saving: Saving, profile: &Path, out: &Path) -> Self {
        let Value::Object(capabilities) = engine.capabilities(saving, profile, out) else {
            unreachable!("capabilities are an object")
        };
        let mut problems = Vec::new();
        for _ in 0..STARTS {
            let mut driver = Driver::start(engine).await;
            let client = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&format!("http://127.0.0.1:{}", driver.port))
                .await;
            match client {
                Ok(client) => {
                    driver.session = client.session_id().await.expect("the driver answers");
                    return Self {
                        engine,
                        client,
                        driver,
                    };
                }
                Err(problem) => problems.push(problem.to_string()),
            }
        }
        panic!("{} does not start: {}", engine.name(), problems.join("; "));
    }

    /// A command of one driver only, such as the developer tools of Chromium.
    pub fn own_command(&self, path: &str, body: &Value) -> Value {
        let session = self
            .driver
            .session
            .as_deref()
            .expect("an open browser has a session");
        self.driver
            .request(
                "POST",
                &format!("/session/{session}/{path}"),
                &body.to_string(),
            )
            .expect("the driver answers")["value"]
            .clone()
    }
}

/// A running driver and the session that it holds.
struct Driver {
    process: Child,
    port: u16,
    session: Option<String>,
}

impl Driver {
    async fn start(engine: Engine) -> Self {
        let port = free_port();
        let mut command = engine.driver(port);
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A group of its own, so that everything it starts can be ended with it.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|e| panic!("the driver of {} cannot be started: {e}", engine.name()));
        let driver = Self {
            process,
            port,
            session: None,
        };
        let began = Instant::now();
        while driver
            .request("GET", "/status", "")
            .is_none_or(|status| status["value"]["ready"] == false)
        {
            assert!(
                began.elapsed() < PATIENCE,
                "the driver of {} does not answer",
                engine.name()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        driver
    }

    /// One plain request; also usable while the program is failing, when nothing asynchronous runs any more.
    fn request(&self, method: &str, path: &str, body: &str) -> Option<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}",
            self.port
        );
        stream.write_all(request.as_bytes()).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let mut answer = Vec::new();
        // Some drivers keep the connection in spite of the request: the length tells where the answer ends.
        let mut chunk = [0; 16 * 1024];
        loop {
            let read = stream.read(&mut chunk).ok()?;
            answer.extend_from_slice(&chunk[..read]);
            if let Some(body) = complete_body(&answer, read == 0) {
                return serde_json::from_slice(body).ok();
            }
            if read == 0 {
                return None;
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The browser closes in an orderly way and writes down what it holds.
            let _answer = self.request("DELETE", &format!("/session/{session}"), "");
            // WebKit writes what pages have saved half a second late, in a process of its own that outlives the window.
            let began = Instant::now();
            while began.elapsed() < PATIENCE && runs_in_group(self.process.id(), "WebKitNetworkPr")
            {
                std::thread::park_timeout(Duration::from_millis(20));
            }
        }
        if let Some(group) = i32::try_from(self.process.id())
            .ok()
            .and_then(Pid::from_raw)
        {
            let _already_gone = kill_process_group(group, Signal::TERM);
        }
        let _status = self.process.wait();
    }
}

/// Whether a process of this name (as the system shortens it) is in the group.
fn runs_in_group(group: u32, name: &str) -> bool {
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return false;
    };
    processes
        .filter_map(|process| std::fs::read_to_string(process.ok()?.path().join("stat")).ok())
        .any(|stat| {
            // "pid (name) state parent group …"
            let Some((begin, rest)) = stat.rsplit_once(") ") else {
                return false;
            };
            let mut fields = rest.split(' ');
            let is_running = fields.next() != Some("Z");
            is_running
                && begin.ends_with(&format!("({name}"))
                && fields.nth(1) == Some(group.to_string().as_str())
        })
}

/// The body of an answer once all of it has arrived.
fn complete_body(answer: &[u8], is_closed: bool) -> Option<&[u8]> {
    let head_end = answer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let (head, body) = answer.split_at(head_end);
    let length = String::from_utf8_lossy(head).lines().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("content-length:")?
            .trim()
            .parse::<usize>()
            .ok()
    });
    match length {
        Some(length) => (body.len() >= length).then(|| &body[..length]),
        None => is_closed.then_some(body),
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("some port is free");
    listener
        .local_addr()
        .expect("a bound port has a number")
        .port()
}
