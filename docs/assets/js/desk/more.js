/* The search page, once lines are shown: strips, counts by part, order, CSV, keyboard, history. */
((Desk) => {
  const at = (id) => document.getElementById(`desk${id}`);
  const form = at(""), input = at("-find"), list = at("-lines"), panel = at("-more");
  const further = at("-further"), FURTHER = 500, WIDTH = 1000, SVG = "http://www.w3.org/2000/svg";
  const ways = at("-notes").appendChild(Desk.element("div")), notes = at("-notes").appendChild(Desk.element("div"));
  let result, shown;

  /* For each form of the corpus its rank in the alphabet, capitals and accents folded. */
  const ranks = (corpus) => {
    const folded = Desk.folded(corpus, {}), order = [...new Set(folded)].sort();
    const rank = new Map(order.map((word, n) => [word, n + 1]));
    return (corpus.ranks ??= Int32Array.from(folded, (word) => rank.get(word)));
  };

  /* Sorts hits by the words before them, the nearest first, or by those after; the paragraph's end comes first. */
  Desk.sort = ({ hits, corpus, state }) => {
    if (state.sort === "place") return;
    const rank = ranks(corpus), left = state.sort === "left";
    const word = ({ unit, i, j }, n) => {
      const place = left ? i - 1 - n : j + n;
      return place >= corpus.starts[unit] && place < corpus.starts[unit + 1] ? rank[corpus.form[place]] : 0;
    };
    hits.sort((a, b) => {
      for (let n = 0; n < 8; n++) {
        const order = word(a, n) - word(b, n);
        if (order) return order;
      }
      return a.n - b.n;
    });
  };

  /* Of each division its title, its depth, its scope, and its words, those of its parts counted too. */
  const divisions = (corpus) => {
    if (corpus.parts) return corpus.parts;
    const titles = new Map([...form.elements.scope.options].map(({ value, text }) => [value, text.trim().replace(Desk.say("section_option"), "")]));
    const rows = [];
    for (const [id, , parent] of corpus.divisions) {
      const scope = `part.${id}`, title = titles.get(scope);
      rows.push({ title: title ?? id, scope: title && scope, depth: parent < 0 ? 0 : rows[parent].depth + 1, words: 0 });
    }
    corpus.units.forEach(({ division }, unit) => {
      for (let n = division; n >= 0; n = corpus.divisions[n][2]) rows[n].words += corpus.starts[unit + 1] - corpus.starts[unit];
    });
    return (corpus.parts = rows);
  };

  const parts = ({ corpus, hits }) => {
    const rows = divisions(corpus).map((row) => ({ ...row, hits: 0 }));
    for (const { unit } of hits) {
      for (let n = corpus.units[unit].division; n >= 0; n = corpus.divisions[n][2]) rows[n].hits++;
    }
    return rows.filter(({ words }) => words);
  };

  const table = (rows, state) => {
    const details = Desk.element("details"), top = rows.filter(({ depth }) => !depth);
    const sections = top.map((row) => `${row.title} ${Desk.number(row.hits)}`).join(" · ");
    details.append(Desk.element("summary", Desk.say("by_section", { sections })));
    details.open = panel.querySelector("details")?.open ?? false;
    const whole = Desk.element("table"), head = whole.createTHead().insertRow(), body = whole.createTBody();
    for (const key of ["section", "matches", "per_thousand"]) {
      head.append(Object.assign(Desk.element("th", Desk.say(key)), { scope: "col" }));
    }
    for (const row of rows) {
      const line = body.insertRow(), name = Object.assign(Desk.element("th"), { scope: "row" });
      const words = row.scope ? Desk.link(row.title, Desk.address({ ...state, scope: row.scope })) : row.title;
      name.style.setProperty("--depth", row.depth);
      name.append(words);
      line.append(name, Desk.element("td", Desk.number(row.hits)), Desk.element("td", ((1000 * row.hits) / row.words).toFixed(1)));
    }
    details.append(whole);
    return details;
  };

  const svg = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const strokes = (corpus, places) =>
    [...new Set(places.map((place) => Math.round((WIDTH * place) / corpus.form.length)))].map((x) => `M${x} 0v10`).join("");

  /* A strip for each word or phrase of the query: the text from its first word to its last. */
  const strips = ({ corpus, query, own }) => {
    const figure = Desk.element("ul", "", "desk-strips");
    corpus.begins ??= strokes(corpus, corpus.units.flatMap(({ division }, n) =>
      !n || (corpus.units[n - 1].division !== division && corpus.divisions[division][2] < 0) ? [corpus.starts[n]] : []));
    query.clauses.forEach((clause, n) => {
      const words = `${Desk.label(clause)}: ${Desk.number(own[n].length)}`, row = Desk.element("li");
      const strip = svg("svg", { class: "desk-strip", viewBox: `0 0 ${WIDTH} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
      strip.append(svg("path", { class: "begins", d: corpus.begins }), svg("path", { d: strokes(corpus, own[n]) }));
      row.append(Desk.element("span", words), strip);
      figure.append(row);
    });
    return figure;
  };

  const field = (value) => `"${String(value).replaceAll('"', '""')}"`;
  Desk.csv = (found) => {
    const rows = [["line", "place", "anchor", "part", "before", "hit", "after", "address"]];
    found.hits.forEach((hit, n) => {
      const { left, hit: words, right, place } = Desk.context(found, hit), { anchor, division } = found.corpus.units[hit.unit];
      rows.push([n + 1, place, anchor, divisions(found.corpus)[division].title, left, words, right, Desk.target(found, hit)]);
    });
    return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
  };

  const download = () => {
    // The mark tells spreadsheets that this is UTF-8.
    const file = URL.createObjectURL(new Blob(["\ufeff", Desk.csv(result)], { type: "text/csv" }));
    Object.assign(Desk.element("a"), { href: file, download: Desk.say("csv_file") }).click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
  };

  /* How many lines are shown, and the way to the others. */
  const stand = (count) => {
    shown = count;
    const rest = Math.max(0, result.hits.length - shown);
    further.hidden = !rest;
    further.textContent = Desk.say("more", { more: Desk.number(Math.min(rest, FURTHER)), rest: Desk.count("more_match", rest) });
  };
  further.addEventListener("click", () => {
    Desk.lines(result, shown, shown + FURTHER);
    stand(shown + FURTHER);
  });

  /* What else the words typed can mean: a place to go to, an entry with other forms. */
  const offer = () => {
    const { state } = result;
    if (!state.find || state.scope !== "text") return ways.replaceChildren();
    return Desk.load(["assets/js/desk/offers.js"], () => Desk.offer, (well) => well && Desk.offer(result, (offers) => {
      if (result.state === state) ways.replaceChildren(...offers);
    }));
  };

  /* After each search, of which the first `count` lines are shown. */
  Desk.more = (found, count) => {
    result = found;
    stand(count);
    const { hits, query, state } = found, needed = query.notes.length || Desk.refused.length || (query.groups.length && !hits.length);
    if (Desk.help) Desk.help(found, notes);
    else if (needed) Desk.load(["assets/js/desk/help.js"], () => Desk.help, (well) => well && Desk.help(result, notes));
    offer();
    if (!hits.length) return panel.replaceChildren();
    const button = Object.assign(Desk.element("button", Desk.say("csv")), { type: "button", onclick: download });
    panel.replaceChildren(strips(found), table(parts(found), state), button);
  };

  form.parentElement.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")], now = links.indexOf(document.activeElement);
    if (event.altKey || event.ctrlKey || event.metaKey || (now < 0 && event.target !== input)) return;
    const next = { ArrowDown: links[now + 1], ArrowUp: links[now - 1] ?? input, Escape: now < 0 ? undefined : input }[event.key];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  /* Another search is another address, once the typing rests, or on Enter. */
  const addressOf = (fields) => Desk.address(Desk.state(fields));
  let idle;
  const settle = () => {
    clearTimeout(idle);
    const address = addressOf(new FormData(form));
    if (address === addressOf(new URLSearchParams(location.search))) return;
    try {
      history.pushState(null, "", address);
    } catch {
      // A browser may refuse this for a page opened from a folder; the search goes on without it.
    }
  };
  const later = () => {
    clearTimeout(idle);
    idle = setTimeout(settle, 1000);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle();
  });
  later();
})((globalThis.Desk ??= {}));
