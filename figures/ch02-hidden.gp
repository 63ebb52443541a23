# The simulated city: a line, three hidden units with names, three without, from five starts each.
width = 12; height = 7.4
room_right = 3
load "figures/style.gp"
file = table("hidden")
first = int(metric("seed"))
eval over("Error on held-out houses"); set xlabel "Epoch"
set xrange [0:60]; set xtics 10; eval heights(0, 1.5); set ytics 0.5
eval named_line(3, "Line", metric("hidden_line")); eval named_line(2, "Named", 1.24); eval named_line(1, "Dense", 0.45)
load "figures/names.gp"
set arrow 20 from 0, 0.25 to 60, 0.25 nohead linewidth 0.8 linecolor rgb "#606060" dashtype (2,4)
set label 20 "noise" at 59, 0.16 right font SMALL
plot for [s=first:first+4] only2(file, "line", sprintf("%d", s)) using 3:4 with lines linestyle 3 linewidth 1.2, \
     for [s=first:first+4] only2(file, "named", sprintf("%d", s)) using 3:4 with lines linestyle 2 linewidth 1.6, \
     for [s=first:first+4] only2(file, "dense", sprintf("%d", s)) using 3:4 with lines linestyle 1 linewidth 1.4
alt = sprintf("Errors over 60 epochs from five starts. The line ends at %.2f, the named units between %.2f and %.2f, the dense ones between %.2f and %.2f; the noise is 0.25.", \
    metric("hidden_line"), metric("hidden_named_least"), metric("hidden_named_most"), metric("hidden_dense_least"), metric("hidden_dense_most"))
load "figures/alt.gp"
