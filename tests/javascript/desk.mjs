// The search's own scripts, loaded as a page loads them: classic scripts that add to one object.

import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const folder = "../../docs/assets/js/desk";

/* `globalThis.Desk` with the parts that the scripts `names` add to it. */
export function desk(...names) {
  load("../../docs/data/labels.js");
  for (const name of names) load(`${folder}/${name}.js`);
  return globalThis.Desk;
}

/* What a generator returns, its pauses left out. */
export function result(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
