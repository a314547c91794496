((globalThis.Desk ??= {}).sets ??= {}).recommendations = {"noun":["recommendation","recommendations"],"divisions":[["opening","report/opening",-1],["trees","report/trees/index",-1],["to-be-done","report/trees/to-be-done",1]],"register":["recommendations",{}],"units":[
[2,"The keeper should prune the old trees and stop felling the young ones before winter.","p5","R1, ¶ 5",0,5],
[2,"The Society should send Quince to the Fruit Congress. Its members pay in GBP.","p6","R2, ¶ 6",0,5],
[2,"Every tree has to be looked at once a year.","p4","A1, ¶ 4",9,4]
]};
