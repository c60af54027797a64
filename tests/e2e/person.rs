//! Owns the language of the journeys: a person with a browser, who reads, presses, chooses and writes.
//! Everything waits for its condition, for a minute at most; a failure says what the page showed instead.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::engine::{Browser, Engine, Saving};
use crate::server::Server;

/// Long, because a loaded machine may stop for many seconds; only a failure takes all of it.
const PATIENCE: Duration = Duration::from_secs(60);
const PAGE: &str = include_str!("page.js");

/// A person, the browser in front of them, and the server that the app came from.
pub struct Person {
    // The browser closes before its profile is deleted and its server stops.
    browser: Option<Browser>,
    engine: Engine,
    saving: Saving,
    profile: TempDir,
    out: TempDir,
    pub server: Server,
}

impl Person {
    /// Somebody who was never here before opens the app.
    pub async fn opens_the_app(engine: Engine, server: Server) -> Self {
        Self::opens_the_app_where(engine, Saving::Allowed, server).await
    }

    /// The same with a browser that may forbid to save anything, as some private windows do.
    pub async fn opens_the_app_where(engine: Engine, saving: Saving, server: Server) -> Self {
        let mut person = Self {
            browser: None,
            engine,
            saving,
            profile: tempfile::tempdir().expect("a temporary folder"),
            out: tempfile::tempdir().expect("a temporary folder"),
            server,
        };
        person.opens_the_browser().await;
        person.goes_to("").await;
        person
    }

    async fn opens_the_browser(&mut self) {
        let (profile, out) = (self.profile.path(), self.out.path());
        self.browser = Some(Browser::open(self.engine, self.saving, profile, out).await);
    }

    // ---- Moving about -------------------------------------------------------------------------------------------

    /// Opens an address below the start of the app, such as "#/diary".
    pub async fn goes_to(&self, path: &str) {
        let address = format!("{}{path}", self.server.address());
        self.client()
            .goto(&address)
            .await
            .unwrap_or_else(|e| panic!("{address} does not open: {e}"));
    }

    pub async fn reloads(&self) {
        if self.engine == Engine::Firefox {
            // Its driver passes by the offline worker, as Shift with the reload button does; a page's own reload is the usual one.
            self.asks(
                "document.documentElement.dataset.isLeft = ''; location.reload()",
                json!([]),
            )
            .await;
            self.until(
                "the page is loaded again",
                "return document.readyState === 'complete' && !('isLeft' in document.documentElement.dataset)",
                json!([]),
            )
            .await;
            return;
        }
        self.client()
            .refresh()
            .await
            .unwrap_or_else(|e| panic!("the page cannot be loaded again: {e}"));
    }

    pub async fn goes_back(&self) {
        self.client()
            .back()
            .await
            .unwrap_or_else(|e| panic!("there is no way back: {e}"));
    }

    /// Closes the browser; what it keeps stays.
    pub fn closes(&mut self) {
        self.browser = None;
    }

    /// Closes the browser and, later, opens the app in it again.
    pub async fn closes_and_opens_again(&mut self) {
        self.closes();
        self.opens_the_browser().await;
        self.goes_to("").await;
    }

    /// Makes the window this large, in CSS pixels; browsers with a smallest size stop there.
    pub async fn has_a_window_of(&self, width: u32, height: u32) {
        self.client()
            .set_window_size(width, height)
            .await
            .unwrap_or_else(|e| panic!("the window keeps its size: {e}"));
    }

    // ---- Reading ------------------------------------------------------------------------------------------------

    /// Waits until this text is on the page.
    pub async fn sees(&self, text: &str) {
        self.until(
            &format!("'{text}' is to be seen"),
            "return shownText().includes(arguments[0])",
            json!([text]),
        )
        .await;
    }

    /// Waits until this text is gone.
    pub async fn sees_no_more(&self, text: &str) {
        self.until(
            &format!("'{text}' is gone"),
            "return !shownText().includes(arguments[0])",
            json!([text]),
        )
        .await;
    }

    /// Waits until the page, or the sheet over it, has this heading.
    pub async fn is_at(&self, heading_text: &str) {
        self.until(
            &format!("the heading is '{heading_text}'"),
            "return heading() === arguments[0]",
            json!([heading_text]),
        )
        .await;
    }

    /// Waits until the app has taken the place of the static shell.
    pub async fn has_the_app(&self) {
        let script = "return document.querySelector('#app h1') !== null && document.querySelector('.shell-welcome') === null";
        self.until("the app is there", script, json!([])).await;
    }

    /// The heading of the page, or of the sheet over it.
    pub async fn heading(&self) -> String {
        self.text_of("return heading()").await
    }

    /// All text that is to be seen, with single spaces.
    pub async fn reads(&self) -> String {
        self.text_of("return shownText()").await
    }

    /// The title of the window.
    pub async fn title(&self) -> String {
        self.client()
            .title()
            .await
            .expect("the browser tells its title")
    }

    /// Whether this can be pressed, chosen or filled just now.
    pub async fn can_press(&self, name: &str) -> bool {
        self.asks("return find('press', arguments[0]) !== null", json!([name]))
            .await
            == Value::Bool(true)
    }

    /// Whether this choice, by its label, is chosen.
    pub async fn has_chosen(&self, label: &str) -> bool {
        let script = "const found = find('choose', arguments[0]); \
                      return found !== null && (found.checked ?? found.getAttribute('aria-checked') === 'true')";
        self.asks(script, json!([label])).await == Value::Bool(true)
    }

    /// The name of what has the focus; empty when nothing has.
    pub async fn focus(&self) -> String {
        self.text_of("const e = document.activeElement; return e && e !== document.body ? namesOf(e)[0] : ''").await
    }

    // ---- Acting -------------------------------------------------------------------------------------------------

    /// Presses a button or follows a link by its name: the whole of it, or its first line, or its beginning.
    pub async fn presses(&self, name: &str) {
        self.touches("press", name, None).await;
    }

    /// Presses something that leads to another place of the app, and waits until that is drawn.
    pub async fn leaves_by(&self, name: &str) {
        let here = self.asks("return location.hash", json!([])).await;
        self.presses(name).await;
        self.until(
            &format!("'{name}' leads on"),
            "return location.hash !== arguments[0]",
            json!([here]),
        )
        .await;
        // The address changes first; the app hears of it and draws before the second picture from now.
        let script = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(done))";
        self.asks_and_waits(script, json!([])).await;
    }

    /// Chooses a radio button, a box or a region by its label.
    pub async fn chooses(&self, label: &str) {
        self.touches("choose", label, None).await;
    }

    /// Chooses within one question, for labels that occur more than once on the page.
    pub async fn answers(&self, question: &str, label: &str) {
        self.touches("choose", label, Some(question)).await;
    }

    /// Writes into a field, or picks from a list, by its label. What was there before is replaced.
    /// Dates are written as 2026-11-23, times as 14:30.
    pub async fn fills(&self, label: &str, text: &str) {
        let began = Instant::now();
        loop {
            if let Some(reached) = self.reaches("fill", label, None).await
                && self.writes(&reached, text).await.is_ok()
            {
                return;
            }
            self.waits(began, &format!("the field '{label}' can be filled"))
                .await;
        }
    }

    /// Presses one key where the focus is.
    pub async fn presses_key(&self, key: Key) {
        self.types(&char::from(key).to_string()).await;
    }

    /// Presses the keys of a text where the focus is.
    pub async fn types(&self, text: &str) {
        let focused = self
            .client()
            .active_element()
            .await
            .unwrap_or_else(|e| panic!("nothing has the focus: {e}"));
        focused
            .send_keys(text)
            .await
            .unwrap_or_else(|e| panic!("'{text}' does not arrive: {e}"));
    }

    // ---- What a test may ask beyond what a person sees ----------------------------------------------------------

    /// Runs a piece of script in the page, with the functions of page.js, and gives back what it returns.
    pub async fn asks(&self, script: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else {
            panic!("arguments come as a list")
        };
        self.client()
            .execute(&format!("{PAGE}\n{script}"), arguments)
            .await
            .unwrap_or_else(|e| panic!("the page does not answer '{script}': {e}"))
    }

    /// Like [`Self::asks`], for a script that calls its last argument when it has finished.
    pub async fn asks_and_waits(&self, script: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else {
            panic!("arguments come as a list")
        };
        self.client()
            .execute_async(&format!("{PAGE}\n{script}"), arguments)
            .await
            .unwrap_or_else(|e| panic!("the page does not answer '{script}': {e}"))
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str, arguments: Value) {
        let began = Instant::now();
        // A page that is just being left cannot answer; the next one will.
        while self.tries(script, &arguments).await != Some(Value::Bool(true)) {
            self.waits(began, what).await;
        }
    }

    /// Waits until the app lies on the device and would start without a server.
    pub async fn has_the_offline_copy(&self) {
        let script = "const done = arguments[arguments.length - 1]; \
                      navigator.serviceWorker.ready.then((r) => done(r.active !== null), (e) => done(String(e)))";
        assert_eq!(
            self.asks_and_waits(script, json!([])).await,
            Value::Bool(true),
            "no worker came up"
        );
        self.until(
            "the worker is in charge",
            "return navigator.serviceWorker.controller?.state === 'activated'",
            json!([]),
        )
        .await;
    }

    /// Waits for a file that the browser saves or prints, and reads it.
    pub async fn receives_file(&self, name: &str) -> Vec<u8> {
        let path: PathBuf = self.out.path().join(name);
        let began = Instant::now();
        while !path.is_file() || fs::metadata(&path).is_ok_and(|file| file.len() == 0) {
            self.waits(began, &format!("the file '{name}' arrives"))
                .await;
        }
        let bytes = fs::read(&path).expect("an existing file can be read");
        fs::remove_file(&path).expect("our own folder can be changed");
        bytes
    }

    /// Waits for a JSON file whose name begins so, and reads it when it is complete.
    pub async fn receives_json(&self, beginning: &str) -> Value {
        let began = Instant::now();
        loop {
            let arrived = fs::read_dir(self.out.path())
                .expect("our own folder can be read")
                .filter_map(|entry| Some(entry.ok()?.path()))
                .find(|path| {
                    path.file_name()
                        .is_some_and(|name| name.to_string_lossy().starts_with(beginning))
                });
            if let Some(path) = arrived
                && let Ok(text) = fs::read(&path)
                && let Ok(json) = serde_json::from_slice(&text)
            {
                fs::remove_file(&path).expect("our own folder can be changed");
                return json;
            }
            self.waits(began, &format!("the file '{beginning}…' arrives"))
                .await;
        }
    }

    /// Puts an empty file beside those that the browser saves, as a sign to a browser of our own.
    pub fn leaves_file(&self, name: &str) {
        fs::write(self.out.path().join(name), "").expect("our own folder can be changed");
    }

    /// Where the browser keeps what it keeps.
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    pub fn browser(&self) -> &Browser {
        self.browser
            .as_ref()
            .expect("the browser is closed only while it is being opened again")
    }

    pub fn client(&self) -> &Client {
        &self.browser().client
    }

    // ---- Private ------------------------------------------------------------------------------------------------

    async fn tries(&self, script: &str, arguments: &Value) -> Option<Value> {
        let arguments = arguments
            .as_array()
            .expect("arguments come as a list")
            .clone();
        self.client()
            .execute(&format!("{PAGE}\n{script}"), arguments)
            .await
            .ok()
    }

    /// The text that a script returns.
    pub async fn text_of(&self, script: &str) -> String {
        self.asks(script, json!([]))
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    async fn touches(&self, kind: &str, name: &str, group: Option<&str>) {
        let began = Instant::now();
        loop {
            // Between finding and touching the app may have drawn the page anew: then it is found again.
            if let Some(reached) = self.reaches(kind, name, group).await
                && self.touch(&reached).await.is_ok()
            {
                return;
            }
            self.waits(began, &format!("'{name}' is there to {kind}"))
                .await;
        }
    }

    async fn reaches(&self, kind: &str, name: &str, group: Option<&str>) -> Option<Value> {
        let script = "return reach(arguments[0], arguments[1], arguments[2])";
        self.tries(script, &json!([kind, name, group]))
            .await
            .filter(Value::is_object)
    }

    async fn touch(&self, reached: &Value) -> Result<(), fantoccini::error::CmdError> {
        if reached["isDrawing"] == true {
            // The middle of a bent shape can lie outside of it; its own key always works.
            let target = self.element(&reached["target"]);
            self.client()
                .execute("arguments[0].focus()", vec![reached["target"].clone()])
                .await?;
            return target.send_keys(" ").await;
        }
        self.element(&reached["target"]).click().await
    }

    async fn writes(&self, reached: &Value, text: &str) -> Result<(), fantoccini::error::CmdError> {
        let field = self.element(&reached["control"]);
        if reached["tag"] == "select" {
            return field.select_by_label(text).await;
        }
        if ["date", "time", "month", "number", "range"]
            .iter()
            .any(|kind| reached["type"] == *kind)
        {
            let script = format!("{PAGE}\nsetValue(arguments[0], arguments[1])");
            self.client()
                .execute(&script, vec![reached["control"].clone(), json!(text)])
                .await?;
            return Ok(());
        }
        field.clear().await?;
        field.send_keys(text).await
    }

    fn element(&self, reference: &Value) -> Element {
        // The key by which the WebDriver standard marks an element in an answer.
        let id = reference["element-6066-11e4-a52e-4f735466cecf"]
            .as_str()
            .expect("an element was found");
        Element::from_element_id(self.client().clone(), ElementRef::from(id.to_owned()))
    }

    async fn waits(&self, began: Instant, for_what: &str) {
        if began.elapsed() > PATIENCE {
            let shown = self
                .tries("return shownText()", &json!([]))
                .await
                .unwrap_or_default();
            let place = self
                .client()
                .current_url()
                .await
                .map(|url| url.to_string())
                .unwrap_or_default();
            panic!(
                "waited in vain until {for_what}\n  address: {place}\n  page: {shown}\n  picture: {}",
                self.picture_of_failure().await
            );
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
    }

    async fn picture_of_failure(&self) -> String {
        match self.client().screenshot().await {
            Ok(picture) => self.keeps(&format!("{}.png", std::process::id()), &picture),
            Err(problem) => format!("none could be taken: {problem}"),
        }
    }

    /// Keeps something for the developer and says where.
    pub fn keeps(&self, name: &str, bytes: &[u8]) -> String {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/e2e");
        let path = folder.join(format!("{}-{name}", self.engine.name()));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, bytes))
            .map_or_else(
                |problem| problem.to_string(),
                |()| path.display().to_string(),
            )
    }
}
