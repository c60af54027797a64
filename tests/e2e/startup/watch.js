// Runs before everything else of a page that is timed, and notes what happens in it. `LINK` is tapped as soon as it has been
// painted ("" for nothing to tap); `THERE` is what the person came for.
const noted = (window.noted = { first: 0, largest: 0, tapped: 0, there: 0, longTasks: [] });

const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
const page = new MutationObserver(look);

watch("longtask", (task) => noted.longTasks.push([task.startTime, task.duration]));
watch("largest-contentful-paint", (paint) => (noted.largest = paint.startTime));
watch("paint", (paint) => {
  if (paint.name !== "first-contentful-paint") return;
  noted.first = paint.startTime;
  look();
});
page.observe(document, { subtree: true, childList: true });

function look() {
  const link = LINK && !noted.tapped && noted.first && document.querySelector(LINK);
  if (link) {
    noted.tapped = performance.now();
    link.click();
  }
  if (noted.there || (LINK && !noted.tapped) || !document.querySelector(THERE)) return;
  page.disconnect();
  noted.there = -1;
  // It is on the screen when the next picture has been drawn.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (noted.there = performance.now());
    port2.postMessage(0);
  });
}
