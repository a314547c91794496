/* What the search page and the search box show alike: words of the interface, lines, places, addresses. */
((Desk) => {
  const labels = globalThis.editionLabels;

  Desk.element = (name, words = "", className = "") =>
    Object.assign(document.createElement(name), { textContent: words, className });
  Desk.link = (words, href) => Object.assign(Desk.element("a", words), { href });
  Desk.number = (number) => number.toLocaleString(labels.language);

  /* A label with its names filled in. */
  Desk.say = (key, fields = {}) => labels[key].replace(/\{(\w+)\}/gu, (_, name) => fields[name]);
  /* The same as nodes, of which some are elements. */
  Desk.laid = (key, fields) => labels[key].split(/\{(\w+)\}/u).map((words, n) => (n % 2 ? fields[words] : words));
  Desk.count = (noun, n) => labels.nouns[noun][n === 1 ? "one" : "other"].replace("{n}", Desk.number(n));
  /* A count of what a set consists of. */
  Desk.units = ({ noun }, n) => `${Desk.number(n)} ${noun[n === 1 ? 0 : 1]}`;
  Desk.spelled = (n) => labels.numbers[n] || Desk.number(n);

  /* “26 matches in 12 paragraphs”. */
  Desk.counted = ({ hits, corpus }) => Desk.say("in_units", {
    matches: Desk.count("match", hits.length), units: Desk.units(corpus, new Set(hits.map(({ unit }) => unit)).size),
  });

  /* The query as it was understood. */
  Desk.describe = ({ groups }) => groups.map((group) => {
    const either = group.map(Desk.label).map((label) => (label.startsWith("“") ? label : `“${label}”`)).join(` ${labels.or} `);
    return groups.length > 1 && group.length > 1 ? `(${either})` : either;
  }).join(` ${labels.and} `);

  /* The words around a hit, cut between words, and its place. */
  Desk.context = ({ corpus }, { unit, i, j }, around = 90) => {
    const { text, label, breaks } = corpus.units[unit], start = corpus.from[i], end = corpus.to[j - 1];
    const page = breaks.findLast(([from]) => from <= start)[1];
    const left = text.slice(Math.max(0, start - around), start), right = text.slice(end, end + around);
    return {
      left: start > around ? left.replace(/^\S*\s/u, "…") : left,
      hit: text.slice(start, end),
      right: end + around < text.length ? right.replace(/\s\S*$/u, "…") : right,
      place: page ? Desk.say("page", { place: label, page }) : label,
    };
  };

  /* The address of a unit, for a search (its `?…`) or without one. */
  Desk.at = (corpus, unit, search = "") => Desk.page(Desk.where(corpus, unit)) + search + `#${unit.anchor}`;

  /* Where a hit is; hits.js reads the search there. */
  Desk.target = ({ corpus, state, address }, { unit, n }) =>
    Desk.at(corpus, corpus.units[unit], Desk.EDITORS.includes(state.scope) ? "" : `${address}&hit=${n + 1}`);

  /* A line of a result. */
  Desk.line = (result, hit, around) => {
    const { left, hit: words, right, place } = Desk.context(result, hit, around);
    const row = Desk.element("li"), link = Desk.link("", Desk.target(result, hit));
    link.append(Desk.element("span", left, "left"), Desk.element("mark", words), Desk.element("span", right, "right"));
    link.append(Desk.element("span", place, "place"));
    row.append(link);
    return row;
  };

  /* Resolves with the corpus of a set, fetched and made once; with nothing where it does not come. */
  const making = new Map();
  Desk.made = (name) => {
    if (!making.has(name)) {
      const set = () => Desk.sets?.[name];
      making.set(name, new Promise((resolve) => {
        const make = (well) => {
          if (well) return Desk.drive(Desk.corpus(set()), resolve);
          making.delete(name);
          return resolve(null);
        };
        if (set()) make(true);
        else Desk.load([`data/search-${name}.js`], set, make);
      }));
    }
    return making.get(name);
  };

  /* Resolves when what a query needs besides the engine is there, with whether it is. */
  Desk.equipped = ({ clauses }) => new Promise((resolve) => {
    if (Desk.near || clauses.every(({ near }) => near === null)) resolve(true);
    else Desk.load(["assets/js/desk/near.js"], () => Desk.near, resolve);
  });
})((globalThis.Desk ??= {}));
