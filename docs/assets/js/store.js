/* What is remembered in this browser; where storage is blocked, nothing is, and nothing fails. */

/** The site's root, also under a sub-path. */
export const root = new URL("../../", import.meta.url);
const key = (name) => `edition.${root.pathname}${name}`;

/** The value kept under `name`, or null. */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

/** Keeps `value` under `name`, if storage lets us. */
export function keep(name, value) {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    /* Storage is blocked or full: the page reads on. */
  }
}
