# What the network says of the plane at four moments of its training.
width = 12; height = 4.6; room_between = 0.3; room_top = 1.0; room_left = 0.8; room_bottom = 0.8
load "figures/style.gp"
file = table("moments")
moments = system(sprintf("awk -F'\t' 'NR > 1 && !seen[$1]++ { print $1 }' '%s'", file))
set palette defined (0 "#fbe3b0", 0.5 "#ffffff", 1 "#0072b2"); set cbrange [0:1]; unset colorbox; unset grid
set multiplot
do for [k=1:4] {
    eval panel(k, 4, 1)
    set xrange [-6:6]; set xtics ("−6" -6, "0" 0); eval heights(-6, 6); set ytics 6
    if (k > 1) { set format y "" }
    set label 98 (k == 1 ? "epoch 0" : word(moments, k)) at graph 0.5, graph 1 center offset 0, character 0.8 font SMALL
    plot only(file, word(moments, k)) using 2:3:4 with image pixels
}
unset multiplot
alt = sprintf("Four squares of the plane. Before training the network's answer hardly differs from place to place; then it is split by a nearly straight line, then bent; at the end two arms of yes and no turn around each other, and %.1f%% of new points are right.", 100 * metric("test_accuracy"))
load "figures/alt.gp"
