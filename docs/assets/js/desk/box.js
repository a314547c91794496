/* The search box on every page: the paragraphs at once, all else after them. */
((Desk) => {
  const SHOWN = 5, AROUND = 56;
  let input, status, page, here, ways, others, stop = () => {}, turn = 0;

  /* A count is read out; those who see it find it in the heading of its group. */
  const said = (words, hidden) => {
    status.textContent = words;
    status.classList.toggle("visually-hidden", hidden);
  };

  /* A heading with its count, some lines, and a link to all of them on the search page. */
  Desk.group = (title, count, rows, all, href, note = "") => {
    const section = Desk.element("section"), head = Desk.element("h2", title), list = Desk.element("ul");
    head.append(" ", Desk.element("small", count));
    list.append(...rows);
    section.append(head, list);
    if (all) {
      const more = Desk.element("p", "", "all");
      more.append(Desk.link(all, href));
      section.append(more);
    }
    if (note) section.append(Desk.element("p", note, "note"));
    return section;
  };

  const busy = (is) => here.parentElement.setAttribute("aria-busy", is);

  const clear = (words) => {
    busy(false);
    for (const part of [ways, here, others]) part.replaceChildren();
    said(words, false);
  };

  const show = (result, mine) => {
    const { hits, query } = result;
    hits.forEach((hit, n) => { hit.n = n; });
    const fields = { count: Desk.counted(result), query: Desk.describe(query) };
    said(Desk.say(query.groups.length ? (hits.length ? "found" : "nothing_found") : "empty", fields), query.groups.length > 0);
    here.replaceChildren();
    if (hits.length) {
      const rows = hits.slice(0, SHOWN).map((hit) => Desk.line(result, hit, AROUND));
      const all = Desk.say("all_matches", { matches: Desk.count("match", hits.length) });
      here.append(Desk.group(Desk.say("paragraphs"), fields.count, rows, hits.length > SHOWN && all, Desk.page("search") + result.address));
    }
    // What comes after the first result may take its time, as long as nothing else is typed.
    setTimeout(() => {
      if (mine !== turn) return;
      const names = ["offers", "groups", ...(hits.length ? [] : ["help"])].map((name) => `assets/js/desk/${name}.js`);
      Desk.load(names, () => Desk.groups, async (well) => {
        if (mine !== turn) return;
        if (well) await Desk.groups(result, { ways, here, others }, () => mine === turn);
        else said(Desk.say("rest_not_loaded"), false);
        if (mine === turn) busy(false);
      });
    });
  };

  const run = async () => {
    const find = input.value.trim(), mine = ++turn;
    const state = Desk.state(new URLSearchParams({ find })), address = Desk.address(state);
    stop();
    page.href = Desk.page("search") + address;
    if (!find) return clear(Desk.say("empty"));
    busy(true);
    const query = Desk.parse(find);
    const text = (await Desk.equipped(query)) && (await Desk.made("text"));
    if (mine !== turn) return undefined;
    if (!text) return clear(Desk.say("not_loaded"));
    const work = Desk.search(text, query, state, () => true);
    stop = Desk.drive(work, (found) => show({ state, query, corpus: text, address, ...found }, mine));
    return undefined;
  };

  /* The arrow keys go through the links; what is typed on one of them goes into the field. */
  const keys = (dialog) => (event) => {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    // In a field for searches, this key would empty the field first.
    if (key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
    const links = [...dialog.querySelectorAll(".box-found a")], now = links.indexOf(target);
    if (now < 0 && target !== input) return;
    const next = { ArrowDown: links[now + 1], ArrowUp: now < 0 ? undefined : (links[now - 1] ?? input) }[key];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (now >= 0 && (/^\S$/u.test(key) || key === "Backspace")) input.focus();
  };

  /* A link that offers another search puts it into the field; one that leads into the page closes the box. */
  const follow = (dialog) => (event) => {
    const link = event.target.closest("a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.find) {
      event.preventDefault();
      input.value = link.dataset.find;
      input.focus();
      run();
    } else dialog.close();
  };

  /* Makes the open dialog search for what its field has, now and from now on. */
  Desk.box = (dialog) => {
    if (!input) {
      [input, status] = ["input", "[role=status]"].map((name) => dialog.querySelector(name));
      page = dialog.querySelector(".box-keys a");
      [ways, here, others] = dialog.querySelectorAll(".box-found > div");
      input.addEventListener("input", run);
      dialog.addEventListener("keydown", keys(dialog));
      dialog.querySelector(".box-found").addEventListener("click", follow(dialog));
    }
    run();
  };
})((globalThis.Desk ??= {}));
