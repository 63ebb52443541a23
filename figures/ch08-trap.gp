# A curve that seems to lie on the truth, and what it lies on.
width = 12; height = 10; room_right = 2.9
load "figures/style.gp"
file = table("trap")
set xrange [0:40]; set xtics 10; set ytics 5
set multiplot
stats file using 2 skip 1 nooutput
low = floor(STATS_min) - 2; high = ceil(STATS_max) + 2
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "Forecast and truth" : "Forecast and yesterday's value")
    eval heights(low, high)
    set xlabel k == 2 ? "Day" : ""
    other = k == 1 ? 2 : 4
    set label 1 "● " . (k == 1 ? "Truth" : "Yesterday") at graph 1.04, 0.65 left textcolor rgb BLACK
    set label 2 "— Forecast" at graph 1.04, 0.4 left textcolor rgb BLUE
    plot file using 1:other skip 1 with points pointtype 7 pointsize 0.45 linecolor rgb BLACK, file using 1:3 skip 1 with lines linestyle 1
}
unset multiplot
alt = sprintf("A random walk of which nothing can be forecast. Above, the forecasts run beside the truth, one day late, and are as like it as %.3f. Below, they lie on yesterday's values, as like as %.3f. They are off by %.2f steps, repeating yesterday's value by %.2f.", \
    metric("trap_with_truth"), metric("trap_with_yesterday"), metric("trap_network"), metric("trap_last"))
load "figures/alt.gp"
