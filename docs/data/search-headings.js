(((globalThis.Desk ??= {}).sets ??= {}).headings = {...{"noun":["line","lines"],"divisions":[["introduction","report/introduction",-1],["complexity","report/complexity",-1],["new-framework","report/new-framework/index",-1],["mutual-respect","report/new-framework/mutual-respect",2],["equality-and-mutual-benefit","report/new-framework/equality-and-mutual-benefit",2],["peaceful-coexistence","report/new-framework/peaceful-coexistence",2],["road-map","report/road-map/index",-1],["three-basic-lines","report/road-map/three-basic-lines",6],["three-principles","report/road-map/three-principles",6],["cooperation-at-three-levels","report/road-map/cooperation-at-three-levels",6],["bilateral-level","report/road-map/cooperation-at-three-levels",9],["regional-level","report/road-map/cooperation-at-three-levels",9],["global-level","report/road-map/cooperation-at-three-levels",9]]}, units: [
[0,1,"Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence",[],"title","Title"],
[0,1,"—Exploring a New Framework for the Complex China–US Relations",[],"subtitle","Subtitle"],
[0,1,"CICIR",[],"issuing-body","Issuing body"],
[0,1,"Whether China and the United States can handle their relationship well bears on the future of the world. It is the question of the century to which the two countries must provide a good answer. When China and the United States cooperate, the two countries and the world benefit; when China and the United States are in confrontation, the two countries and the world suffer. Getting the relationship right is not optional, but something we must do and must do well.",[],"epigraph","Epigraph"],
[0,1,"— President Xi Jinping (September 10, 2021)",[],"epigraph-source","Source of the epigraph"],
[1,3,"Complexity",[],"complexity","heading “Complexity”"],
[2,7,"New Framework",[],"new-framework","heading “New Framework”"],
[3,8,"Mutual Respect",[],"mutual-respect","heading “Mutual Respect”"],
[4,9,"Equality and Mutual Benefit",[],"equality-and-mutual-benefit","heading “Equality and Mutual Benefit”"],
[5,11,"Peaceful Coexistence",[],"peaceful-coexistence","heading “Peaceful Coexistence”"],
[6,12,"A Road Map for China–US Relations",[],"road-map","heading “A Road Map for China–US Relations”"],
[7,12,"Clarifying the Three Basic Lines",[],"three-basic-lines","heading “Clarifying the Three Basic Lines”"],
[8,15,"Upholding the Three Principles",[],"three-principles","heading “Upholding the Three Principles”"],
[9,17,"Promoting Cooperation at Three Levels",[],"cooperation-at-three-levels","heading “Promoting Cooperation at Three Levels”"],
[10,17,"At the Bilateral Level",[],"bilateral-level","heading “At the Bilateral Level”"],
[11,18,"At the Regional Level",[],"regional-level","heading “At the Regional Level”"],
[12,18,"At the Global Level",[],"global-level","heading “At the Global Level”"]
]});
