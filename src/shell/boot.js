// Starts the app. When it cannot start, or breaks down later, shows the failure text of index.html in its place.
// May use: the page around it, and saved data to hand out a copy. Must not: change saved data, or need the app.

const STORAGE_PREFIX = "tailored/";
const PANIC_EVENT = "tailored-panic";

// Trunk names the app in two links of the page, each with the checksum of the file.
const glue = document.querySelector('link[rel="modulepreload"]');
const wasm = document.querySelector('link[rel="preload"][as="fetch"]');

addEventListener(PANIC_EVENT, (event) => showFailure(event.detail));
addEventListener("error", (event) => ifTheAppBroke(event.error));
addEventListener("unhandledrejection", (event) => ifTheAppBroke(event.reason));
document.getElementById("failure-reload").addEventListener("click", () => location.reload());
document.getElementById("failure-download").addEventListener("click", () => downloadSavedData("failure-download-answer"));

if (savedKeys().length > 0) document.documentElement.dataset.returning = "";

// Where the browser knows Trusted Types, a text that could become code asks here first. Leptos sets the fixed parts of its
// pages as markup, in which nothing acts; the one script that is named by a text is the offline worker.
const ACTS = /<\/?(script|iframe|object|embed|base|link|meta|style)\b|<[^>]*\s(on\w+|srcdoc)\s*=|javascript:/i;
window.trustedTypes?.createPolicy("default", {
  createHTML: (markup) => (ACTS.test(markup) ? null : markup),
  createScriptURL: (address) => (address === "sw.js" ? address : null),
});

// Whoever hid the page must not see a word of it while it starts again.
if (location.hash.startsWith("#/blank")) {
  document.title = "Notes";
  document.getElementById("app").replaceChildren();
}

// After so long a person wants to know that it is the connection; the app may still come.
const PATIENCE_MS = 12_000;
const late = setTimeout(() => showWaiting("late"), PATIENCE_MS);
document.getElementById("waiting-reload").addEventListener("click", () => location.reload());
document.getElementById("waiting-download").addEventListener("click", () => downloadSavedData("waiting-download-answer"));

start().catch((cause) => (cause instanceof NotFetched ? showWaiting("failed") : showFailure(cause)));

async function start() {
  const [{ default: init }, code] = await Promise.all([fetched(import(glue.href)), fetched(fetchCode())]);
  await init({ module_or_path: code });
  clearTimeout(late);
  document.getElementById("waiting").hidden = true;
}

// The network failed, not the app.
class NotFetched extends Error {}

// A script that arrived and cannot be read is a mistake of ours; anything else kept it from arriving.
function fetched(promise) {
  return promise.catch((cause) => {
    throw cause instanceof SyntaxError ? cause : new NotFetched(String(cause));
  });
}

async function fetchCode() {
  const answer = await fetch(wasm.href, { integrity: wasm.integrity });
  if (!answer.ok) throw new NotFetched(answer.status);
  return answer.arrayBuffer();
}

// The page goes on showing what Tailored is; a button that needs the app would do nothing, so it goes when none will come.
function showWaiting(why) {
  const waiting = document.getElementById("waiting");
  if (why === "failed") {
    clearTimeout(late);
    document.querySelector(".shell-actions")?.remove();
    document.querySelector(".shell-opening")?.remove();
  }
  for (const text of waiting.querySelectorAll("[data-why]")) text.hidden = text.dataset.why !== why;
  waiting.hidden = false;
}

// A trap in the app's code (a panic, memory exhausted, too deep a recursion) leaves it in an unknown state.
function ifTheAppBroke(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) showFailure(error);
}

function showFailure(cause) {
  const failure = document.getElementById("failure");
  if (!failure.hidden) return;
  clearTimeout(late);
  document.getElementById("waiting").hidden = true;
  // A broken app must not take any more input.
  document.getElementById("app").remove();
  document.getElementById("failure-cause").textContent = String(cause);
  failure.hidden = false;
  failure.querySelector("h1").focus();
}

// The browser may forbid reading saved data at all; then there is none that we could lose.
function savedKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(STORAGE_PREFIX));
  } catch {
    return [];
  }
}

function downloadSavedData(idOfAnswer) {
  const keys = savedKeys();
  const answer = document.getElementById(idOfAnswer);
  if (keys.length === 0) {
    answer.textContent = "There is no saved data in this browser.";
    return;
  }
  const copy = JSON.stringify(Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)])), null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([copy], { type: "application/json" }));
  link.download = "tailored-data.json";
  link.click();
  answer.textContent = "Your browser is saving the file “tailored-data.json”.";
}
