// How a person finds things on a page: by what is written, not by how the page is built.
// Sent along with each question to the browser; nothing of it stays in the page.

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

// Engines differ in whether words for the screen reader alone begin a new line: "Save :" and "Save:" are one name.
const plainName = (text) => plain(text).replace(/ :/g, ":");

// SVG elements have no innerText.
const words = (element) => element.innerText ?? element.textContent ?? "";

const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");

// An open sheet covers what lies behind it.
const open = () => [...document.querySelectorAll('dialog[open], [aria-modal="true"]')].find(isShown) ?? document;

const KINDS = {
  press: 'button, a[href], summary, [role="button"], [role="link"], [role="tab"], input[type="submit"], input[type="button"]',
  choose: 'input[type="radio"], input[type="checkbox"], [role="checkbox"], [role="radio"], [role="switch"]',
  fill: 'input:not([type="radio"], [type="checkbox"], [type="submit"], [type="button"], [type="hidden"]), textarea, select',
};

// The name by which a screen reader calls it: all of it, and its first line, which a hint may follow.
function namesOf(element) {
  const by = element.getAttribute("aria-labelledby");
  const label =
    (by && by.split(/\s+/).map((id) => words(document.getElementById(id) ?? document.createElement("p"))).join(" ")) ||
    element.getAttribute("aria-label") ||
    [...(element.labels ?? [])].map(words).join("\n") ||
    words(element) ||
    element.value ||
    "";
  return [plainName(label), plainName(label.trim().split("\n")[0])];
}

// What is touched: a choice is its whole row.
const touched = (element) => (element.matches('input[type="radio"], input[type="checkbox"]') ? (element.labels[0] ?? element) : element);

function groupOf(name) {
  const groups = [...open().querySelectorAll('fieldset, [role="group"], [role="radiogroup"]')].filter(isShown);
  const title = (group) => plain(words(group.querySelector("legend") ?? document.createElement("p"))) || namesOf(group)[0];
  return groups.find((group) => title(group) === name) ?? groups.find((group) => title(group).startsWith(name)) ?? null;
}

function find(kind, name, group) {
  const place = group ? groupOf(group) : open();
  if (!place) return null;
  const able = [...place.querySelectorAll(KINDS[kind])].filter(
    (element) => isShown(touched(element)) && !element.disabled && element.getAttribute("aria-disabled") !== "true",
  );
  const rules = [(names) => names[0] === name, (names) => names[1] === name, (names) => names[0].startsWith(name)];
  for (const rule of rules) {
    const found = able.find((element) => rule(namesOf(element)));
    if (found) return found;
  }
  return null;
}

// Brings it to the middle of the screen, where no bar covers it, and says how to touch it.
function reach(kind, name, group) {
  const found = find(kind, name, group);
  if (!found) return null;
  const target = touched(found);
  target.scrollIntoView({ block: "center", behavior: "instant" });
  return { target, control: found, isDrawing: target instanceof SVGElement, type: found.type ?? "", tag: found.localName };
}

// Date and time fields ask for keys in the order of the system's language; a value has one form everywhere.
function setValue(control, value) {
  const owner = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

const shownText = () => plain(document.body.innerText);
const shown = (selector) => [...open().querySelectorAll(selector)].find(isShown);
const heading = () => plain(words(shown("h1") ?? shown("h2") ?? document.createElement("p")));

// Logs one day after the other, as fast as the page follows, and counts in the window those that it has called saved.
// The page follows the address a moment later, maybe with the same field: it is the next one when it names that day and
// nothing is chosen. Chromium passes over an address after 200 others in ten seconds.
async function logsDays(dayOf, first, count) {
  const turn = () => new Promise((go) => { const way = new MessageChannel(); way.port1.onmessage = go; way.port2.postMessage(0); });
  const hardly = () => [...document.querySelectorAll("input[type=radio]")].find((e) => e.labels[0]?.innerText.trim() === "Hardly");
  window.nLogged = 0;
  for (let n = first; n < first + count; n++) {
    const day = dayOf(n);
    const place = `#/diary/log/${day}`;
    const name = new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    while (!(document.body.innerText.includes(` ${name}`) && hardly()?.checked === false)) {
      if (location.hash !== place) location.hash = place;
      await turn();
    }
    hardly().click();
    while (!document.body.innerText.includes("You can stop here.")) await turn();
    window.nLogged++;
  }
}
