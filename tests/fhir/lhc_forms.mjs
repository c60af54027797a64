// LHC-Forms in Chromium reads each report: the questions with their conditions, and the answers. Its model decides what is
// asked and gives the answers back without what it takes for not asked. Nothing is drawn: that takes seconds for each form,
// and the decision is made before. The page says when it is done; with a budget of virtual time it was cut off instead,
// because the timers of the forms use that up.
//
// node lhc_forms.mjs FOLDER-OF-LFORMS REPORTS.jsonl FOLDER-FOR-A-PROFILE: prints what is wrong; 1 when anything is.

import { readFileSync } from "node:fs";

import { inert, resultOf } from "./in_chromium.mjs";

const [forms, reports, folder] = process.argv.slice(2);
const lines = readFileSync(reports, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const of = (bundle, type) => bundle.entry.map((entry) => entry.resource).find((one) => one.resourceType === type);

const questionnaire = of(lines[0].bundle, "Questionnaire");
const cases = lines.map(({ bundle, whole, consistent }) => ({ whole, consistent, response: of(bundle, "QuestionnaireResponse") }));
// Without what follows from the map the answers about joints, legs and the like must get lost: else this could not fail.
const spoilt = structuredClone(cases.find(({ response }) => JSON.stringify(response).includes('"derived.regions"')));
for (const part of spoilt.response.item) {
    part.item = part.item.filter(({ linkId }) => !/^(derived\.|map\.areas|map\.main)/.test(linkId));
}

// Runs in the page.
function read(questionnaire, cases, spoilt) {
    const conditional = new Set();
    const note = (items) => items.forEach((item) => {
        const written = JSON.stringify(item.extension ?? []).includes("enableWhenExpression");
        if (item.enableWhen || written) conditional.add(item.linkId);
        note(item.item ?? []);
    });
    note(questionnaire.item);
    /** Every answered question with what was answered, such as `yes` or `3 d`. */
    const answers = (items, found = new Map()) => {
        for (const item of items ?? []) {
            const value = (answer) => {
                const { valueCoding: coding, valueQuantity: quantity, ...other } = answer;
                if (coding) return coding.code;
                return quantity ? `${quantity.value} ${quantity.code}` : String(Object.values(other)[0]).trim();
            };
            if (item.answer) found.set(item.linkId, item.answer.map(value).join(" | "));
            answers(item.item, found);
        }
        return found;
    };
    const listed = (items, found = new Set()) => {
        for (const item of items ?? []) {
            found.add(item.linkId);
            listed(item.item, found);
        }
        return found;
    };
    const look = async ({ response, whole, consistent }) => {
        const empty = LForms.Util.convertFHIRQuestionnaireToLForms(structuredClone(questionnaire), "R4");
        const filled = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", structuredClone(response), empty, "R4");
        const form = new LForms.LFormsData(filled);
        // What its view does before it draws.
        await form.loadFHIRResources(false);
        await form._expressionProcessor.runCalculations(false);
        form._checkFormControls();
        const given = answers(response.item);
        const kept = answers(LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", form, {}).item);
        const wrong = [];
        for (const [id, said] of given) {
            if (kept.get(id) !== said) wrong.push(`${id}: "${said}" was answered, "${kept.get(id) ?? ""}" kept`);
        }
        // What the report lists is what the person was asked; private questions are in whole reports alone.
        const asked = listed(response.item);
        let shown = 0;
        for (const item of form.itemList) {
            if (!conditional.has(item.linkId)) continue;
            const isShown = item._skipLogicStatus !== "target-disabled" && item._enableWhenExpVal !== false;
            shown += isShown ? 1 : 0;
            if (asked.has(item.linkId) && !isShown) wrong.push(`${item.linkId}: asked, and hidden`);
            if (whole && consistent && isShown && !asked.has(item.linkId)) wrong.push(`${item.linkId}: not asked, and shown`);
        }
        return { wrong, answers: given.size, shown };
    };
    const told = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
    (async () => {
        const found = [];
        const spoiltOne = await look(spoilt);
        for (const one of cases) found.push(await look(one));
        return { conditional: conditional.size, spoilt: spoiltOne.wrong.length, found };
    })().then(told, (error) => told({ error: String(error.stack ?? error) }));
}

const result = await resultOf(forms, folder, `(${read})(${inert(questionnaire)}, ${inert(cases)}, ${inert(spoilt)});`);
if (result.error) {
    console.log(result.error);
    process.exit(1);
}
let failures = 0;
result.found.forEach(({ wrong }, place) => wrong.forEach((text) => {
    failures += 1;
    if (failures <= 40) console.log(`report ${place}: ${text}`);
}));
if (result.spoilt === 0) {
    failures += 1;
    console.log("answers without their places were kept: LHC-Forms does not look at the conditions");
}
const sum = (name) => result.found.reduce((total, one) => total + one[name], 0);
console.log(`${result.found.length} reports, ${sum("answers")} answers, ${result.conditional} conditions, ${sum("shown")} times shown, ${failures} failures`);
process.exit(failures > 0 || result.found.length !== cases.length ? 1 : 0);
