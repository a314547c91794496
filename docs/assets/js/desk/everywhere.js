/* On every page: where pages are, what the search box needs and when, and the start of hits.js where a search links to.
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

  /* What the search box needs for its first result; what follows that, it loads itself. */
  const ENGINE = ["data/labels.js", "assets/js/desk/engine.js"];
  const BOX = [...ENGINE, "data/search-text.js", "assets/js/desk/lines.js", "assets/js/desk/box.js"];
  Desk.prepare = (then = () => {}) => Desk.load(BOX, () => Desk.box && Desk.sets?.text, then);
  const opener = document.querySelector("[data-open=site-search]"), dialog = document.getElementById("site-search");
  if (dialog?.showModal && !document.getElementById("desk")) {
    for (const event of ["pointerenter", "focus"]) opener.addEventListener(event, () => Desk.prepare(), { once: true });
  }

  if (new URLSearchParams(location.search).get("find") && document.querySelector(".u")) {
    const HITS = [...ENGINE, "assets/js/desk/lines.js", "assets/js/desk/hits.js"];
    Desk.load(HITS, () => Desk.showHits, (well) => well && Desk.showHits());
  }
})((globalThis.Desk ??= {}));
