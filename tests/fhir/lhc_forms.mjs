// LHC-Forms in Chromium reads each report: the questions with their conditions, and the answers. It hides what its own
// reading of the conditions says is not asked, and gives the answers back without it.
//
// node lhc_forms.mjs FOLDER-OF-LFORMS REPORTS.jsonl FOLDER-FOR-A-PAGE: prints what is wrong; 1 when anything is.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

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
    const plainItems = (items) => items.forEach((item) => {
        const written = JSON.stringify(item.extension ?? []).includes("enableWhenExpression");
        if (item.enableWhen || written) conditional.add(item.linkId);
        plainItems(item.item ?? []);
    });
    plainItems(questionnaire.item);
    const answers = (items, found = new Map()) => {
        for (const item of items ?? []) {
            if (item.answer) found.set(item.linkId, item.answer.length);
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
        await LForms.Util.addFormToPage(filled, "form", { prepopulate: false });
        const given = answers(response.item);
        const kept = answers(LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", null, {}).item);
        const wrong = [];
        for (const [id, count] of given) {
            if (kept.get(id) !== count) wrong.push(`${id}: ${count} answers, ${kept.get(id) ?? 0} kept`);
        }
        // What the report lists is what the person was asked; private questions are in whole reports alone.
        const asked = listed(response.item);
        let shown = 0;
        for (const item of document.querySelector("wc-lhc-form").lhcFormData.itemList) {
            if (!conditional.has(item.linkId)) continue;
            const isShown = item._skipLogicStatus !== "target-disabled" && item._enableWhenExpVal !== false;
            shown += isShown ? 1 : 0;
            if (asked.has(item.linkId) && !isShown) wrong.push(`${item.linkId}: asked, and hidden`);
            if (whole && consistent && isShown && !asked.has(item.linkId)) wrong.push(`${item.linkId}: not asked, and shown`);
        }
        return { wrong, answers: given.size, shown };
    };
    (async () => {
        const found = [];
        const spoiltOne = await look(spoilt);
        for (const one of cases) found.push(await look(one));
        return { conditional: conditional.size, spoilt: spoiltOne.wrong.length, found };
    })().then(
        (result) => { document.getElementById("result").textContent = JSON.stringify(result); },
        (error) => { document.getElementById("result").textContent = JSON.stringify({ error: String(error.stack ?? error) }); },
    );
}

const source = (name) => `<script src="${pathToFileURL(join(forms, "dist/lforms", name))}"></script>`;
// No text may end the script that it stands in.
const inert = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const page = join(folder, "forms.html");
writeFileSync(page, `<!doctype html><meta charset="utf-8"><div id="form"></div><pre id="result"></pre>
${["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"].map(source).join("\n")}
<script>(${read})(${inert(questionnaire)}, ${inert(cases)}, ${inert(spoilt)});</script>`);
const chromium = process.env.CHROMIUM ?? "chromium";
const options = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--allow-file-access-from-files",
    `--user-data-dir=${join(folder, "profile")}`,
    // Time that only counts while nothing is being done.
    "--virtual-time-budget=20000", "--dump-dom",
];
const dom = execFileSync(chromium, [...options, String(pathToFileURL(page))], { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
const text = dom.match(/<pre id="result">([^<]*)<\/pre>/)?.[1] ?? "";
const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const result = plain ? JSON.parse(plain) : { error: "the page did not come to an end" };
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
