// How a hurried person answers any question of the assessment, and what the screen then shows as the answer.
// Sent along after page.js. Only what is shown can be touched: the choice of a way stays closed.

const fieldsHere = () => [...document.querySelectorAll("main form :is(input, select, textarea)")];
const isNumber = (field) => field.inputMode === "numeric" || field.inputMode === "decimal";
const isTick = (field) => field.type === "radio" || field.type === "checkbox";

// The label, also of a field in a group that is closed just now.
const labelOf = (field) => plain(field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent);

// Everything that the form says, in its order, with the places on the map.
function answersHere() {
  const fields = fieldsHere().filter((field) => field.name !== "way");
  const said = fields.map((field) => `${labelOf(field)}: ${isTick(field) ? field.checked : field.value}`);
  const places = [...document.querySelectorAll("main form ol li")].map((place) => plain(words(place)));
  return [...said, ...places].join("\n");
}

// Each question of the page: a few letters, a number, one of several, or the first box. Says whether there was anything
// to answer. What nobody has to answer, in a section of its own, is left out.
function answersQuickly(number) {
  const open = fieldsHere().filter((field) => isShown(touched(field)));
  const written = open.filter((field) => !isTick(field) && field.localName !== "select" && field.value === "");
  for (const field of written) setValue(field, isNumber(field) ? number : "Half a word of mi");
  const ticks = open.filter((field) => isTick(field) && field.name !== "way" && !field.closest("section"));
  const questions = Map.groupBy(ticks, (field) => field.type === "radio" ? field.name : field.closest("fieldset"));
  for (const fields of questions.values()) {
    if (fields.some((field) => field.checked)) continue;
    const few = fields[0].type === "checkbox";
    (few ? fields[0] : fields[Math.min(6, Math.floor(fields.length / 2))]).click();
  }
  return written.length + ticks.length > 0;
}

// What has the focus, as much as a person who cannot see it must know to go on.
function focused() {
  const here = document.activeElement;
  if (!here || here === document.body) return { kind: "nothing", name: "" };
  const kind = here.localName === "input" ? (isTick(here) ? here.type : "line") : here.localName === "textarea" ? "line" : here.localName;
  const group = here.name && here.type === "radio" ? [...document.getElementsByName(here.name)] : [here];
  return {
    kind,
    name: namesOf(here)[1],
    isEmpty: isTick(here) ? !group.some((field) => field.checked) : here.value === "",
    isNumber: isNumber(here),
    isForward: here.closest(".actions") !== null && here.matches(":last-child"),
    isWay: here.name === "way",
    isFree: here.closest("form section") !== null,
    question: plain(here.closest("fieldset")?.querySelector("legend")?.textContent),
  };
}
