# Steps of four lengths on the curve w²: creeping, arriving, for ever to and fro, out.
width = 12; height = 10.4
room_between = 0.7; room_below = 1.5
load "figures/style.gp"
file = table("rates-parabola")
rates = "0.1 0.4 1.0 1.1"; says = "creeps arrives never\\_ends bounces\\_out"
set multiplot
do for [k=1:4] {
    eval panel(k, 2, 2)
    steps = only(file, word(rates, k))
    set xrange [-2.4:2.4]; set xtics 1; eval heights(0, 5); set ytics 1
    if (k % 2 == 0) { set format y "" } else { set format y "%g" }
    if (k < 3) { set format x ""; set xlabel "" } else { set format x "%g"; set xlabel "w" }
    if (k == 1) { eval over("Height w²") }
    set label 98 "Rate " . word(rates, k) at graph 0.5, graph 1 center offset character 0, character -0.8
    plot [-2.25:2.25] x * x with lines linestyle 9 linewidth 2 linecolor rgb "#909090", \
         steps using 3:(abs($3) < 2.3 ? $4 : NaN) with linespoints linestyle (k < 3 ? 1 : 2)
}
unset multiplot
height_at(rate, step) = system(sprintf("awk -F'\t' '$1 == %s && $2 == %d { print $4 }' '%s'", rate, step, file))
alt = sprintf("Steps on the curve w squared from w = 1. After six of them the height is %s with rate 0.1, %s with 0.4, %s with 1.0 and %s with 1.1.", \
    height_at("0.1", 6), height_at("0.4", 6), height_at("1.0", 6), height_at("1.1", 6))
load "figures/alt.gp"
