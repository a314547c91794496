((globalThis.Desk ??= {}).sets ??= {}).events = {"noun":["event","events"],"divisions":[["timeline","timeline",-1]],"units":[
[0,"The mill is built","mill","1850 to 1859",0,0],
[0,"Purchase of the orchard","purchase","1899",0,0],
[0,"Quince is keeper","keepership","since 1899",0,0],
[0,"Memorandum","memorandum-written","1900",0,0],
[0,"The saying about the orchard","saying","1 May 1901",0,0],
[0,"Half of the ground replanted","replanting","until 1910",0,0]
]};
