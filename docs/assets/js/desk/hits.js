/* Where a search leads: its hits marked in the text, and the way to the next and the previous one. */
((Desk) => {
  const OURS = ".pn, .rec, .em, .pb, .editors, .headerlink, .cite-tools, button";

  /* The text nodes of a unit that carry the report's words, and those words. */
  const wordsOf = (unit) => {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(OURS)) nodes.push(walker.currentNode);
    return nodes;
  };

  /* Marks the characters from `start` to `end` of a unit; what is marked is split where links begin or end. */
  const mark = (unit, start, end, text) => {
    const nodes = wordsOf(unit), printed = nodes.map((node) => node.data).join("");
    let at = -printed.search(/\S/u);
    if (!printed.slice(-at).startsWith(text)) return [];
    return nodes.flatMap((node) => {
      const from = Math.max(0, start - at), to = Math.min(node.length, end - at);
      at += node.length;
      if (from >= to) return [];
      const range = document.createRange(), element = document.createElement("mark");
      range.setStart(node, from);
      range.setEnd(node, to);
      element.className = "desk-hit";
      range.surroundContents(element);
      return [element];
    });
  };

  const bar = (words, links) => {
    const region = document.createElement("div"), text = document.createElement("p");
    region.className = "desk-bar";
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", "Search hits");
    text.textContent = words;
    region.append(text);
    for (const [label, href, act] of links) {
      const link = document.createElement(href ? "a" : "button");
      link.textContent = label;
      if (href) link.href = href;
      link.addEventListener("click", (event) => act?.(event));
      region.append(link);
    }
    document.body.append(region);
    return region;
  };

  const show = (state, query, corpus, hits) => {
    const marks = new Map();
    // From the last to the first: a mark changes the nodes behind it.
    for (let n = hits.length - 1; n >= 0; n--) {
      const { anchor, text, offset } = corpus.units[hits[n].unit], unit = document.getElementById(anchor);
      const [start, end] = [corpus.from[hits[n].i] + offset, corpus.to[hits[n].j - 1] + offset];
      const whole = offset ? "" : text;
      if (unit) marks.set(n, mark(unit, start, end, whole));
    }
    let now = Math.min(hits.length, Math.max(1, Math.trunc(new URLSearchParams(location.search).get("hit")) || 1)) - 1;
    const address = (n) => {
      const { anchor, division } = corpus.units[hits[n].unit];
      const page = marks.get(n)?.length ? location.pathname : Desk.page(corpus.divisions[division][1]);
      return `${page}${Desk.address(state, ["hit", n + 1])}#${anchor}`;
    };
    let region;
    const go = (n, focus) => {
      now = n;
      document.querySelectorAll(".desk-hit[aria-current]").forEach((element) => element.removeAttribute("aria-current"));
      const [first] = marks.get(n) ?? [];
      marks.get(n)?.forEach((element) => element.setAttribute("aria-current", "true"));
      first?.scrollIntoView({ block: "center" });
      region?.remove();
      const step = (label, to) => to < 0 || to >= hits.length ? null : [label, address(to), (event) => {
        if (!marks.get(to)?.length) return;
        event.preventDefault();
        history.replaceState(null, "", address(to));
        go(to, label);
      }];
      const clear = () => {
        region.remove();
        document.querySelectorAll(".desk-hit").forEach((element) => element.replaceWith(...element.childNodes));
      };
      region = bar(`Hit ${n + 1} of ${hits.length} for ${Desk.describe(query)}`, [
        step("Previous hit", n - 1), step("Next hit", n + 1),
        ["All hits", Desk.page("search") + Desk.address(state)], ["Unmark", "", clear],
      ].filter(Boolean));
      if (focus) [...region.querySelectorAll("a")].find((link) => link.textContent === focus)?.focus();
    };
    if (hits.length) go(now);
  };

  /* Searches anew for what the address says, in the same texts as the search page. */
  Desk.showHits = () => {
    const state = Desk.state(new URLSearchParams(location.search)), query = Desk.parse(state.find, state.match);
    const set = ["recommendations", "headings"].includes(state.scope) ? state.scope : "text";
    const needed = Desk.sets?.[set] ? [] : [`data/search-${set}.js`];
    if (!Desk.near && query.clauses.some(({ near }) => near !== null)) needed.push("assets/js/desk/near.js");
    if (needed.length) return Desk.load(needed, (well) => well && Desk.showHits());
    Desk.drive(Desk.corpus(Desk.sets[set]), (corpus) => {
      const wanted = Desk.inScope(corpus, state.scope);
      Desk.drive(Desk.search(corpus, query, state, wanted), ({ hits }) => show(state, query, corpus, hits));
    });
  };
})((globalThis.Desk ??= {}));
