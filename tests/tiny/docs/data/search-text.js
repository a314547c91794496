((globalThis.Desk ??= {}).sets ??= {}).text = {"noun":["paragraph","paragraphs"],"divisions":[["opening","report/opening",-1],["trees","report/trees/index",-1],["to-be-done","report/trees/to-be-done",1]],"units":[
"In 1899 the Hillside Society bought the orchard below the mill. Its trees were old & few; the ledger [no. 7] says “n_1 < 40” of them bore fruit. Ada Quince, the Society’s first keeper, called the state of things {sad}, and \fwrote a memorandum about it. The Memorandum of 1900 is lost.",
[1,"Old trees need care. Most of the trees were planted before the mill was built, and the Society has always held that an old tree, well \fkept, outlives its keeper. Keepers come and go."],
"\fNo tree is felled in haste. The keeper decides. By 1910 half of the ground shall be replanted.",
[2,"Pruning. Every tree has to be looked at once a year."],
"\fThe keeper should prune the old trees and stop felling the young ones before winter.",
"The Society should send Quince to the Fruit Congress. Its members pay in GBP."
]};
