# Three optimizers in one valley, each at its best rate.
width = 12; height = 12; room_below = 1.1; room_right = 0.5
load "figures/style.gp"
file = table("steps-valley")
array rule[3] = ["sgd", "momentum", "adam"]
array said[3] = ["Plain descent", "Momentum", "Adam"]
steep = 100.0
set xrange [-4.4:2]; eval heights(-1.25, 1.25); set ytics 1; set samples 300; unset grid
array level[4] = [0.5, 3, 12, 40]
set multiplot
do for [k=1:3] {
    eval panel(k, 1, 3)
    eval over(sprintf("%s, %.0f steps (b upwards)", said[k], metric("steps_valley_" . rule[k]))); set xtics 1 format k == 3 ? "%g" : ""; set xlabel k == 3 ? "a" : ""
    plot for [c=1:4] "+" using (sqrt(2 * level[c]) * cos($0 * 2 * pi / 299)):(sqrt(2 * level[c] / steep) * sin($0 * 2 * pi / 299)) with lines linewidth 0.9 linecolor rgb "#909090", \
         only(file, rule[k]) using 3:4 with linespoints linestyle k pointsize 0.45 linewidth 1.4, \
         "+" using (0):(0) with points pointtype 2 pointsize 1.3 linewidth 2.5 linecolor rgb BLACK
}
unset multiplot
alt = sprintf("Three paths from a = −4, b = 1 to the bottom of a long valley. Plain descent jumps from side to side and crawls along, %.0f steps; momentum swings across and rolls along, %.0f steps; Adam goes slantwise and overshoots, %.0f steps.", \
    metric("steps_valley_sgd"), metric("steps_valley_momentum"), metric("steps_valley_adam"))
load "figures/alt.gp"
