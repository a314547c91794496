(((globalThis.Desk ??= {}).sets ??= {}).headings = {...{"noun":["line","lines"],"divisions":[["opening","report/opening",-1],["trees","report/trees/index",-1],["to-be-done","report/trees/to-be-done",1]]}, units: [
[0,1,"A Plan for the Orchard",[],"title","Title"],
[0,1,"Hillside Society",[],"issuing-body","Issuing body"],
[0,1,"“An orchard is a promise.”",[],"epigraph","Epigraph"],
[0,1,"— Ada Quince (May 1, 1901)",[],"epigraph-source","Source of the epigraph"],
[1,2,"The Trees",[],"trees","heading “The Trees”"],
[2,4,"What Is to Be Done",[],"to-be-done","heading “What Is to Be Done”"]
]});
