# One cell with an arrow to itself, and the same cell three times: unrolled.
width = 12; height = 6.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 8)
node_radius = 0.75
set object 1 circle at 1.9, 2.6 size 0.75 fillcolor rgb "#c6e0f2" fillstyle solid 1 border rgb "#505050"
set label 1 "h" at 1.9, 2.6 center front
set label 2 "x" at 1.9, 6.2 center
set arrow 1 from 1.9, 5.7 to 1.9, 3.4 filled size 0.2, 20 linewidth 1.1
set arrow 2 from 2.65, 2.6 to 3.4, 2.6 nohead linewidth 1.1
set arrow 3 from 3.4, 2.6 to 3.4, 1.1 nohead linewidth 1.1
set arrow 4 from 3.4, 1.1 to 1.9, 1.1 nohead linewidth 1.1
set arrow 5 from 1.9, 1.1 to 1.9, 1.8 filled size 0.2, 20 linewidth 1.1
set label 3 "w" at 2.1, 4.6 left; set label 4 "v" at 3.6, 1.8 left
set label 5 "unrolled" at 8.4, 0.6 center; set label 6 "one cell" at 1.9, 7.5 center
array said[4] = ["before", "step 1", "step 2", "step 3"]
do for [k=0:3] { set label 20 + k said[k+1] at 5.2 + 2.95 * k, 7.5 center font SMALL }
plot edges("unrolled", 5.2, 2.6, 2.95, 3.4) @EDGES, edges("unrolled", 5.2, 2.6, 2.95, 3.4) @WEIGHTS, \
     nodes("unrolled", 5.2, 2.6, 2.95, 3.4) @NODES, nodes("unrolled", 5.2, 2.6, 2.95, 3.4) @VALUES
alt = sprintf("Left, one cell h with an input x and an arrow from its output back to itself. Right, the same cell three times in a row: the state 0 comes in, the inputs are 1, 0 and 0, the weights 1 and 0.5 at each step the same, and the states become %.2f, %.2f and %.2f.", metric("cell_h1"), metric("cell_h2"), metric("cell_h3"))
load "figures/alt.gp"
