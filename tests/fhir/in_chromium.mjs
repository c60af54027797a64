// A page in Chromium with the scripts of LHC-Forms in it, and nothing drawn.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

// No text may end the script that it stands in.
export const inert = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const scripts = ["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"];
/** Runs a script beside LHC-Forms and waits for its word (a POST to /result), at most as long as a slow machine may need. */
export async function resultOf(forms, folder, script, seconds = 240) {
    // The scripts add to the body, so they stand in it.
    const page = `<!doctype html><meta charset="utf-8"><body><p>Forms</p>
${scripts.map((name) => `<script src="/${name}"></script>`).join("\n")}
<script>${script}</script>`;
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
    const options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        // Lists that a form names are never fetched.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", `--user-data-dir=${join(folder, "profile")}`];
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
