((globalThis.Desk ??= {}).sets ??= {}).glossary = {"noun":["statement of an entry","statements of entries"],"divisions":[["concepts","glossary/concepts",-1],["people","glossary/people",-1],["organisations","glossary/organisations",-1],["documents","glossary/documents",-1],["places","glossary/places",-1],["issues","glossary/issues",-1]],"units":[
[2,"Fruit Congress","fruit-congress","Fruit Congress",0,0],
[2,"A meeting to which Quince is to be sent.","fruit-congress","Fruit Congress",0,0],
[2,"Hillside Society; The Society; the Society; the Society’s","hillside-society","Hillside Society",0,0],
[2,"The plan is its own.","hillside-society","Hillside Society",0,0],
[2,"Invented for the tests.","hillside-society","Hillside Society",0,0],
[0,"keeper; Keepers","keeper","keeper",0,0],
[0,"The plan speaks of whoever keeps the trees.","keeper","keeper",0,0],
[3,"Memorandum; Memorandum of 1900; memorandum","memorandum","Memorandum",0,0],
[3,"Quince’s paper, said to be lost.","memorandum","Memorandum",0,0],
[0,"old tree; Old trees; old trees","old-tree","old tree",0,0],
[0,"The plan asks care for it.","old-tree","old tree",0,0],
[1,"Ada Quince; Quince; The keeper","ada-quince","Ada Quince",0,0],
[1,"The plan calls her the first keeper.","ada-quince","Ada Quince",0,0]
]};
