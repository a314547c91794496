import assert from "node:assert/strict";
import { test } from "node:test";

import { desk, result } from "./desk.mjs";

const Desk = desk("engine", "near", "lines");

const SET = {
  divisions: [["one", "one", -1], ["two", "two", -1], ["inner", "two/inner", 1]],
  units: [
    [0, "China–US relations, win-win and China’s détente."],
    "Cold war, no hot war; a war of words\fon the next page.",
    [1, "The Society’s war ended in 1899, 8.3 percent."],
    [2, "Peace and war and peace."],
  ],
};
const CORPUS = result(Desk.corpus(SET));

const cut = (text, typed) => Desk.cut(text, typed).map(([start, end]) => text.slice(start, end));
const parsed = (typed, match) => Desk.parse(typed, match).groups.map((group) => group.map(({ words }) => words));
const notes = (typed) => Desk.parse(typed).notes.map(([code]) => code);

/* The words of each hit, with the number of their paragraph. */
function found(typed, options = {}, scope = "text") {
  const { hits } = result(Desk.search(CORPUS, Desk.parse(typed, options.match), options, Desk.inScope(CORPUS, scope)));
  return hits.map(({ unit, i, j }) => [unit + 1, CORPUS.units[unit].text.slice(CORPUS.from[i], CORPUS.to[j - 1])]);
}

test("words end at dashes and marks; a final ’s is a word of its own; numbers keep their points", () => {
  assert.deepEqual(cut("China–US, win-win."), ["China", "US", "win", "win"]);
  assert.deepEqual(cut("China’s o’clock d'être"), ["China", "’s", "o’clock", "d'être"]);
  assert.deepEqual(cut("8.3 or 1,000. End."), ["8.3", "or", "1,000", "End"]);
  assert.deepEqual(cut("strateg* *"), ["strateg"]);
  assert.deepEqual(cut("strateg* *", true), ["strateg*", "*"]);
});

test("case, accents and apostrophes count only where they are asked for", () => {
  assert.equal(Desk.fold("Détente", {}), "detente");
  assert.equal(Desk.fold("Détente", { accents: true }), "détente");
  assert.equal(Desk.fold("Détente", { case: true }), "Detente");
  assert.equal(Desk.fold("O’Neil", {}), "o'neil");
  assert.equal(Desk.fold("O’Neil", { marks: true }), "o’neil");
});

test("a query is groups of clauses", () => {
  assert.deepEqual(parsed("cold war"), [[["cold"]], [["war"]]]);
  assert.deepEqual(parsed('"cold war" peace'), [[["cold", "war"]], [["peace"]]]);
  assert.deepEqual(parsed("cold OR hot war"), [[["cold"], ["hot"]], [["war"]]]);
  assert.deepEqual(parsed("cold | hot"), [[["cold"], ["hot"]]]);
  assert.deepEqual(parsed("cold hot", "any"), [[["cold"], ["hot"]]]);
  assert.deepEqual(parsed('cold "hot war"', "phrase"), [[["cold", "hot", "war"]]]);
  assert.equal(Desk.parse('"a b"~12').clauses[0].near, 12);
  assert.equal(Desk.parse('"a b"~99999').clauses[0].near, 1000);
});

test("what is not understood is noted, and nothing else", () => {
  assert.deepEqual(notes("cold war"), []);
  assert.deepEqual(notes('"cold war'), ["open"]);
  assert.deepEqual(notes('"cold war"~x'), ["distance"]);
  assert.deepEqual(notes("cold~3"), ["tilde"]);
  assert.deepEqual(notes("-cold"), ["minus"]);
  assert.deepEqual(notes("* cold"), ["star"]);
  assert.deepEqual(notes("— cold"), ["wordless"]);
  assert.deepEqual(notes("OR cold"), ["or"]);
  assert.deepEqual(notes("cold OR"), ["or"]);
  assert.deepEqual(notes("a ".repeat(31)), ["words"]);
  assert.deepEqual(notes(`${"x".repeat(501)}`), ["long"]);
});

test("a query is described as it was understood", () => {
  const described = (typed) => Desk.describe(Desk.parse(typed));
  assert.equal(described("cold OR hot war"), "(“cold” or “hot”) and “war”");
  assert.equal(described('"cold   war" peace'), "“cold war” and “peace”");
  assert.equal(described('"cold war"~3'), "“cold war”~3");
});

test("all words have to be in a paragraph, and each of their places is a hit", () => {
  assert.deepEqual(found("war"), [[2, "war"], [2, "war"], [2, "war"], [3, "war"], [4, "war"]]);
  assert.deepEqual(found("war peace"), [[4, "Peace"], [4, "war"], [4, "peace"]]);
  assert.deepEqual(found("war peace", { match: "any" }).length, 7);
  assert.deepEqual(found("Peace", { case: true }), [[4, "Peace"]]);
  assert.deepEqual(found("nothing"), []);
  assert.deepEqual(found(""), []);
});

test("phrases, dashes between words, stars within them", () => {
  assert.deepEqual(found('"hot war"'), [[2, "hot war"]]);
  assert.deepEqual(found('"war hot"'), []);
  assert.deepEqual(found("China-US"), [[1, "China–US"]]);
  assert.deepEqual(found("China-US", { marks: true }), []);
  assert.deepEqual(found("win–win"), [[1, "win-win"]]);
  assert.deepEqual(found("cold-war"), []);
  assert.deepEqual(found("rela*"), [[1, "relations"]]);
  assert.deepEqual(found("*ation*"), [[1, "relations"]]);
  assert.deepEqual(found("d*t*te"), [[1, "détente"]]);
  assert.deepEqual(found('"peace * war"'), [[4, "Peace and war"]]);
});

test("words near each other: in any order, the shortest stretch, none shared", () => {
  assert.deepEqual(found('"war hot"~0'), [[2, "hot war"]]);
  assert.deepEqual(found('"cold hot"~1'), []);
  assert.deepEqual(found('"cold hot"~2'), [[2, "Cold war, no hot"]]);
  assert.deepEqual(found('"war war"~2'), [[2, "war, no hot war"]]);
  assert.deepEqual(found('"peace and"~0'), [[4, "Peace and"], [4, "and peace"]]);
});

test("a phrase goes before the words in it", () => {
  assert.deepEqual(found('war "hot war"').map(([, words]) => words), ["war", "hot war", "war"]);
});

test("a scope is a part with the parts in it", () => {
  assert.deepEqual(found("war", {}, "part.two").map(([unit]) => unit), [3, 4]);
  assert.deepEqual(found("war", {}, "part.inner").map(([unit]) => unit), [4]);
  assert.deepEqual(found("war", {}, "part.nowhere"), []);
});

test("a paragraph knows the pages it is on, and its text has no page marks", () => {
  const [, unit] = CORPUS.units;
  assert.equal(unit.text, "Cold war, no hot war; a war of wordson the next page.");
  assert.deepEqual(unit.breaks, [[0, 1], [36, 2]]);
  assert.deepEqual(CORPUS.units[2].breaks, [[0, 2]]);
  assert.equal(unit.anchor, "p2");
});

test("an address says what is not as usual", () => {
  assert.equal(Desk.address(Desk.state(new URLSearchParams("find=a+b&match=all&sort=left&x=1"))), "?find=a+b&sort=left");
});

test("a word of many stars is compared in no time", () => {
  const text = "a".repeat(20_000), corpus = result(Desk.corpus({ divisions: [["one", "one", -1]], units: [[0, text]] }));
  const query = Desk.parse(`${"a*".repeat(200)}b`);
  assert.deepEqual(result(Desk.search(corpus, query, {}, () => true)).hits, []);
});
