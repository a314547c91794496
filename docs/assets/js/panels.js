/* The panel of a linked term: what it means, how often it stands in the report, where first, and the way to its entry.
   It opens on hover, focus and tap; Enter goes into it; Escape and moving on close it. Without it the link is a link. */

import { root } from "./store.js";

const SHOW = 250, HIDE = 300;
const panel = Object.assign(document.createElement("div"), { className: "panel", id: "panel", hidden: true });
panel.setAttribute("role", "group");
let data, term = null, opening, timer, pointer = "";

const fetched = () => fetch(new URL("glossary/panels.json", root)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));

/* A page opened from a folder may not fetch; beside it lies the same as a script. */
const scripted = () => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  Object.assign(script, { src: new URL("glossary/panels.js", root), onload: () => resolve(globalThis.editionPanels), onerror: reject });
  document.head.append(script);
});
const load = () => (data ??= location.protocol === "file:" ? scripted() : fetched());

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

async function fill(link) {
  const entry = make("a", { href: link.href, textContent: "Open the glossary entry" });
  try {
    const [headword, kind, sense, count, label, place] = (await load())[link.dataset.entry];
    const facts = make("p", { className: "facts" }, `${kind} · ${count === 1 ? "1 mention" : `${count} mentions`}`);
    if (place) facts.append(", first ", make("a", { href: new URL(place, root).href, textContent: label }));
    panel.setAttribute("aria-label", `Glossary: ${headword}`);
    panel.replaceChildren(make("p", { className: "headword", textContent: headword }), make("p", { id: "panel-sense", textContent: sense }), facts, entry);
  } catch {
    data = undefined;
    panel.setAttribute("aria-label", "Glossary");
    panel.replaceChildren(make("p", { id: "panel-sense", textContent: "The glossary could not be loaded." }), entry);
  }
}

function position(link) {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect(), width = document.documentElement.clientWidth;
  panel.hidden = false;
  const left = Math.max(8, Math.min(box.left, width - panel.offsetWidth - 8));
  const room = innerHeight - link.getBoundingClientRect().bottom;
  const above = room < panel.offsetHeight + 12 && box.top > panel.offsetHeight + 60;
  const top = above ? box.top - panel.offsetHeight - 6 : link.getBoundingClientRect().bottom + 6;
  panel.style.left = `${left + scrollX}px`;
  panel.style.top = `${top + scrollY}px`;
}

/* Resolves when the panel of `link` is shown, also where it was on its way already. */
function open(link) {
  clearTimeout(timer);
  if (term === link) return opening;
  close();
  term = link;
  return (opening = show(link));
}

async function show(link) {
  await fill(link);
  if (term !== link) return;
  position(link);
  link.setAttribute("aria-describedby", "panel-sense");
}

function close() {
  clearTimeout(timer);
  if (!term) return;
  term.removeAttribute("aria-describedby");
  if (panel.contains(document.activeElement)) term.focus({ preventScroll: true });
  panel.hidden = true;
  term = null;
}

const soon = (what, delay) => {
  clearTimeout(timer);
  timer = setTimeout(what, delay);
};
const termOf = (event) => event.target.closest?.("a.term");

function hover() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = termOf(event);
    if (link) soon(() => open(link), SHOW);
    else if (event.target.closest?.("#panel")) clearTimeout(timer);
    else if (!panel.hidden && !panel.contains(document.activeElement) && document.activeElement !== term) soon(close, HIDE);
    else clearTimeout(timer);
  });
}

function touch() {
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (term && !termOf(event) && !event.target.closest?.("#panel")) close();
  });
  document.addEventListener("click", (event) => {
    const link = termOf(event), tapped = pointer !== "mouse" && event.detail > 0;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (tapped && (term !== link || panel.hidden)) {
      event.preventDefault();
      open(link);
    }
  });
}

function keyboard() {
  document.addEventListener("focusin", (event) => {
    const link = termOf(event);
    if (link) {
      if (link.matches(":focus-visible")) open(link);
    } else if (!event.target.closest?.("#panel")) close();
  });
  document.addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && term) {
      close();
    } else if (event.key === "Enter" && termOf(event) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const link = termOf(event);
      await open(link);
      soon(() => panel.querySelector("a")?.focus(), 0);
    } else if (event.key === "Tab" && panel.contains(document.activeElement)) leave(event);
  });
}

/* The panel stands at the end of the page; from its first and last link Tab goes on from the term. */
function leave(event) {
  const links = [...panel.querySelectorAll("a")], at = links.indexOf(document.activeElement);
  if (event.shiftKey ? at > 0 : at < links.length - 1) return;
  const link = term;
  if (event.shiftKey) event.preventDefault();
  close();
  link.focus({ preventScroll: true });
  close();
}

/** Starts the panels of this page. */
export function panels() {
  document.querySelector("main").append(panel);
  hover();
  touch();
  keyboard();
  if (document.activeElement?.matches("a.term:focus-visible")) open(document.activeElement);
}
