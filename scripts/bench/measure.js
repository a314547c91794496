/* From the key that completes a query to its results, laid out: installed in the page that is measured. */
((selector, lines, first) => {
  const place = document.querySelector(selector), tasks = [];
  let pressed = 0, ended = 0, seen = 0;
  // A letter that no key has comes without keydown.
  for (const type of ["keydown", "beforeinput"]) addEventListener(type, (event) => { pressed ||= event.timeStamp; }, true);
  new MutationObserver(() => {
    document.body.getBoundingClientRect();
    // Of a search that goes on adding, the first results count.
    if (!first || !seen++) ended = performance.now();
  }).observe(place, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
  globalThis.measured = () => {
    const found = { time: ended - pressed, results: document.querySelectorAll(lines).length, longest: Math.max(0, ...tasks.splice(0)) };
    pressed = ended = seen = 0;
    return found;
  };
})
