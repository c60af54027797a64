// LHC-Forms in Chromium reads each report: the questions with their conditions, and the answers. Its model decides what is
// asked and gives the answers back without what it takes for not asked. Nothing is drawn: that takes seconds for each form,
// and the decision is made before. The page says when it is done; with a budget of virtual time it was cut off instead,
// because the timers of the forms use that up.
//
// node lhc_forms.mjs FOLDER-OF-LFORMS REPORTS.jsonl FOLDER-FOR-A-PROFILE: prints what is wrong; 1 when anything is.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

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

// ---- the page, its scripts, and what it says

// No text may end the script that it stands in.
const inert = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const scripts = ["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"];
// The scripts add to the body, so they stand in it.
const page = `<!doctype html><meta charset="utf-8"><body><p>Forms</p>
${scripts.map((name) => `<script src="/${name}"></script>`).join("\n")}
<script>(${read})(${inert(questionnaire)}, ${inert(cases)}, ${inert(spoilt)});</script>`;

/** Opens the page and waits for its word, at most as long as a slow machine may need. */
async function resultOf(page, seconds) {
    let browser;
    let server;
    const said = new Promise((resolve) => {
        server = createServer((request, response) => {
            const name = request.url.slice(1);
            if (name === "result") {
                const pieces = [];
                request.on("data", (piece) => pieces.push(piece));
                request.on("end", () => {
                    response.end();
                    resolve(JSON.parse(Buffer.concat(pieces).toString("utf8")));
                });
            } else if (name === "" || scripts.includes(name)) {
                response.setHeader("content-type", name === "" ? "text/html" : "text/javascript");
                response.end(name === "" ? page : readFileSync(join(forms, "dist/lforms", name)));
            } else {
                response.statusCode = 404;
                response.end();
            }
        });
        setTimeout(() => resolve({ error: `the page did not come to an end in ${seconds} s` }), seconds * 1000).unref();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${server.address().port}/`;
    const options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", `--user-data-dir=${join(folder, "profile")}`];
    browser = await started([...options, address]);
    const result = await said;
    server.close();
    server.closeAllConnections();
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill();
    await ended;
    return result;
}

/** Chromium under one of its names. */
async function started(options) {
    const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].filter(Boolean);
    for (const name of names) {
        const browser = spawn(name, options, { stdio: "ignore" });
        const isThere = await new Promise((resolve) => {
            browser.once("spawn", () => resolve(true));
            browser.once("error", () => resolve(false));
        });
        if (isThere) return browser;
    }
    throw new Error(`no Chromium: looked for ${names.join(", ")}`);
}

const result = await resultOf(page, 240);
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
