// What Zotero saves from built pages: `node fields.cjs SITE PAGE…` prints, as JSON, translator and items for each page
// (a path in the site, such as report/full-text/). The translators are Zotero's own, from npm's zotero-translators.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
require("zotero-translators");
const { JSDOM } = require("jsdom");
const wgxpath = require("wicked-good-xpath");

const CREATED_BY_SAVING = new Set(["document", "accessDate", "libraryCatalog", "seeAlso"]);

async function saved(html, url) {
  const dom = new JSDOM(html, { url });
  wgxpath.install(dom.window, true);
  const translate = new Zotero.Translate.Web();
  translate.setDocument(dom.window.document);
  const translators = await translate.getTranslators(false);
  if (!translators.length) return { translator: null, items: [] };
  translate.setTranslator(translators);
  const items = await translate.translate({ libraryID: false });
  return { translator: translators[0].label, items };
}

async function main([site, ...pages]) {
  const found = {};
  for (const page of pages) {
    const html = fs.readFileSync(path.join(site, page, "index.html"), "utf8");
    const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? `http://localhost/${page}`;
    found[page] = await saved(html, address);
  }
  console.log(JSON.stringify(found, (key, value) => (CREATED_BY_SAVING.has(key) ? undefined : value), 1));
}

const log = console.log;
console.log = (...words) => (/^\s*\(\d\)\(/.test(String(words[0]).trim()) ? undefined : log(...words));
main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
