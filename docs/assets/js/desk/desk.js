/* The search page. What can wait for the first lines is in more.js. */
((Desk) => {
  const at = (id) => document.getElementById(`desk${id}`);
  const form = at(""), list = at("-lines"), summary = at("-summary");
  const FIRST = 30;
  let stop = () => {}, turn = 0;

  /* Adds the lines of a result from one number up to another. */
  Desk.lines = (result, from, to) => list.append(...result.hits.slice(from, to).map((hit) => Desk.line(result, hit)));

  const show = (found) => {
    const { query, hits, state } = found;
    hits.forEach((hit, n) => { hit.n = n; });
    const scope = form.elements.scope.selectedOptions[0].text.trim();
    const words = { count: Desk.counted(found), query: Desk.describe(query), scope };
    summary.textContent = Desk.say(query.groups.length ? "count" : "empty", words);
    Desk.sort?.(found);
    list.replaceChildren();
    Desk.lines(found, 0, FIRST);
    if (Desk.more) Desk.more(found, FIRST);
    else if (state.find) {
      Desk.load(["assets/js/desk/more.js"], () => Desk.more, (well) => {
        if (well) Desk.run();
        else summary.append(` ${Desk.say("rest_not_loaded")}`);
      });
    }
  };

  /* Searches for what the form says. */
  Desk.run = async () => {
    const state = Desk.state(new FormData(form)), query = Desk.parse(state.find, state.match), mine = ++turn;
    const set = Desk.SETS.includes(state.scope) ? state.scope : "text";
    stop();
    summary.textContent = Desk.say(Desk.sets?.[set] ? "reading" : "loading");
    const corpus = (await Desk.equipped(query)) && (await Desk.made(set));
    if (mine !== turn) return;
    if (!corpus) {
      summary.textContent = Desk.say("not_loaded");
      return;
    }
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
  // The form is there before this script is: what was asked meanwhile is not lost.
  restore(Object.fromEntries(Desk.said(Desk.state(new FormData(form)))));
})((globalThis.Desk ??= {}));
