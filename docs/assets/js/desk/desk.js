/* The search page. What can wait for the first lines is in more.js. */
((Desk) => {
  const at = (id) => document.getElementById(`desk${id}`);
  const form = at(""), list = at("-lines"), summary = at("-summary");
  const FIRST = 30, CONTEXT = 90;
  const corpora = {}, SETS = ["recommendations", "headings", "glossary"];
  let stop = () => {};

  Desk.element = (name, words = "", className = "") =>
    Object.assign(document.createElement(name), { textContent: words, className });
  Desk.plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

  /* The words around a hit, cut between words, and its place. */
  Desk.context = ({ corpus }, { unit, i, j }) => {
    const { text, label, breaks } = corpus.units[unit], start = corpus.from[i], end = corpus.to[j - 1];
    const page = breaks.findLast(([from]) => from <= start)[1];
    const left = text.slice(Math.max(0, start - CONTEXT), start), right = text.slice(end, end + CONTEXT);
    return {
      left: start > CONTEXT ? left.replace(/^\S*\s/u, "…") : left,
      hit: text.slice(start, end),
      right: end + CONTEXT < text.length ? right.replace(/\s\S*$/u, "…") : right,
      place: page ? `${label}, p. ${page}` : label,
    };
  };

  /* Where a hit stands; hits.js reads the search there. */
  Desk.target = ({ corpus, state, address }, { unit, n }) => {
    const { anchor, division } = corpus.units[unit];
    return Desk.page(corpus.divisions[division][1]) + (state.scope === "glossary" ? "" : `${address}&hit=${n + 1}`) + `#${anchor}`;
  };

  /* Adds the lines of a result from one number up to another. */
  Desk.lines = (result, from, to) => {
    list.append(...result.hits.slice(from, to).map((hit) => {
      const { left, hit: words, right, place } = Desk.context(result, hit);
      const row = Desk.element("li"), link = Desk.element("a");
      link.href = Desk.target(result, hit);
      link.append(Desk.element("span", left, "left"), Desk.element("mark", words), Desk.element("span", right, "right"));
      link.append(Desk.element("span", place, "place"));
      row.append(link);
      return row;
    }));
  };

  const show = (found) => {
    const { query, hits, corpus, state } = found, units = new Set(hits.map((hit) => hit.unit)).size;
    hits.forEach((hit, n) => { hit.n = n; });
    const scope = form.elements.scope.selectedOptions[0].text.trim();
    const counts = `${Desk.plural(hits.length, "hit")} in ${Desk.plural(units, ...corpus.noun)}`;
    summary.textContent = query.groups.length ? `${counts} for ${Desk.describe(query)} in: ${scope}.` : "Nothing to search for.";
    Desk.sort?.(found);
    list.replaceChildren();
    Desk.lines(found, 0, FIRST);
    if (Desk.more) Desk.more(found, FIRST);
    else if (state.find) {
      Desk.load(["assets/js/desk/more.js"], () => Desk.more, (well) => {
        if (well) Desk.run();
        else summary.append(" What follows the first lines could not be loaded.");
      });
    }
  };

  /* Fetches what a search needs, and searches again. */
  const fetched = (name, has) => {
    summary.textContent = "Loading …";
    Desk.load([name], has, (well) => {
      if (well) Desk.run();
      else summary.textContent = "A file could not be loaded; nothing was searched. Reload the page, or use the word index.";
    });
  };

  /* The corpus of a set; nothing while it is fetched or made. */
  const ready = (name) => {
    if (name in corpora) return corpora[name];
    const set = () => Desk.sets?.[name];
    if (!set()) return fetched(`data/search-${name}.js`, set);
    corpora[name] = null;
    Desk.drive(Desk.corpus(set()), (corpus) => {
      corpora[name] = corpus;
      Desk.run();
    });
  };

  /* Searches for what the form says. */
  Desk.run = () => {
    const state = Desk.state(new FormData(form)), query = Desk.parse(state.find, state.match);
    stop();
    if (!Desk.near && query.clauses.some(({ near }) => near !== null)) return fetched("assets/js/desk/near.js", () => Desk.near);
    summary.textContent = "Reading …";
    const corpus = ready(SETS.includes(state.scope) ? state.scope : "text");
    if (!corpus) return;
    const work = Desk.search(corpus, query, state, Desk.inScope(corpus, state.scope));
    stop = Desk.drive(work, (found) => show({ state, query, corpus, address: Desk.address(state), ...found }));
  };

  /* Fills the form from the address, but for the fields in `given`; help.js reports what it does not offer. */
  const restore = (given) => {
    Desk.refused = [];
    for (const [name, value] of Object.entries({ ...Desk.state(new URLSearchParams(location.search)), ...given })) {
      const field = form.elements[name];
      if (field.type === "checkbox") field.checked = value === "1";
      else field.value = value;
      if (field.selectedIndex < 0) {
        field.selectedIndex = 0;
        Desk.refused.push(["choice", value, name]);
      }
    }
    Desk.run();
  };

  form.addEventListener("input", () => {
    Desk.refused = [];
    Desk.run();
  });
  addEventListener("popstate", () => restore());
  at("-off").remove();
  form.hidden = at("-out").hidden = false;
  // The form stands before this script does: what was asked meanwhile is not lost.
  restore(Object.fromEntries(Desk.said(Desk.state(new FormData(form)))));
})((globalThis.Desk ??= {}));
