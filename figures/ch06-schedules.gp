# Five courses of the learning rate, and what they end with.
width = 12; height = 10.4; room_left = 1.4; room_right = 3.3; room_below = 2.1
load "figures/style.gp"
rates = table("schedules-rate"); ends_with = table("schedules")
array name[5] = ["constant", "steps", "cosine", "warm-up", "one-cycle"]
set multiplot
eval panel(1, 1, 2)
eval over("Learning rate (thousandths)"); set xlabel "Share of the training"; set xrange [0:1]; set xtics 0.25; eval heights(0, 4.4); set ytics 1
eval named_line(3, "constant", 4.2); eval named_line(9, "", -9); ends = 1
eval named_line(4, "warm-up", 3.6); eval named_line(2, "steps", 1.2); eval named_line(1, "one cycle", 0.1); eval named_line(5, "cosine", 0.7)
set style line 5 linewidth 1.2 linecolor rgb BLACK dashtype 1
load "figures/names.gp"
plot only(rates, "constant") using 2:(1000 * $3) with lines linestyle 3, only(rates, "warm-up") using 2:(1000 * $3) with lines linestyle 4, \
     only(rates, "steps") using 2:(1000 * $3) with lines linestyle 2, only(rates, "cosine") using 2:(1000 * $3) with lines linestyle 5, only(rates, "one-cycle") using 2:(1000 * $3) with lines linestyle 1
eval panel(2, 1, 2)
stats ends_with using 2 skip 1 nooutput
eval over("Test digits read correctly (%)"); set xlabel ""; set xrange [-0.5:4.5]; eval heights(100 * STATS_min - 0.6, 100 * STATS_max + 0.6); set ytics 0.5
set xtics ("constant" 0, "steps" 1, "cosine" 2, "warm-up" 3, "one cycle" 4) font SMALL
plot ends_with using 0:(100 * $2):(100 * $3) skip 1 with yerrorbars linestyle 1 linewidth 1.6, \
     ends_with using 0:(100 * $2):(sprintf("%.2f", 100 * $2)) skip 1 with labels left offset 0.8, 0 font SMALL
unset multiplot
alt = sprintf("Above, five courses of the learning rate over a training. Below, the test accuracy they end with, three seeds each: constant %s, in steps %s, cosine %s, warm-up %s, one cycle %s.", \
    percent(metric("schedules_constant")), percent(metric("schedules_steps")), percent(metric("schedules_cosine")), percent(metric("schedules_warm_up")), percent(metric("schedules_one_cycle")))
load "figures/alt.gp"
