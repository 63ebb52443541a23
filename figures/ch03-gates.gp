# AND and OR with the line that the perceptron ends with, XOR with one of the best lines.
width = 12; height = 5.2; room_between = 0.5; room_left = 0.9
load "figures/style.gp"
file = table("gates"); pairs = table("gates-pairs")
end(gate, column) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { v = $%d } END { print v }' '%s'", gate, column, file)))
names = "and or xor"; words = "AND OR XOR"
set xrange [-0.4:1.4]; eval heights(-0.4, 1.7)
set multiplot
do for [k=1:3] {
    g = word(names, k)
    eval panel(k, 3, 1)
    eval over(k == 1 ? "x2" : ""); set label 98 word(words, k) at graph 1, graph 1 offset character -0.3, character -0.8 right front
    set xtics 1; set ytics 1 format k == 1 ? "%g" : ""; set xlabel "x1"
    w1 = k < 3 ? end(g, 4) : 1; w2 = k < 3 ? end(g, 5) : 1; b = k < 3 ? end(g, 6) : -0.5
    set style fill solid 1.0 noborder
    plot (-(w1 * x + b) / w2 < -0.4 ? -0.4 : -(w1 * x + b) / w2 > 1.7 ? 1.7 : -(w1 * x + b) / w2) with filledcurves y1=1.7 linecolor rgb "#dbeaf5", \
         -(w1 * x + b) / w2 with lines linestyle 1, \
         only(pairs, g) using ($4 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 1.4 linecolor rgb BLACK, \
         only(pairs, g) using ($4 == 0 ? $2 : NaN):3 with points pointtype 6 pointsize 1.4 linewidth 1.8 linecolor rgb BLACK
}
unset multiplot
alt = sprintf("The four pairs of 0 and 1, three times; filled points should be a yes. A line puts the yes of AND, and of OR, on its upper side. Of XOR the line leaves one open point among the filled: %.0f of 4 are right, and no line has more.", metric("xor_best"))
load "figures/alt.gp"
