/* The search box after its first result: places to go to, other forms, and what the other sets have. */
((Desk) => {
  const SHOWN = 3, GROUPS = ["names", "headings", "recommendations", "events"];

  /* An entry or an event once, however many of its words match; first what is called as it was typed. */
  const named = (result, rest) => {
    const asked = Desk.same(result.state.find), names = (number) => result.corpus.units[number].text.split("; ").map(Desk.same);
    const rank = (number) => [names(number)[0] !== asked, !names(number).includes(asked)].indexOf(false) >>> 0;
    const rows = [...new Set(result.hits.map(({ unit }) => unit))].sort((a, b) => rank(a) - rank(b) || a - b);
    return rows.slice(0, SHOWN).map((number) => {
      const unit = result.corpus.units[number], row = Desk.element("li"), link = Desk.link("", Desk.at(result.corpus, unit));
      const [name, beside] = rest(unit, number, result.corpus);
      link.append(name, " ", Desk.element("span", beside, "place"));
      row.append(link);
      return row;
    });
  };
  const LINES = {
    names: (result) => named(result, ({ label }, n, { mentions }) => [label, Desk.count("mention", mentions[n])]),
    events: (result) => named(result, ({ text, label }) => [text, label]),
  };
  const NOTES = { names: "mention_count", headings: "heading_count" };

  const group = (name, result) => {
    const { corpus, hits } = result, units = new Set(hits.map(({ unit }) => unit)).size, own = LINES[name];
    const rows = own ? own(result) : hits.slice(0, SHOWN).map((hit) => Desk.line(result, hit, 40));
    const count = own ? Desk.units(corpus, units) : Desk.counted(result);
    const all = (own ? units : hits.length) > SHOWN;
    const words = Desk.say("all_matches", { matches: own ? Desk.units(corpus, units) : Desk.count("match", hits.length) });
    return Desk.group(Desk.say(name), count, rows, all && words, Desk.page("search") + result.address, NOTES[name] && Desk.say(NOTES[name]));
  };

  const search = async (name, query, find) => {
    const corpus = await Desk.made(name), state = Desk.state(new URLSearchParams({ find, scope: name }));
    if (!corpus) return null;
    return new Promise((resolve) => {
      Desk.drive(Desk.search(corpus, query, state, () => true), (found) => {
        found.hits.forEach((hit, n) => { hit.n = n; });
        resolve({ state, query, corpus, address: Desk.address(state), ...found });
      });
    });
  };

  /* Fills the parts of the box for a result of the paragraphs, as long as `live` says that nothing else was typed. */
  Desk.groups = async (result, { ways, here, others }, live) => {
    const { query, state } = result;
    const offered = Desk.offer(result, (offers, places) => {
      if (!live()) return;
      ways.replaceChildren(...offers);
      if (!result.hits.length && !places.length) Desk.help(result, here.appendChild(Desk.element("div")));
    });
    const [found] = await Promise.all([Promise.all(GROUPS.map((name) => search(name, query, state.find))), offered]);
    if (!live()) return;
    others.replaceChildren(...found.flatMap((one, n) => (one?.hits.length ? [group(GROUPS[n], one)] : [])));
    if (found.includes(null)) others.append(Desk.element("p", Desk.say("rest_not_loaded"), "note"));
  };
})((globalThis.Desk ??= {}));
