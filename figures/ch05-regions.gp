# What units that answer 0 or 1 can cut out of the plane: three of the old table, and two that it denies.
width = 12; height = 8.4; room_between = 0.5; room_below = 1.4; room_top = 1.1; room_left = 0.5; room_bottom = 0.3
load "figures/style.gp"
file = table("regions")
array region[5] = ["half", "triangle", "either", "majority", "outside"]
array words_of[5] = ["one layer", "two: all of 3", "three: either", "two: 2 of 3", "two: outside"]
set palette defined (0 "#ffffff", 1 "#9fc3db"); set cbrange [0:1]; unset colorbox; unset grid; unset tics; set border 15
set multiplot
do for [k=1:5] {
    eval panel(k, 3, 2)
    set xrange [-6:6]; set yrange [-6:6]
    set label 98 words_of[k] at graph 0.5, graph 1 center offset 0, character 0.8 font SMALL
    plot only(file, region[k]) using 2:3:4 with image pixels
}
unset multiplot
alt = sprintf("Five regions. One layer: a half-plane. Two: a triangle where three half-planes meet. Three: two triangles apart. Below, two layers again: where at least two of three units say yes, a shape with arms and notches, %.0f%% of the square; and all outside of a strip, in two pieces.", 100 * metric("regions_majority"))
load "figures/alt.gp"
