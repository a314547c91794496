/* Where a search links to: its hits marked in the text, and the way to the next and the previous one. */
((Desk) => {
  // The engine marks what is the editors'; the classes are those of pages written before it did.
  const OURS = "[data-editorial], .pn, .rec, .em, .pb, .editors, .headerlink, .cite-tools, button";

  /* The text nodes of a unit that carry the report's words, each with the place of its first character; none if the
     words are not `text`. */
  const wordsOf = (unit, text) => {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT), nodes = [];
    let printed = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(OURS)) continue;
      nodes.push([node, printed.length, printed.length + node.length]);
      printed += node.data;
    }
    const before = printed.search(/\S/u);
    return printed.slice(before).startsWith(text) ? nodes.map(([node, from, to]) => [node, from - before, to - before]) : [];
  };

  /* Marks the characters from `start` to `end`; what is marked is cut where links begin or end. A node keeps what stands
     before a mark in it, so marks are laid from the last to the first. */
  const mark = (nodes, start, end) => nodes.filter(([, from, to]) => from < end && to > start).map(([node, from, to]) => {
    const words = node.splitText(Math.max(start, from) - from), element = document.createElement("mark");
    words.splitText(Math.min(end, to) - Math.max(start, from));
    element.className = "desk-hit";
    words.replaceWith(element);
    element.append(words);
    return element;
  });

  /* Marks all hits on this page; for each its marks. */
  const marked = function* (corpus, hits) {
    const marks = new Map();
    let unit, nodes;
    for (let n = hits.length - 1; n >= 0; n--) {
      const { anchor, text, offset } = corpus.units[hits[n].unit], { i, j } = hits[n];
      if (unit !== hits[n].unit) {
        const element = document.getElementById(anchor);
        nodes = element ? wordsOf(element, offset ? "" : text) : [];
        unit = hits[n].unit;
        yield;
      }
      marks.set(n, mark(nodes, corpus.from[i] + offset, corpus.to[j - 1] + offset));
    }
    return marks;
  };

  const bar = (words, links) => {
    const region = document.createElement("div"), text = document.createElement("p");
    region.className = "desk-bar";
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", Desk.say("matches_here"));
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

  const show = (state, query, corpus, hits, marks) => {
    let now = Math.min(hits.length, Math.max(1, Math.trunc(new URLSearchParams(location.search).get("hit")) || 1)) - 1;
    const address = (n) => {
      const unit = corpus.units[hits[n].unit];
      const page = marks.get(n)?.length ? location.pathname : Desk.page(Desk.where(corpus, unit));
      return `${page}${Desk.address(state, ["hit", n + 1])}#${unit.anchor}`;
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
      region = bar(Desk.say("match_of", { n: Desk.number(n + 1), all: Desk.number(hits.length), query: Desk.describe(query) }), [
        step(Desk.say("previous"), n - 1), step(Desk.say("next"), n + 1),
        [Desk.say("all_results"), Desk.page("search") + Desk.address(state)], [Desk.say("clear"), "", clear],
      ].filter(Boolean));
      if (focus) [...region.querySelectorAll("a")].find((link) => link.textContent === focus)?.focus();
    };
    if (hits.length) go(now);
  };

  /* Searches anew for what the address says, in the same texts as the search page. */
  Desk.showHits = async () => {
    const state = Desk.state(new URLSearchParams(location.search)), query = Desk.parse(state.find, state.match);
    const set = ["recommendations", "headings"].includes(state.scope) ? state.scope : "text";
    const corpus = (await Desk.equipped(query)) && (await Desk.made(set));
    if (!corpus) return;
    const wanted = Desk.inScope(corpus, state.scope);
    Desk.drive(Desk.search(corpus, query, state, wanted), ({ hits }) =>
      Desk.drive(marked(corpus, hits), (marks) => show(state, query, corpus, hits, marks)));
  };
})((globalThis.Desk ??= {}));
