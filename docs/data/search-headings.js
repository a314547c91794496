((globalThis.Desk ??= {}).sets ??= {}).headings = {"noun":["line","lines"],"divisions":[["introduction","report/introduction",-1],["complexity","report/complexity",-1],["new-framework","report/new-framework/index",-1],["mutual-respect","report/new-framework/mutual-respect",2],["equality-and-mutual-benefit","report/new-framework/equality-and-mutual-benefit",2],["peaceful-coexistence","report/new-framework/peaceful-coexistence",2],["road-map","report/road-map/index",-1],["three-basic-lines","report/road-map/three-basic-lines",6],["three-principles","report/road-map/three-principles",6],["cooperation-at-three-levels","report/road-map/cooperation-at-three-levels",6],["bilateral-level","report/road-map/cooperation-at-three-levels",9],["regional-level","report/road-map/cooperation-at-three-levels",9],["global-level","report/road-map/cooperation-at-three-levels",9]],"units":[
[0,"Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence","title","Title",0,1],
[0,"—Exploring a New Framework for the Complex China–US Relations","subtitle","Subtitle",0,1],
[0,"CICIR","issuing-body","Issuing body",0,1],
[0,"Whether China and the United States can handle their relationship well bears on the future of the world. It is the question of the century to which the two countries must provide a good answer. When China and the United States cooperate, the two countries and the world benefit; when China and the United States are in confrontation, the two countries and the world suffer. Getting the relationship right is not optional, but something we must do and must do well.","epigraph","Epigraph",0,1],
[0,"— President Xi Jinping (September 10, 2021)","epigraph-source","Source of the epigraph",0,1],
[1,"Complexity","complexity","heading “Complexity”",0,3],
[2,"New Framework","new-framework","heading “New Framework”",0,7],
[3,"Mutual Respect","mutual-respect","heading “Mutual Respect”",0,8],
[4,"Equality and Mutual Benefit","equality-and-mutual-benefit","heading “Equality and Mutual Benefit”",0,9],
[5,"Peaceful Coexistence","peaceful-coexistence","heading “Peaceful Coexistence”",0,11],
[6,"A Road Map for China–US Relations","road-map","heading “A Road Map for China–US Relations”",0,12],
[7,"Clarifying the Three Basic Lines","three-basic-lines","heading “Clarifying the Three Basic Lines”",0,12],
[8,"Upholding the Three Principles","three-principles","heading “Upholding the Three Principles”",0,15],
[9,"Promoting Cooperation at Three Levels","cooperation-at-three-levels","heading “Promoting Cooperation at Three Levels”",0,17],
[10,"At the Bilateral Level","bilateral-level","heading “At the Bilateral Level”",0,17],
[11,"At the Regional Level","regional-level","heading “At the Regional Level”",0,18],
[12,"At the Global Level","global-level","heading “At the Global Level”",0,18]
]};
