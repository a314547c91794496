/* Words near each other. Pure. Loaded when a query has a distance. */
((Desk) => {
  /* Whether each of the clause's words can have a word of the text of its own (a matching by augmenting paths). */
  const fits = (bits, slots) => {
    const owner = [];
    const place = (slot, seen) => bits.some((mask, n) => {
      if (!((mask >> slot) & 1) || seen.has(n)) return false;
      seen.add(n);
      if (owner[n] !== undefined && !place(owner[n], seen)) return false;
      owner[n] = slot;
      return true;
    });
    return slots.every((slot) => place(slot, new Set()));
  };

  /* The earliest end at which all words stand close enough, and the shortest stretch that ends there. */
  Desk.near = function* (clause, begin, end, bits) {
    const size = clause.words.length, slots = clause.words.map((_, n) => clause.slot + n);
    const all = slots.reduce((set, slot) => set | (1 << slot), 0);
    for (let last = begin; last < end; last++) {
      if (!(bits(last) & all)) continue;
      const seen = [];
      let union = 0;
      for (let i = last; i >= begin && last - i < size + clause.near; i--) {
        if (!(bits(i) & all)) continue;
        seen.push(bits(i));
        union |= bits(i) & all;
        if (union !== all || seen.length < size || !fits(seen, slots)) continue;
        yield [i, last + 1];
        begin = last + 1;
        break;
      }
      yield null;
    }
  };
})((globalThis.Desk ??= {}));
