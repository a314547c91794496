import assert from "node:assert/strict";
import { test } from "node:test";

import { desk, result } from "./desk.mjs";

/* As much of a page as help.js writes to. */
class Node {
  children = [];
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
globalThis.document = { getElementById: () => place };
const Desk = desk("engine", "near", "help");
Object.assign(Desk, {
  element: (name, words) => new Node(name, words),
  plural: (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`,
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
  Desk.help({ state, query, corpus: CORPUS, ...result(Desk.search(CORPUS, query, options, Desk.inScope(CORPUS, state.scope))) });
  const list = place.children.find(({ name }) => name === "ul");
  return { sentences: place.children.filter(({ name }) => name === "p").map(({ words }) => words), offers: list?.children.map(({ words }) => words) };
}

test("a word that does not occur: the words like it, each with its hits", () => {
  assert.deepEqual(helped("strategik").offers, ["strategic (1 hit)", "strategi* (1 hit)"]);
  assert.deepEqual(helped("winwin").offers, ["“win win” (1 hit)"]);
  assert.deepEqual(helped("cooperative").offers, ["cooperation (2 hits)", "cooperati* (2 hits)"]);
});

test("what was asked too narrowly is offered wider", () => {
  assert.ok(helped("STRATEGIC", { case: "1" }).offers.includes("STRATEGIC (1 hit)"));
  assert.ok(helped("strategic", { scope: "part.two" }).offers.includes("strategic (1 hit)"));
  assert.ok(helped('"strategic cooperation"').offers.includes("“strategic cooperation”~10 (1 hit)"));
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
