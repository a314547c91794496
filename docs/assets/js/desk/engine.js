/* Words, queries, hits. Pure; the rules are on the search page. */
((Desk) => {
  /* The same rule as scripts/edition/index/words.py has; tests/tokeniser/cases.json holds examples for both. */
  const cutter = (star) => {
    const run = `[\\p{L}\\p{N}${star}][\\p{L}\\p{M}\\p{N}${star}]*`;
    return new RegExp(`\\p{Nd}+(?:[.,]\\p{Nd}+)+|${run}(?:['’‘ʼ]${run})*`, "gu");
  };
  const PRINTED = cutter("");
  const TYPED = cutter("*");
  /* Accents, and the points of Cyrillic, Hebrew and Arabic; what other scripts write as marks is spelling. */
  const ACCENTS = new RegExp(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670" +
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]", "gu");

  /* The words of `text` as [start, end] pairs; with `typed`, `*` is a letter. A final ’s is a word of its own. */
  Desk.cut = (text, typed) => {
    const words = [];
    for (const { 0: run, index } of text.matchAll(typed ? TYPED : PRINTED)) {
      const end = index + run.length;
      const stem = /.['’‘ʼ][sS]$/u.test(run) ? end - 2 : end;
      words.push([index, stem]);
      if (stem < end) words.push([stem, end]);
    }
    return words;
  };

  /* What is compared of a word; of case, accents and marks, those count that `options` has. */
  Desk.fold = (word, options) => {
    let same = options.accents ? word.normalize("NFC") : word.normalize("NFD").replace(ACCENTS, "");
    if (!options.case) same = same.toLowerCase();
    return options.marks ? same : same.replace(/[’‘ʼ]/g, "'");
  };

  /* A set of texts from publish/data/search_sets.py, made ready: of each word its form (a number) and its place. */
  Desk.corpus = function* (set) {
    const known = new Map(), forms = [], form = [], from = [], to = [], starts = [0];
    let division = 0, page = 1;
    const units = set.units.map((row, n) => {
      const whole = typeof row === "string" ? [division, row] : row;
      const [, marked, anchor = `p${n + 1}`, label = `¶ ${n + 1}`, offset = 0, on = page] = whole;
      let at = 0;
      division = whole[0];
      const breaks = marked.split("\f").map((words, more) => {
        at += words.length;
        return [at - words.length, (page = on + more)];
      });
      return { division, text: marked.replaceAll("\f", ""), breaks, anchor, label, offset };
    });
    for (const unit of units) {
      for (const [start, end] of Desk.cut(unit.text)) {
        const word = unit.text.slice(start, end);
        let id = known.get(word);
        if (id === undefined) {
          id = forms.push(word) - 1;
          known.set(word, id);
        }
        form.push(id);
        from.push(start);
        to.push(end);
      }
      starts.push(form.length);
      yield;
    }
    return { ...set, units, forms, form: Int32Array.from(form), from, to, starts, folded: {} };
  };

  /* All forms of a corpus as they are compared; kept for the next keystroke. */
  Desk.folded = (corpus, options) => {
    const key = [options.case, options.accents, options.marks].map(Boolean).join();
    return (corpus.folded[key] ??= corpus.forms.map((word) => Desk.fold(word, options)));
  };

  const LENGTH = 500, WORDS = 30, DISTANCE = 1000;
  const QUOTES = /["“”„‟«»]/gu;
  const PART = /["“”„‟«»]([^"“”„‟«»]*)(["“”„‟«»]?)(~\S*)?|[^\s"“”„‟«»]+/gu;

  /* groups: of each, one clause has to be found in a paragraph; a clause: its words, what is between them, the distance or
     null, the number of its first word; notes: for help.js. */
  Desk.parse = (typed, match = "all") => {
    const notes = [], groups = [];
    let text = typed.normalize("NFC").trim(), slots = 0, either = false;
    if (text.length > LENGTH) {
      notes.push(["long", LENGTH]);
      text = text.slice(0, LENGTH).replace(/\s\S*$/u, "");
    }
    if (match === "phrase" && text) text = `"${text.replace(QUOTES, " ")}"`;

    const distance = (tail) => {
      if (tail && !/^~\d+$/.test(tail)) notes.push(["distance", tail]);
      else if (tail) return Math.min(DISTANCE, tail.slice(1));
      return null;
    };
    const add = (part, near, quoted) => {
      const cuts = Desk.cut(part, true), words = cuts.map(([start, end]) => part.slice(start, end));
      const joints = cuts.slice(1).map(([start], n) => part.slice(cuts[n][1], start).replace(/\s+/gu, " "));
      if (!quoted && words.length && /^[-–−]/u.test(part)) notes.push(["minus", words[0]]);
      if (words.every((word) => /^\*+$/.test(word))) notes.push([words.length ? "star" : "wordless", part]);
      else if (slots + words.length > WORDS) notes.push(["words", WORDS]);
      else {
        const clause = { words, joints, near, slot: slots };
        slots += words.length;
        if (groups.length && (either || match === "any")) groups.at(-1).push(clause);
        else groups.push([clause]);
        either = false;
      }
    };

    for (const [part, inside, closing, tail] of text.matchAll(PART)) {
      if (inside !== undefined) {
        if (!closing) notes.push(["open", inside]);
        add(inside, distance(tail), true);
      } else if (part === "OR" || part === "|") {
        if (either || !groups.length) notes.push(["or", part]);
        either = groups.length > 0;
      } else {
        if (part.includes("~")) notes.push(["tilde", part]);
        add(part, null);
      }
    }
    if (either) notes.push(["or", "OR"]);
    return { groups, clauses: groups.flat(), notes };
  };

  /* A clause as it was understood. */
  Desk.label = ({ words, joints, near }) => {
    const joined = words.map((word, n) => word + (joints[n] ?? "")).join("");
    return (words.length > 1 ? `“${joined}”` : joined) + (near === null ? "" : `~${near}`);
  };

  /* What goes without saying. */
  const PLAIN = { find: "", match: "all", scope: "text", sort: "place", case: "", accents: "", marks: "" };
  Desk.state = (fields) => Object.fromEntries(Object.keys(PLAIN).map((name) => [name, fields.get(name) ?? PLAIN[name]]));
  Desk.said = (state) => Object.entries(state).filter(([name, value]) => value !== PLAIN[name]);
  Desk.address = (state, ...more) => `?${new URLSearchParams([...Desk.said(state), ...more])}`;

  /* Linear in the word, whatever the number of stars. */
  const test = (pattern) => {
    const pieces = pattern.split(/\*+/), [first, last] = [pieces[0], pieces.at(-1)];
    if (pieces.length < 2) return (word) => word === pattern;
    return (word) => {
      let at = first.length;
      if (!word.startsWith(first)) return false;
      for (const piece of pieces.slice(1, -1)) {
        at = word.indexOf(piece, at);
        if (at < 0) return false;
        at += piece.length;
      }
      return word.length - last.length >= at && word.endsWith(last);
    };
  };

  /* For each form of the corpus the query's words that it satisfies, as bits. */
  const masks = (corpus, query, options) => {
    const found = new Int32Array(corpus.forms.length), folded = Desk.folded(corpus, options);
    for (const clause of query.clauses) {
      clause.words.forEach((word, n) => {
        const fits = test(Desk.fold(word, options)), bit = 1 << (clause.slot + n);
        for (let id = 0; id < found.length; id++) if (fits(folded[id])) found[id] |= bit;
      });
    }
    return found;
  };

  /* Whether what is printed between two words is what was typed there. */
  const joins = (typed, printed, exact) => {
    if (exact) return typed === printed.replace(/\s+/gu, " ");
    return !/^[-‐-―−]$/u.test(typed) || /^[-‐-―−]$/u.test(printed);
  };

  const phrase = function* (clause, begin, end, bits, gap, exact) {
    const size = clause.words.length;
    for (let i = begin; i + size <= end; i++) {
      let n = 0;
      while (n < size && (bits(i + n) >> (clause.slot + n)) & 1 && (!n || joins(clause.joints[n - 1], gap(i + n), exact))) n++;
      if (n < size) continue;
      yield [i, i + size];
      i += size - 1;
    }
  };

  /* Hits (unit, first word, word after the last) in the units that `wanted` accepts; and where each clause's own begin.
     Yields now and then: long texts must not stop the page. */
  Desk.search = function* (corpus, query, options, wanted) {
    const hits = [], own = query.clauses.map(() => []), mask = query.clauses.length ? masks(corpus, query, options) : [];
    const bits = (i) => mask[corpus.form[i]];
    for (let unit = 0; query.clauses.length && unit < corpus.units.length; unit++) {
      if (!wanted(corpus.units[unit])) continue;
      const { text } = corpus.units[unit], [begin, end] = corpus.starts.slice(unit, unit + 2), found = new Map();
      const gap = (i) => text.slice(corpus.to[i - 1], corpus.from[i]);
      for (const clause of query.clauses) {
        const places = [];
        for (const place of (clause.near === null ? phrase : Desk.near)(clause, begin, end, bits, gap, options.marks)) {
          if (place) places.push(place);
          else yield;
        }
        found.set(clause, places);
      }
      yield;
      if (!query.groups.every((group) => group.some((clause) => found.get(clause).length))) continue;
      const here = [];
      query.clauses.forEach((clause, n) => {
        for (const [i, j] of found.get(clause)) {
          own[n].push(i);
          here.push({ unit, i, j });
        }
      });
      if (query.clauses.length > 1) here.sort((a, b) => a.i - b.i || b.j - a.j);
      let free = 0;
      for (const hit of here) {
        if (hit.i < free) continue;
        free = hit.j;
        hits.push(hit);
      }
    }
    return { hits, own };
  };

  /* The sets of texts besides the report's paragraphs, each a scope of its own; and those with the editors' words. */
  Desk.EDITORS = ["names", "glossary", "events"];
  Desk.SETS = ["recommendations", "headings", ...Desk.EDITORS];

  /* The page that a unit is on. */
  Desk.where = ({ pages, divisions }, { anchor, division }) => pages?.[anchor] ?? divisions[division][1];

  /* Accepts the units of the part that a scope names, or all. */
  Desk.inScope = ({ divisions }, scope) => {
    const inside = (n) => n >= 0 && (scope === `part.${divisions[n][0]}` || inside(divisions[n][2]));
    return ({ division }) => !scope.startsWith("part.") || inside(division);
  };

  /* Does a generator's work in slices; returns what stops it. */
  Desk.drive = (work, done, slice = 8) => {
    let live = true;
    const step = () => {
      const until = performance.now() + slice;
      while (live) {
        const { done: ended, value } = work.next();
        if (ended) return done(value);
        if (performance.now() > until) return void setTimeout(step);
      }
    };
    step();
    return () => { live = false; };
  };
})((globalThis.Desk ??= {}));
