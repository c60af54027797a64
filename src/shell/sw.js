// Keeps the app on the device, so that it starts without a server. `finish_dist` fills in the two constants below.
// May use: the cache of its own version. Must not: answer for other origins, change version by itself, touch saved data.

// A hash over the bytes of all files, and the checksum of each file by its address ("./" is index.html).
const VERSION = "__VERSION__";
const FILES = __FILES__;

// Other apps may live on the same host: only caches of this folder are ours.
const OUR_CACHES = `tailored ${registration.scope} `;
const CACHE = OUR_CACHES + VERSION;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

// A waiting version takes over when the person says so in the page, and never otherwise.
addEventListener("message", (event) => {
  if (event.data === "activate") skipWaiting();
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(event.request.mode === "navigate" ? page(url, event.request) : file(event.request));
});

// All or nothing: one missing or altered file, and the version before stays in charge.
async function install() {
  // A version that is given up must leave nothing; one whose copy was here before it began, keeps it.
  const isNew = !(await caches.has(CACHE));
  const requests = Object.entries(FILES).map(([file, integrity]) => new Request(file, { integrity, cache: "no-cache" }));
  try {
    await (await caches.open(CACHE)).addAll(requests);
  } catch (problem) {
    if (isNew) await caches.delete(CACHE);
    throw problem;
  }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OUR_CACHES) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

async function file(request) {
  return (await cached(request)) ?? fetch(request);
}

// There is one page. Every other address in our folder leads to it.
async function page(url, request) {
  const home = new URL(registration.scope);
  if (url.pathname !== home.pathname && url.pathname !== `${home.pathname}index.html`) return Response.redirect(home);
  return (await cached("./")) ?? fetch(request);
}

async function cached(request) {
  return (await caches.open(CACHE)).match(request, { ignoreSearch: true });
}
