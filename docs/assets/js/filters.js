/* Lists that can be filtered and sorted; what is chosen stands in the address. The form's data attributes name the items, and
   the groups that hide when none of their items is left. An item carries its values in data attributes, apart by blanks. */

import { named } from "./store.js";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function list(form) {
  const items = all(form.dataset.filter), found = form.querySelector("output");
  const groups = form.dataset.groups ? all(form.dataset.groups) : [];
  const order = new Map(items.map((item, index) => [item, index]));
  const controls = [...form.elements].filter(({ name }) => name);
  const carrier = (item, name) => (name in item.dataset ? item : item.querySelector(`[data-${name}]`));
  const value = (item, name) => carrier(item, name)?.dataset[name] ?? "";
  const texts = new Map();
  const text = (item) => texts.get(item) ?? texts.set(item, plain(item.textContent)).get(item);
  let sortedBy = "";

  const matches = (item, chosen) => Object.entries(chosen).every(([name, wanted]) => {
    if (name === "sort" || !wanted) return true;
    if (name === "q") return plain(wanted).split(/\s+/).every((word) => text(item).includes(word));
    return value(item, name).split(" ").includes(wanted);
  });

  const sorted = (by) => [...items].sort((one, other) => {
    const [a, b] = by ? [value(one, by), value(other, by)] : ["", ""];
    const numbers = Number(b) - Number(a);
    return (by && a !== "" && !Number.isNaN(numbers) ? numbers : a.localeCompare(b)) || order.get(one) - order.get(other);
  });

  const apply = (notes = []) => {
    const chosen = Object.fromEntries(controls.map((control) => [control.name, control.value.trim()]));
    for (const item of items) item.hidden = !matches(item, chosen);
    if ((chosen.sort ?? "") !== sortedBy) for (const item of sorted((sortedBy = chosen.sort))) item.parentElement.append(item);
    for (const group of groups) group.hidden = !items.some((item) => group.contains(item) && !item.hidden);
    for (const group of groups) hideHeading(group);
    const left = items.filter((item) => !item.hidden).length;
    found.textContent = [...notes, left === items.length ? `Showing all ${left}.` : `Showing ${left} of ${items.length}.`].join(" ");
    for (const cell of all("td[data-count] button")) {
      const { addressee, theme } = cell.parentElement.dataset;
      cell.setAttribute("aria-pressed", addressee === chosen.addressee && theme === chosen.theme);
    }
    return chosen;
  };
  return { form, controls, items, apply };
}

const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/[‐-―]/g, "-").toLowerCase();

function hideHeading(group) {
  const heading = group.previousElementSibling;
  if (heading?.matches("h2")) heading.hidden = group.hidden;
}

/* From the address to the form; a value that the form does not know is reported. */
function read({ controls }) {
  const notes = [], parameters = new URLSearchParams(location.search);
  for (const control of controls) control.value = "";
  for (const [name, wanted] of parameters) {
    const control = controls.find((one) => one.name === name);
    if (!control) continue;
    control.value = wanted;
    if (control.value !== wanted) {
      control.value = "";
      notes.push(`“${wanted}” in the address is not an option here and was ignored.`);
    }
  }
  return notes;
}

/* From the form to the address, without a new entry in the history for each letter. */
function write(chosen) {
  const parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  const query = parameters.size || parameters.toString() ? `?${parameters}` : "";
  try {
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  } catch {
    /* A file or a sandbox: the list is filtered all the same. */
  }
}

/* In the overview of the register each number filters by its row and column. */
function overview({ controls, apply, form }) {
  for (const cell of all("td[data-count]")) {
    const { addressee, theme, count } = cell.dataset;
    if (count === "0") continue;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: count });
    button.setAttribute("aria-pressed", "false");
    const labels = [addressee, theme].map((value) => controls.flatMap((one) => [...(one.options ?? [])]).find((o) => o.value === value)?.text);
    button.setAttribute("aria-label", `${count}: ${labels.join(", ")}`);
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      for (const control of controls) if (control.name in cell.dataset) control.value = pressed ? "" : cell.dataset[control.name];
      write(apply());
      if (!pressed) form.scrollIntoView();
    });
    cell.prepend(button);
  }
}

/** Starts the filter of this page. */
export function filters() {
  const filter = list(document.querySelector("form[data-filter]"));
  const { form, apply, items } = filter;
  if (document.querySelector(".matrix")) overview(filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => write(apply()));
  form.addEventListener("reset", () => setTimeout(() => write(apply())));
  addEventListener("popstate", () => apply(read(filter)));
  // A link to an item that the filter hides shows it.
  addEventListener("hashchange", () => {
    const target = named(location.hash);
    if (items.some((item) => item.hidden && item.contains(target))) {
      form.reset();
      setTimeout(() => target.scrollIntoView(), 0);
    }
  });
  apply(read(filter));
}
