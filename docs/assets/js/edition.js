/* On every page. What only some pages need, or only some readers use, is imported when it is needed. */

import { say } from "./say.js";
import { named, nameOf } from "./store.js";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/* Light and dark: the reader's system decides until the button does. */
function scheme() {
  const button = document.querySelector("[data-scheme-switch]"), chosen = document.documentElement.dataset;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (chosen.scheme ? chosen.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", dark());
  button.addEventListener("click", () => {
    chosen.scheme = dark() ? "light" : "dark";
    show();
    try {
      localStorage.setItem("edition.scheme", chosen.scheme);
    } catch {
      say("Your browser blocks storage; this setting applies to this page only.");
    }
  });
  system.addEventListener("change", show);
  show();
}

/* The contents and the search are links without scripts, dialogs with them. */
function dialogs() {
  for (const opener of all("[data-open]")) {
    const dialog = document.getElementById(opener.dataset.open);
    if (!dialog?.showModal) continue;
    opener.setAttribute("role", "button");
    if (dialog.id === "drawer" || !document.getElementById("desk-find")) opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      opener.click();
    });
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      if (dialog.id === "drawer") openDrawer(dialog);
      else openSearch(dialog);
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  }
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event, search = document.getElementById("site-search");
    if (key.toLowerCase() !== "k" || !(ctrlKey || metaKey) || altKey) return;
    if (document.querySelector("dialog[open]") && !search.open) return;
    event.preventDefault();
    if (search.open) search.querySelector("input").select();
    else document.querySelector("[data-open=site-search]").click();
  });
}

/* At once, so that no letter is lost; what finds something comes after it. The search page has a field of its own. */
function openSearch(dialog) {
  const field = document.getElementById("desk-find") ?? dialog.querySelector("input");
  if (dialog.contains(field)) dialog.showModal();
  field.focus();
  field.select();
  if (!dialog.open) return;
  const failed = () => (dialog.querySelector("[role=status]").textContent = dialog.dataset.failed);
  const desk = globalThis.Desk;
  if (desk?.prepare) desk.prepare((well) => (well ? desk.box(dialog) : failed()));
  else failed();
}

function openDrawer(dialog) {
  const nav = document.getElementById("site-nav");
  if (!nav) return;
  const place = document.createComment("contents");
  nav.replaceWith(place);
  dialog.append(nav);
  dialog.addEventListener("close", () => place.replaceWith(nav), { once: true });
  dialog.showModal();
}

/* A paragraph's number copies its address. */
function numbers() {
  document.addEventListener("click", async (event) => {
    const number = event.target.closest?.("a.pn, a.headerlink");
    if (!number) return;
    try {
      await navigator.clipboard.writeText(number.href);
      say("Link copied.");
    } catch {
      say("Copying was blocked. The link is in the address bar.");
    }
  });
}

/* An address may name a place that has moved to another page, or one that this page does not have. */
function missing() {
  const name = nameOf(location.hash), moved = named(location.hash)?.closest("[data-moved]");
  if (moved) location.replace(moved.querySelector("a").href);
  if (name && !named(location.hash)) say(`“${name}” was not found on this page; showing the top.`);
}

/* The line under the header grows as one reads, and the page's contents show where one is. */
function reading() {
  const bar = document.querySelector(".progress"), text = document.querySelector("main");
  bar.hidden = !document.querySelector(".u");
  let waiting = false;
  const update = () => {
    waiting = false;
    const { top, height } = text.getBoundingClientRect();
    bar.style.setProperty("--read", Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight))).toFixed(3));
  };
  const later = () => waiting || ((waiting = true), requestAnimationFrame(update));
  if (!bar.hidden) addEventListener("scroll", later, { passive: true });
  const links = new Map(all(".page-toc a").map((link) => [named(link.hash), link]));
  links.delete(null);
  if (!links.size || !("IntersectionObserver" in window)) return;
  const seen = new IntersectionObserver((entries) => {
    const entry = entries.find(({ isIntersecting }) => isIntersecting);
    if (!entry) return;
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(entry.target).setAttribute("aria-current", "location");
  }, { rootMargin: "-10% 0px -70% 0px" });
  for (const heading of links.keys()) seen.observe(heading);
}

/* What is wider than its room can be scrolled with the keyboard. */
function wide() {
  if (!("ResizeObserver" in window)) return;
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of all(".text table, .text pre")) seen.observe(element);
}

/* What the keyboard reaches is seen whole; browsers leave what is seen by half where it is. */
function focus() {
  addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

/* On paper all is open, also where the style sheet can't open it; what was closed is closed again. */
function print() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("main details:not([open])");
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}

/* Resolves when all that this page needs is there, or has failed to come. */
function whenNeeded() {
  const needed = [];
  if (document.querySelector("a.term")) needed.push(import("./panels.js").then(({ panels }) => panels()));
  if (document.querySelector("form[data-filter]")) needed.push(import("./filters.js").then(({ filters }) => filters()));
  if (document.querySelector(".u, .map")) needed.push(import("./place.js").then(({ place }) => place()));
  return Promise.allSettled(needed);
}

scheme();
dialogs();
numbers();
missing();
reading();
wide();
focus();
print();
addEventListener("hashchange", missing);
whenNeeded().then(() => (document.documentElement.dataset.ready = ""));
