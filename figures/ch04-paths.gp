# Eight weights of the Ames line against the pull, by squares and by corners.
width = 12; height = 7
room_between = 0.7; room_top = 1.2; room_right = 3.7
load "figures/style.gp"
file = table("paths")
ways = "ridge lasso"
names = system(sprintf("awk -F'\t' '$1 == \"lasso\" && !seen[$2]++ { print $2 }' '%s' | head -n 8 | tr '\n' ' '", file))
# Gr_Liv_Area in words; of a level the level alone.
said(i) = system(sprintf("echo '%s' | sed 's/.*=//' | tr '_' ' ' | cut -c 1-12", word(names, i)))
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    set logscale x
    if (k == 1) { set xrange [100:0.01]; set xtics ("100" 100, "1" 1, "0.01" 0.01) } else { set xrange [0.631:0.0000631]; set xtics ("0.1" 0.1, "0.01" 0.01, "0.001" 0.001, "10^{−4}" 0.0001) }
    eval heights(-0.02, 0.14); set ytics 0.05; set xlabel (k == 1 ? "Pull of squares" : "Pull of corners")
    if (k == 1) { eval over("Weight") } else { set format y "" }
    set label 98 (k == 1 ? "L2" : "L1") at graph 1, graph 1 right offset 0, character 1
    set arrow 20 from graph 0, first 0 to graph 1, first 0 nohead linewidth 0.8 linecolor rgb "#606060"
    if (k == 2) {
        do for [i=1:4] { eval named_line(i, said(i), last(only2(file, "lasso", word(names, i)), 4)) }
        load "figures/names.gp"
    }
    plot for [i=5:8] only2(file, word(ways, k), word(names, i)) using 3:4 with lines linewidth 1 linecolor rgb "#909090", \
         for [i=1:4] only2(file, word(ways, k), word(names, i)) using 3:4 with lines linestyle i
}
unset multiplot
alt = sprintf("Eight weights against the pull, strong on the left. With squares all are small and none is 0; with corners they leave 0 one after the other, first that of %s. With a corner of %.3f, %d of %d weights are not 0.", \
    system(sprintf("awk -F'\t' '$1 == \"paths_first\" { print $2 }' '%s' | tr '_' ' '", table("metrics"))), metric("paths_middle_pull"), metric("paths_middle"), metric("paths_features"))
load "figures/alt.gp"
