# Twenty-five tries of learning rate and pull: on a grid, by chance, by chance without logarithms.
width = 12; height = 6.4
room_between = 0.5; room_top = 1.2; room_left = 1.4
load "figures/style.gp"
file = table("search")
ways = "grid chance linear"
array words[3] = ["grid", "chance", "no logarithm"]
draw = system(sprintf("awk -F'\t' 'NR == 2 { print $2 }' '%s'", file))
set logscale xy; unset grid
set multiplot
do for [k=1:3] {
    eval panel(k, 3, 1)
    set xrange [1e-5:1]; set xtics ("10^{−4}" 1e-4, "10^{−2}" 1e-2, "1" 1); set yrange [1e-7:1e-1]; set ytics ("10^{−6}" 1e-6, "10^{−4}" 1e-4, "0.01" 1e-2)
    if (k == 1) { eval over("Pull") } else { set ytics ("" 1e-6, "" 1e-4, "" 1e-2) }
    set xlabel "Learning rate"
    set label 98 words[k] at graph 1, graph 1 right offset 0, character 1 font SMALL
    plot only2(file, word(ways, k), draw) using ($6 < 0.2 ? $4 : NaN):5 with points pointtype 7 pointsize 0.8 linecolor rgb BLUE, \
         only2(file, word(ways, k), draw) using ($6 >= 0.2 ? $4 : NaN):5 with points pointtype 6 pointsize 0.8 linewidth 1.3 linecolor rgb ORANGE
}
unset multiplot
good(way) = system(sprintf("awk -F'\t' '$1 == \"%s\" && $2 == %s && $6 < 0.2 { n++ } END { print n + 0 }' '%s'", way, draw, file))
alt = sprintf("Learning rate and pull of 25 tries, three times. On the grid %s of them, and by chance %s, leave fewer than 20%% wrong, all with rates near 0.001 to 0.01. Drawn without logarithms, nearly all rates are above 0.1, and %s are good.", good("grid"), good("chance"), good("linear"))
load "figures/alt.gp"
