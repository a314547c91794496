/* The header's search: Material's script, index and worker are fetched when it is first opened. */

import { say } from "./say.js";

let started = false;

/** Starts the search in its open dialog, once. */
export function start(dialog) {
  if (started) return;
  started = true;
  // Material's script expects its list of results to stand last.
  const list = dialog.querySelector(".md-search-result__list");
  list.parentElement.append(list);
  const script = Object.assign(document.createElement("script"), { src: dialog.dataset.script });
  script.addEventListener("error", () => {
    started = false;
    script.remove();
    dialog.querySelector("[role=status]").textContent = "The search could not be loaded. Try again, or use the browser’s own search on the full text.";
    say("The search could not be loaded.");
  });
  globalThis.__md_scope ??= new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
  document.head.append(script);
  mend(dialog, list);
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
