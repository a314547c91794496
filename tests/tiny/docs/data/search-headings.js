((globalThis.Desk ??= {}).sets ??= {}).headings = {"noun":["line","lines"],"divisions":[["opening","report/opening",-1],["trees","report/trees/index",-1],["to-be-done","report/trees/to-be-done",1]],"units":[
[0,"A Plan for the Orchard","title","Title",0,1],
[0,"Hillside Society","issuing-body","Issuing body",0,1],
[0,"“An orchard is a promise.”","epigraph","Epigraph",0,1],
[0,"— Ada Quince (May 1, 1901)","epigraph-source","Source of the epigraph",0,1],
[1,"The Trees","trees","heading “The Trees”",0,2],
[2,"What Is to Be Done","to-be-done","heading “What Is to Be Done”",0,4]
]};
