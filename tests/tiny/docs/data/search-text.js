(((globalThis.Desk ??= {}).sets ??= {}).text = {...{"noun":["paragraph","paragraphs"],"divisions":[["opening","report/opening",-1],["trees","report/trees/index",-1],["to-be-done","report/trees/to-be-done",1]]}, units: [
[0,1,"In 1899 the Hillside Society bought the orchard below the mill. Its trees were old & few; the ledger [no. 7] says “n_1 < 40” of them bore fruit. Ada Quince, the Society’s first keeper, called the state of things {sad}, and wrote a memorandum about it. The Memorandum of 1900 is lost.",[[223,2]]],
[1,2,"Old trees need care. Most of the trees were planted before the mill was built, and the Society has always held that an old tree, well kept, outlives its keeper. Keepers come and go.",[[134,3]]],
[1,4,"No tree is felled in haste. The keeper decides. By 1910 half of the ground shall be replanted."],
[2,4,"Pruning. Every tree has to be looked at once a year."],
[2,5,"The keeper should prune the old trees and stop felling the young ones before winter."],
[2,5,"The Society should send Quince to the Fruit Congress. Its members pay in GBP."]
]});
