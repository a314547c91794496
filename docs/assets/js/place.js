/* Where the reader was, remembered and offered on return. */

import { say, hush } from "./say.js";
import { keep, recall, root } from "./store.js";

const here = location.href.split(/[?#]/)[0];

/** Offers the place of the last visit, and remembers this one's. */
export function place() {
  const last = recall("place");
  const returning = !document.referrer.startsWith(root.href);
  const home = !document.querySelector(".u");
  if (last?.page?.startsWith(root.href) && !location.hash && (home ? true : returning && last.page === here)) offer(last);
  if (!home) remember();
}

function offer({ page, id, label }) {
  const link = Object.assign(document.createElement("a"), { href: `${page}#${id}`, textContent: `Continue reading at ${label}` });
  const close = Object.assign(document.createElement("button"), { type: "button", className: "tool", textContent: "Close" });
  link.addEventListener("click", hush);
  close.addEventListener("click", hush);
  say("", link, close);
}

function remember() {
  const units = [...document.querySelectorAll(".u")];
  const title = document.querySelector("h1")?.firstChild?.textContent.trim() ?? document.title;
  let timer;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const top = units.findLast?.((unit) => unit.getBoundingClientRect().top < innerHeight / 3);
      if (!top || top === units[0]) return;
      keep("place", { page: here, id: top.id, label: `¶ ${top.id.slice(1)}, ${title}` });
    }, 400);
  }, { passive: true });
}
