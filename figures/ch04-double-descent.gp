# Random features of 200 digits: the error against their number, with next to no pull and with a little.
width = 12; height = 7.4
room_right = 3.7
load "figures/style.gp"
file = table("double-descent")
eval over("Digits wrong (%)"); set xlabel "Features"
set logscale x; set xrange [10:3000]; set xtics ("10" 10, "50" 50, "200" 200, "1000" 1000, "3000" 3000); eval heights(0, 100); set ytics 25
eval named(2, "New", 100 * last(file, 3)); eval named_line(3, "New, pulled", 100 * last(file, 4) + 3); eval named(1, "Learned", 100 * last(file, 2))
load "figures/names.gp"
set arrow 20 from 200, graph 0 to 200, graph 1 nohead linewidth 0.8 linecolor rgb "#606060" dashtype (2,4)
plot file using 1:(100 * $2) skip 1 with linespoints linestyle 1, file using 1:(100 * $3) skip 1 with linespoints linestyle 2, \
     file using 1:(100 * $4) skip 1 with lines linestyle 3
alt = sprintf("Errors on new digits against the number of features: %.0f%% with 50, %.0f%% with 100, up to %.0f%% with 200, as many as digits, then down to %.0f%% with 3000. Learned digits are all right from 200 on. With a pull there is no peak: %.0f%% with 200.", \
    100 * metric("double_50"), 100 * metric("double_100"), 100 * metric("double_200"), 100 * metric("double_3000"), 100 * metric("double_200_pulled"))
load "figures/alt.gp"
