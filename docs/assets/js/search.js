/* The header's search: Material's script, index and worker are fetched when it is first opened. */

import { say } from "./say.js";

let started = false, mended = false;

/** Starts the search in its open dialog, once. */
export function start(dialog) {
  if (started) return;
  started = true;
  const list = dialog.querySelector(".md-search-result__list");
  const script = Object.assign(document.createElement("script"), { src: dialog.dataset.script });
  script.addEventListener("error", () => {
    started = false;
    script.remove();
    dialog.querySelector("[role=status]").textContent = "The search could not be loaded. Try again, or use the browser’s own search on the full text.";
    say("The search could not be loaded.");
  });
  globalThis.__md_scope ??= new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
  document.head.append(script);
  catchUp(dialog);
  if (!mended) mend(dialog, list);
  mended = true;
}

/* What was typed before the search was ready is searched for when it is: the first change of its status says so. */
function catchUp(dialog) {
  const status = dialog.querySelector("[role=status]"), input = dialog.querySelector("input[name=query]");
  const seen = new MutationObserver(() => {
    seen.disconnect();
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
  seen.observe(status, { childList: true, characterData: true, subtree: true });
}

/* What Material's search lacks: results that the Tab key reaches, and a toggle that follows the dialog. */
function mend(dialog, list) {
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || event.key === "Escape") event.stopPropagation();
  });
  dialog.addEventListener("close", () => {
    const toggle = document.getElementById("__search");
    if (toggle.checked) toggle.click();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  new MutationObserver(() => {
    for (const element of list.querySelectorAll("[tabindex='-1']")) element.removeAttribute("tabindex");
  }).observe(list, { childList: true, subtree: true });
}
