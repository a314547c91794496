/* When something was not understood, or nothing found: sentences, and what does hit. */
((Desk) => {
  const MOST = 8, NEAR = 10;
  let stop = () => {}, turn = 0;

  const short = (words) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);
  const about = (key) => (part) => Desk.say(key, { part: short(part) });
  const SENTENCES = {
    long: (most) => Desk.say("too_long", { most }),
    words: (most) => Desk.say("too_many_words", { most }),
    distance: about("distance"),
    tilde: about("tilde"),
    minus: about("minus"),
    star: () => Desk.say("star"),
    wordless: (part) => (part.trim() ? about("wordless")(part) : Desk.say("wordless_quotes")),
    open: about("open"),
    or: about("either"),
    choice: (value, name) => Desk.say("choice", { value: short(value), name, used: chosen(name) }),
  };
  const chosen = (name) => document.getElementById("desk").elements[name].selectedOptions[0].text.trim();

  /* How far two words are apart: letters put in, left out, or exchanged (Levenshtein). */
  const distance = (one, other) => {
    let row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[other.length];
  };

  /* A clause as it can be typed. */
  const asTyped = (clause) => Desk.label(clause).replaceAll(/[“”]/gu, '"');

  const anyOf = ({ clauses }) => clauses.map(asTyped).join(" OR ");

  /* What could be meant by a word that does not occur; a number means itself. */
  const alike = (word, forms) => {
    if (/^\p{N}+$/u.test(word)) return [];
    const known = new Set(forms), most = word.length > 4 ? 2 : 1, found = [];
    for (let n = 1; n < word.length; n++) {
      if (known.has(word.slice(0, n)) && known.has(word.slice(n))) found.push(`"${word.slice(0, n)} ${word.slice(n)}"`);
    }
    const near = [...known].filter((form) => Math.abs(form.length - word.length) <= most)
      .map((form) => [distance(word, form), form]).filter(([far]) => far <= most).sort();
    found.push(...near.slice(0, 3).map(([, form]) => form));
    // A word that is still being typed is the beginning of another.
    if (forms.some((form) => form.startsWith(word))) return [`${word}*`, ...found];
    for (let end = word.length - 1; end >= Math.max(4, word.length / 2); end--) {
      if (forms.some((form) => form.startsWith(word.slice(0, end)))) {
        found.push(`${word.slice(0, end)}*`);
        break;
      }
    }
    return found;
  };

  /* Other searches that may hit. */
  const others = function* ({ state, query, corpus }) {
    const forms = Desk.folded(corpus, {}), known = new Set(forms);
    if (query.groups.length > 1) yield { ...state, match: "all", find: anyOf(query) };
    yield { ...state, case: "", accents: "", marks: "" };
    if (state.scope.startsWith("part.")) yield { ...state, scope: "text" };
    for (const { words } of query.clauses) {
      const folded = words.map((word) => Desk.fold(word, {}));
      if (words.length > 1 && known.has(folded.join(""))) yield { ...state, find: folded.join("") };
      for (const word of folded.filter((form) => !form.includes("*") && !known.has(form))) {
        for (const other of alike(word, forms)) {
          yield { ...state, find: state.find.replace(words[folded.indexOf(word)], words.length > 1 ? other.replaceAll('"', "") : other) };
        }
      }
    }
    const plain = query.clauses.flatMap(({ words }) => words).filter((word) => /[^*]/.test(word));
    if (plain.length > 1) {
      yield { ...state, match: "all", find: `"${plain.join(" ")}"~${NEAR}` };
      yield { ...state, match: "all", find: plain.join(" ") };
      for (const word of plain) yield { ...state, match: "all", find: word };
    }
  };

  /* Counts the other searches, one after the other; `found` gets those that hit. */
  const counted = function* (result) {
    const hitting = new Map([[Desk.address(result.state), null]]), { corpus } = result;
    for (const state of others(result)) {
      const address = Desk.address(state), query = Desk.parse(state.find, state.match);
      if (hitting.has(address) || hitting.size > MOST) continue;
      const { hits } = yield* Desk.search(corpus, query, state, Desk.inScope(corpus, state.scope));
      if (hits.length) hitting.set(address, { state, hits: hits.length, query });
    }
    return [...hitting].filter(([, found]) => found);
  };

  const suggest = (found, all, place) => {
    if (!found.length) return place.append(Desk.element("p", Desk.say("nothing_similar")));
    const list = Desk.element("ul");
    for (const [address, { hits, query, state }] of found) {
      const item = Desk.element("li"), words = Desk.describe(query);
      const link = Desk.link(state.find === all ? Desk.say("any_of_them", { query: words }) : words, Desk.page("search") + address);
      link.dataset.find = state.find;
      const fields = { query: link, matches: Desk.count("match", hits), scope: Desk.say("in_section", { section: state.scope.replace("part.", "") }) };
      item.append(...Desk.laid(state.scope.startsWith("part.") ? "suggestion_in" : "suggestion", fields));
      list.append(item);
    }
    return place.append(Desk.element("p", Desk.say("try")), list);
  };

  /* Says in `place` what was not understood; without hits, what does hit. */
  Desk.help = (result, place) => {
    stop();
    const mine = ++turn;
    const notes = [...(Desk.refused ?? []), ...result.query.notes].map(([code, ...words]) => SENTENCES[code](...words));
    place.replaceChildren(...[...new Set(notes)].map((note) => Desk.element("p", note)));
    if (!result.query.groups.length || result.hits.length) return;
    const start = () => { stop = Desk.drive(counted(result), (found) => suggest(found, result.query.groups.length > 1 && anyOf(result.query), place)); };
    if (Desk.near) start();
    else Desk.load(["assets/js/desk/near.js"], () => Desk.near, (well) => well && mine === turn && start());
  };
})((globalThis.Desk ??= {}));
