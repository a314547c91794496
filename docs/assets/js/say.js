/* One line at the foot of the window that is also read out. Everything that a control did or cannot do is said here. */

const line = Object.assign(document.createElement("p"), { className: "said" });
line.setAttribute("role", "status");
document.body.append(line);
let timer;

/** Shows `words`, and beside them the nodes in `more`; for ever if there are any, else for some seconds. */
export function say(words, ...more) {
  clearTimeout(timer);
  line.replaceChildren(words, ...more);
  if (!more.length) timer = setTimeout(() => line.replaceChildren(), 6000);
}

/** Takes the line away. */
export function hush() {
  line.replaceChildren();
}
