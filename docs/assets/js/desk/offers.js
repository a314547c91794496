/* What else the words typed can mean: a place to go to, or a glossary entry that is also printed in other forms. */
((Desk) => {
  const FORMS = 12, NAMED = 3, WORDS = 60;
  /* What is compared of several words. */
  Desk.same = (words) => Desk.cut(words).map(([start, end]) => Desk.fold(words.slice(start, end), {})).join(" ");

  const begin = (text, from = 0) => {
    const rest = text.slice(from);
    return rest.length > WORDS ? rest.slice(0, WORDS).replace(/\s\S*$/u, "…") : rest;
  };

  const paragraph = (text, number) => {
    const unit = text.units[number - 1];
    return unit ? [{ label: unit.label, words: begin(unit.text), href: Desk.at(text, unit) }] : [];
  };

  /* A page begins in a paragraph, at a mark of its own, or with one. */
  const page = (text, number) => {
    for (const unit of text.units) {
      const [from] = unit.breaks.find(([, on]) => on === number) ?? [];
      if (from === undefined) continue;
      const href = from ? `${Desk.page(Desk.where(text, unit))}#page-${number}` : Desk.at(text, unit);
      return [{ label: Desk.say("page_number", { page: number }), words: begin(unit.text, from), href }];
    }
    return [];
  };

  /* `¶ 37`, `37`, `p. 12` in the numbered text. */
  const inText = (text, typed) => {
    const [, sign, digits] = /^(¶|§|#|para(?:graph)?\.?|pp?\.?|page)?\s*(\d{1,6})$/iu.exec(typed) ?? [];
    if (!digits) return [];
    const number = Number(digits), kind = (sign ?? "").toLowerCase();
    const ofPage = /^(?:pp?\.|page)$/u.test(kind) || (/^pp?$/u.test(kind) && /\s/u.test(typed));
    const ofEither = !kind || (kind === "p" && !ofPage);
    return [...(ofPage ? [] : paragraph(text, number)), ...(ofPage || ofEither ? page(text, number) : [])];
  };

  /* The places that the words typed name; `R7` is an entry of the register. */
  Desk.places = async (typed) => {
    if (!/^\p{L}\s*\d{1,6}$/u.test(typed)) return inText(await Desk.made("text"), typed);
    const asked = await Desk.made("recommendations"), id = typed.replace(/\s+/u, "").toUpperCase();
    const unit = asked?.units.find(({ label }) => label.split(",")[0] === id);
    if (!unit) return inText(await Desk.made("text"), typed);
    const [first, moved] = asked.register, anchor = id.toLowerCase();
    return [{ label: id, words: begin(unit.text), href: `${Desk.page(moved[anchor] ?? first)}#${anchor}` }];
  };

  /* Forms that are different searches: without those that differ in case or accents alone, or by a final ’s. */
  const different = (forms) => {
    const keys = forms.map(Desk.same);
    return forms.filter((_, n) => keys.indexOf(keys[n]) === n && !(keys[n].endsWith(" 's") && keys.includes(keys[n].slice(0, -3))));
  };

  /* Of each entry that is printed as it was typed, and otherwise, its forms: the one typed first. */
  Desk.variants = (names, typed) => {
    const asked = Desk.same(typed);
    return !asked ? [] : names.units.map(({ text }) => different(text.split("; ")))
      .map((forms) => [forms.filter((form) => Desk.same(form) === asked), forms.filter((form) => Desk.same(form) !== asked)])
      .filter(([same, others]) => same.length && others.length)
      .map(([same, others]) => [...same, ...others]);
  };

  /* Forms as one query, as many as it can take. */
  Desk.anyForm = (forms) => {
    for (let most = Math.min(FORMS, forms.length); most > 1; most--) {
      const find = forms.slice(0, most).map((form) => (Desk.cut(form).length > 1 ? `"${form.replace(/["“”„‟«»]/gu, " ")}"` : form)).join(" OR ");
      const { notes } = Desk.parse(find);
      if (!notes.length) return { find, most };
    }
    return null;
  };

  const variant = (forms) => {
    const asked = Desk.anyForm(forms);
    if (!asked) return [];
    const { find, most } = asked, named = forms.length === NAMED + 2 ? NAMED + 1 : NAMED;
    const others = forms.slice(1, 1 + named).join(", "), more = forms.length - 1 - named;
    const key = most < forms.length ? "variants_first" : most === 2 ? "variants_both" : "variants_all";
    const words = Desk.say(key, { number: Desk.spelled(most) });
    const link = Desk.link(words, Desk.page("search") + Desk.address({ ...Desk.state(new URLSearchParams()), find }));
    link.dataset.find = find;
    const line = Desk.element("p", "", "desk-offer");
    const all = more > 0 ? Desk.say("others_more", { others, number: Desk.number(more) }) : others;
    line.append(...Desk.laid("variants", { form: forms[0], others: all, link }));
    return [line];
  };

  const place = ({ label, words, href }) => {
    const row = Desk.element("li"), link = Desk.link("", href);
    link.append(Desk.element("strong", label), ` ${words}`);
    row.append(link);
    return row;
  };

  /* Gives `then` what to show for a result: places to go to, and entries with other forms; and the places alone. */
  Desk.offer = async ({ state }, then) => {
    const typed = state.find.trim().replace(/^["“](.*)["”]$/u, "$1"), [places, names] = await Promise.all([Desk.places(typed), Desk.made("names")]);
    const shown = [];
    if (places.length) {
      const line = Desk.element("div", "", "desk-places"), list = Desk.element("ul");
      list.append(...places.map(place));
      line.append(Desk.element("h2", Desk.say("go_to")), list);
      shown.push(line);
    }
    then([...shown, ...(names ? Desk.variants(names, typed).flatMap(variant) : [])], places);
  };
})((globalThis.Desk ??= {}));
