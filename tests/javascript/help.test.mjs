import assert from "node:assert/strict";
import { test } from "node:test";

import { desk, result } from "./desk.mjs";

/* As much of a page as help.js writes to. */
class Node {
  children = [];
  dataset = {};
  constructor(name, textContent = "") {
    Object.assign(this, { name, textContent });
  }
  append(...more) {
    this.children.push(...more);
  }
  replaceChildren(...all) {
    this.children = all;
  }
  get words() {
    return this.textContent + this.children.map((child) => child.words ?? child).join("");
  }
}

const place = new Node("div");
globalThis.document = { createElement: (name) => new Node(name) };
const Desk = desk("engine", "near", "lines", "help");
Object.assign(Desk, {
  page: (path) => path,
  drive: (work, then) => {
    then(result(work));
    return () => {};
  },
  refused: [],
});

const CORPUS = result(Desk.corpus({
  divisions: [["one", "one", -1], ["two", "two", -1]],
  units: [[0, "Strategic win-win cooperation."], [1, "Détente and cooperation."]],
}));

/* The sentences and suggestions for a search as it is typed. */
function helped(typed, fields = {}) {
  const state = { ...Desk.state(new URLSearchParams()), find: typed, ...fields };
  const query = Desk.parse(typed, state.match), options = { case: state.case, accents: state.accents, marks: state.marks };
  const found = result(Desk.search(CORPUS, query, options, Desk.inScope(CORPUS, state.scope)));
  Desk.help({ state, query, corpus: CORPUS, ...found }, place);
  const list = place.children.find(({ name }) => name === "ul");
  return { sentences: place.children.filter(({ name }) => name === "p").map(({ words }) => words), offers: list?.children.map(({ words }) => words) };
}

test("a word that does not occur: the words like it, each with its matches", () => {
  assert.deepEqual(helped("strategik").offers, ["“strategic” (1 match)", "“strategi*” (1 match)"]);
  assert.deepEqual(helped("winwin").offers, ["“win win” (1 match)"]);
  assert.deepEqual(helped("cooperative").offers, ["“cooperation” (2 matches)", "“cooperati*” (2 matches)"]);
});

test("what was asked too narrowly is offered wider", () => {
  assert.ok(helped("STRATEGIC", { case: "1" }).offers.includes("“STRATEGIC” (1 match)"));
  assert.ok(helped("strategic", { scope: "part.two" }).offers.includes("“strategic” (1 match)"));
  assert.ok(helped('"strategic cooperation"').offers.includes("“strategic cooperation”~10 (1 match)"));
});

test("where nothing is like it, nothing is offered", () => {
  assert.equal(helped("xyzzy").offers, undefined);
});

test("a search that hits needs no help; what was not understood is said all the same", () => {
  assert.deepEqual(helped("détente"), { sentences: [], offers: undefined });
  const { sentences } = helped("détente OR");
  assert.equal(sentences.length, 1);
  assert.match(sentences[0], /“OR”/u);
});
