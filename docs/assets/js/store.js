/* What is remembered in this browser; where storage is blocked, nothing is, and nothing fails. */

/** The site's root, also under a sub-path. */
export const root = new URL("../../", import.meta.url);
/** The element that a fragment (`#p12`) names, or null; also where it is no proper address. */
export function named(hash) {
  return document.getElementById(nameOf(hash));
}

/** The name in a fragment. */
export function nameOf(hash) {
  const name = hash.slice(1).split(":~:")[0];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

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
