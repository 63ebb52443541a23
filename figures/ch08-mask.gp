# A batch of three names of different lengths: what is read, what is not, and where the answer is taken.
width = 12; height = 5.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 7)
array said[3] = ["4", "9", "5"]
do for [k=1:3] { set label k "length " . said[k] at 0.2, 0.5 + k left }
set label 10 "read" at 4.6, 5.8 center; set label 11 "answer taken here" at 8.4, 5.8 center; set label 12 "not read" at 12.6, 5.8 center
set object 1 rectangle center 3.5, 5.8 size 0.7, 0.7 fillcolor rgb shade("window") fillstyle solid 1 border rgb "#505050"
set object 2 rectangle center 6, 5.8 size 0.7, 0.7 fillcolor rgb shade("answer") fillstyle solid 1 border rgb "#505050"
set object 3 rectangle center 11.2, 5.8 size 0.7, 0.7 fillcolor rgb shade("frame") fillstyle solid 1 border rgb "#505050"
plot grid("mask", "names", 4, 1) @CELLS, grid("mask", "names", 4, 1) @NUMBERS
alt = "Three names in rows of nine cells: roth has four letters and five cells with a 0 behind them, kowalczyk fills all nine, rossi has five letters and four zeros. The answer is taken at each name's last letter; the zeros are not read."
load "figures/alt.gp"
