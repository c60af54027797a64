// LHC-Forms in Chromium fills in each form with each response: which items apply, and what its formulas give.
//
// node clinic_forms.mjs FOLDER-OF-LFORMS CASES.jsonl FOLDER-FOR-A-PROFILE: a case is {name, questionnaire, response, enabled:
// {linkId: true}, computed: {linkId: [values]}} with what we found, of the items that are to be compared. Prints what differs;
// 1 when anything does.

import { readFileSync } from "node:fs";

import { inert, resultOf } from "./in_chromium.mjs";

const [forms, file, folder] = process.argv.slice(2);
const cases = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

// Runs in the page.
function read(cases) {
    const applies = (item) => {
        if (!item || !item.linkId) return true;
        const shown = item._skipLogicStatus !== "target-disabled" && item._enableWhenExpVal !== false;
        return shown && applies(item._parentItem);
    };
    const values = (item) => [item.value ?? []].flat().map((value) => {
        if (value === null || typeof value !== "object") return value;
        return value.text ?? value.display ?? value.code;
    });
    const look = async ({ questionnaire, response, enabled, computed }) => {
        const empty = LForms.Util.convertFHIRQuestionnaireToLForms(structuredClone(questionnaire), "R4");
        const filled = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", structuredClone(response), empty, "R4");
        const form = new LForms.LFormsData(filled);
        // Lists from elsewhere do not come; nothing of what is compared rests on one.
        await (async () => form.loadFHIRResources(false))().catch(() => {});
        await form._expressionProcessor.runCalculations(false);
        form._checkFormControls();
        const wrong = [];
        const shown = {};
        const given = {};
        for (const item of form.itemList) {
            shown[item.linkId] = Boolean(shown[item.linkId]) || applies(item);
            (given[item.linkId] ??= []).push(...values(item));
        }
        for (const [id, ours] of Object.entries(enabled)) {
            if (Boolean(shown[id]) !== ours) wrong.push(`${id}: we say ${ours ? "asked" : "not asked"}, LHC-Forms does not`);
        }
        for (const [id, ours] of Object.entries(computed)) {
            // Some sums are given as texts.
            const theirs = (given[id] ?? []).join(" | ");
            if (theirs !== ours.join(" | ")) wrong.push(`${id}: we give ${JSON.stringify(ours)}, LHC-Forms [${theirs}]`);
        }
        return wrong;
    };
    const told = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
    (async () => {
        const found = [];
        for (const one of cases) found.push(await look(one).catch((error) => [String(error.stack ?? error)]));
        return { found };
    })().then(told, (error) => told({ error: String(error.stack ?? error) }));
}

const result = await resultOf(forms, folder, `(${read})(${inert(cases)});`);
if (result.error) {
    console.log(result.error);
    process.exit(1);
}
let failures = 0;
result.found.forEach((wrong, place) => wrong.forEach((text) => {
    failures += 1;
    if (failures <= 60) console.log(`${cases[place].name}: ${text}`);
}));
const count = (name) => cases.reduce((total, one) => total + Object.keys(one[name]).length, 0);
const names = new Set(cases.map(({ name }) => name));
console.log(`${names.size} forms, ${cases.length} responses, ${count("enabled")} items, ${count("computed")} formulas, ${failures} differences`);
process.exit(failures > 0 || result.found.length !== cases.length ? 1 : 0);
