# How probable ripe is, over the plane of size and colour: a line squeezed, and the same one ten times as steep.
width = 12; height = 7.2; room_between = 0.7; room_bottom = 2.4
load "figures/style.gp"
file = table("sigmoid-surface"); apples = table("apples-three")
eval scale_of_answers
set cbrange [0:1]; set xrange [0:10]; eval heights(0, 3); unset grid
set colorbox horizontal user origin 0.35, 0.1 size 0.4, 0.04
set cbtics 0.5 scale 0 offset 0, is_svg ? 0.4 : -0.1
set label 97 "p" at screen 0.32, screen 0.12 right
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    set label 97 "Probability" at screen 0.32, screen 0.12 right
    eval over(k == 1 ? "Colour" : ""); set label 98 (k == 1 ? "weights 0.1, 1.9" : "ten times as large") at graph 1, graph 1 offset character 0, character 1 right font SMALL
    set xtics 2; set ytics 1 format k == 1 ? "%g" : ""; set xlabel "Size"
    if (k == 2) { unset colorbox }
    plot file using 1:2:(column(2 + k)) skip 1 with image pixels, \
         (3.2 - 0.1 * x) / 1.9 with lines linewidth 2 linecolor rgb "white" dashtype (6,4), \
         apples using ($3 == 1 ? $1 : NaN):2 skip 1 with points pointtype 7 pointsize 1.2 linecolor rgb BLACK, \
         apples using ($3 == 0 ? $1 : NaN):2 skip 1 with points pointtype 6 pointsize 1.2 linewidth 2 linecolor rgb "white"
}
unset multiplot
alt = "The probability of ripe over size and colour, twice: with the line's own weights it rises slowly across the boundary, with weights ten times as large it jumps. The boundary, where it is one half, is the same."
load "figures/alt.gp"
