((globalThis.Desk ??= {}).sets ??= {}).names = {"noun":["entry","entries"],"divisions":[["concepts","glossary/concepts",-1],["people","glossary/people",-1],["organisations","glossary/organisations",-1],["documents","glossary/documents",-1],["places","glossary/places",-1],["issues","glossary/issues",-1]],"mentions":[1,5,3,2,3,4],"units":[
[2,"Fruit Congress","fruit-congress","Fruit Congress",0,0],
[2,"“Hillside Society”; Hillside Society; The Society; the Society; the Society’s","hillside-society","“Hillside Society”",0,0],
[0,"keeper; Keepers","keeper","keeper",0,0],
[3,"Memorandum; Memorandum of 1900; memorandum","memorandum","Memorandum",0,0],
[0,"old tree; Old trees; old trees","old-tree","old tree",0,0],
[1,"Ada Quince; Quince; The keeper","ada-quince","Ada Quince",0,0]
]};
