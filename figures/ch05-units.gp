# What each hidden unit of the two layers answers, all over the plane.
width = 12; height = 4.2; room_between = 0.15; room_below = 0.5; room_top = 0.7; room_left = 0.3; room_right = 0.3; room_bottom = 0.2
load "figures/style.gp"
file = table("boundary-units")
eval scale_of_answers; set cbrange [-1:1]; unset colorbox; unset grid; unset tics
set multiplot
do for [k=1:16] {
    eval panel(k, 8, 2)
    layer = k > 8 ? 2 : 1; unit = (k - 1) % 8 + 1
    if (unit == 1) { set label 98 sprintf("layer %d", layer) at graph 0, graph 1 left offset 0, character 0.5 font SMALL }
    set xrange [-6:6]; set yrange [-6:6]
    plot only2(file, sprintf("%d", layer), sprintf("%d", unit)) using 3:4:5 with image pixels
}
unset multiplot
alt = "Two rows of eight small squares, one for each hidden unit. Those of the first layer are split by a straight border, dark on one side and light on the other. Those of the second have bent and wound borders."
load "figures/alt.gp"
