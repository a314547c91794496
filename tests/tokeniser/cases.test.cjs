/* The examples of cases.json against the search page's engine. With texts in the file that CUT names, print their words
   and keys instead. */
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { runInThisContext } = require("node:vm");

runInThisContext(readFileSync(join(__dirname, "../../docs/assets/js/desk/engine.js"), "utf8"));
const { Desk } = globalThis;

const cut = (text) => Desk.cut(text).map(([start, end]) => text.slice(start, end));
const fold = (word) => Desk.fold(word, {});

if (process.env.CUT) {
  const texts = JSON.parse(readFileSync(process.env.CUT, "utf8"));
  process.stdout.write(JSON.stringify(texts.map((text) => cut(text).map((word) => [word, fold(word)]))));
} else {
  for (const { about, text, words, keys } of JSON.parse(readFileSync(join(__dirname, "cases.json"), "utf8"))) {
    test(about, () => {
      assert.deepEqual(cut(text), words);
      assert.deepEqual(words.map(fold), keys);
    });
  }
}
