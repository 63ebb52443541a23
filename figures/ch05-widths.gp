# One hidden layer of 3, 6 and 20 units on the same spiral.
width = 12; height = 5.6; room_between = 0.4; room_top = 1.2; room_left = 0.9
load "figures/style.gp"
file = table("widths"); points = only(table("widths-points"), "train")
sizes = "3 6 20"
set palette defined (0 "#fbe3b0", 1 "#c6e0f2"); set cbrange [0:1]; unset colorbox; unset grid
side(p) = p > 0.5 ? 1 : 0
set multiplot
do for [k=1:3] {
    eval panel(k, 3, 1)
    set xrange [-6:6]; set xtics ("−6" -6, "0" 0); eval heights(-6, 6); set ytics 6
    if (k > 1) { set format y "" }
    set label 98 word(sizes, k) . " units" at graph 0.5, graph 1 center offset 0, character 1 font SMALL
    plot only(file, word(sizes, k)) using 2:3:(side($4)) with image pixels, \
         points using ($4 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.3 linecolor rgb BLACK, \
         points using ($4 == 0 ? $2 : NaN):3 with points pointtype 6 pointsize 0.35 linewidth 1.1 linecolor rgb BLACK
}
unset multiplot
right(units) = 100 * metric("widths_" . units . "_shown")
alt = sprintf("The spiral's points and the regions of three networks. With 3 units two bent borders, %.0f%% of new points right; with 6 a few more, %.0f%%; with 20 the regions follow both arms, %.0f%%.", right("3"), right("6"), right("20"))
load "figures/alt.gp"
