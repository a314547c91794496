/* On every page: where pages stand, the way from the header's search to the search page, and the start of hits.js where a search leads.
   A classic script like all of the desk: modules and fetch do not work for a page opened from a folder. */
((Desk) => {
  const root = new URL("../../../", document.currentScript.src);

  /* The addresses that a page of docs/ can have: with folders, with folders for a file system, with files. */
  const shapes = (path) => {
    const folder = path.replace(/(^|\/)index$/, "$1");
    const all = folder === path ? [`${path}/`, `${path}/index.html`, `${path}.html`] : [folder || "./", `${path}.html`, `${path}.html`];
    return all.map((shape) => new URL(shape, root).href);
  };

  /* The address of the page `path` (under docs/, without suffix), of the shape that the links of this page have. */
  let shape = -1;
  const pages = new Map();
  Desk.page = (path) => {
    if (shape < 0) {
      const linked = new Set([...document.links].map((link) => link.href.split(/[?#]/)[0]));
      shape = Math.max(0, shapes("search").findIndex((address) => linked.has(address)));
    }
    if (!pages.has(path)) pages.set(path, shapes(path)[shape]);
    return pages.get(path);
  };

  /* Resolves when a script has come or failed to; each is fetched once, but again after it failed. */
  const coming = new Map();
  const script = (name) => {
    if (!coming.has(name)) {
      coming.set(name, new Promise((resolve) => {
        const failed = () => resolve(coming.delete(name));
        const element = { src: new URL(name, root), async: false, onload: resolve, onerror: failed };
        document.head.append(Object.assign(document.createElement("script"), element));
      }));
    }
    return coming.get(name);
  };

  /* Loads scripts in their order; `then` gets whether what they bring is there, which `has` looks for. */
  Desk.load = (names, has, then) => Promise.all(names.map(script)).then(() => then(Boolean(has())));

  const headerLine = () => {
    const input = document.querySelector(".md-search__input"), results = document.querySelector(".md-search-result");
    if (!input || !results) return;
    const line = document.createElement("a"), words = document.createElement("p");
    line.className = "md-search-result__link desk-line-in-header";
    words.className = "md-search-result__article md-typeset";
    line.append(words);
    const update = () => {
      const typed = input.value.trim();
      line.href = Desk.page("search") + (typed ? `?${new URLSearchParams({ find: typed })}` : "");
      words.textContent = typed ? `Search the full text for “${typed}”` : "Search the full text: phrases, wildcards, distances";
    };
    // Above the list: to the theme's script, the last child is the list.
    results.querySelector(".md-search-result__list").before(line);
    for (const event of ["focus", "input"]) input.addEventListener(event, update);
    update();
  };

  headerLine();
  if (new URLSearchParams(location.search).get("find") && document.querySelector(".u")) {
    Desk.load(["assets/js/desk/engine.js", "assets/js/desk/hits.js"], () => Desk.showHits, (well) => well && Desk.showHits());
  }
})((globalThis.Desk ??= {}));
