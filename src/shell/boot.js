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
document.getElementById("failure-download").addEventListener("click", downloadSavedData);

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

start().catch(showFailure);

async function start() {
  const { default: init } = await import(glue.href);
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
}

// A trap in the app's code (a panic, memory exhausted, too deep a recursion) leaves it in an unknown state.
function ifTheAppBroke(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) showFailure(error);
}

function showFailure(cause) {
  const failure = document.getElementById("failure");
  if (!failure.hidden) return;
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

function downloadSavedData() {
  const keys = savedKeys();
  const answer = document.getElementById("failure-download-answer");
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
