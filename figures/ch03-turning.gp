# The perceptron's line before the first update, and after 1, 2 and 9 of them.
width = 12; height = 10.6; room_between = 0.6; room_below = 1.3
load "figures/style.gp"
file = table("apples"); apples = table("apples-three")
at(update, column) = real(system(sprintf("awk -F'\t' '$1 == %d { print $%d }' '%s'", update, column, file)))
set xrange [0:10.5]; eval heights(0, 4.2)
array shown[4] = [0, 1, 2, 9]
array words[4] = ["Before", "1: less of (9, 1)", "2: more of (3, 2)", "9: all are right"]
set multiplot
do for [k=1:4] {
    u = shown[k]; w1 = at(u, 4); w2 = at(u, 5); b = at(u, 6)
    eval panel(k, 2, 2)
    eval over(k % 2 ? "Colour" : "");  set label 98 words[k] at graph 1, graph 1 offset character -0.5, character -0.8 right front font SMALL
    set ytics 1 format k % 2 ? "%g" : "";  set xtics 2 format k > 2 ? "%g" : ""
    set xlabel k > 2 ? "Size" : ""
    edge(x) = -(w1 * x + b) / w2
    set style fill solid 1.0 noborder
    plot [0:10.5] (edge(x) < 0 ? 0 : edge(x) > 4.2 ? 4.2 : edge(x)) with filledcurves y1=4.2 linecolor rgb "#dbeaf5", \
         edge(x) with lines linestyle 1, \
         apples using ($3 == 1 ? $1 : NaN):2 skip 1 with points pointtype 7 pointsize 1.2 linecolor rgb BLACK, \
         apples using ($3 == 0 ? $1 : NaN):2 skip 1 with points pointtype 6 pointsize 1.2 linewidth 1.8 linecolor rgb BLACK
}
unset multiplot
alt = sprintf("Four times the plane of size and colour with one ripe apple, filled, and two others, open; above the line the answer is ripe. Before, %.0f apple is wrong; after update 1 it is %.0f, after 2 %.0f, after 9 none: the line has turned and rises no more above the large pale one.", at(0, 10), at(1, 10), at(2, 10))
load "figures/alt.gp"
