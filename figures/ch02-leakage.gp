# What a leak promises and what it keeps: three errors on held-out houses.
width = 12; height = 6
room_left = 4.4; room_right = 1.8; room_top = 0.3
load "figures/style.gp"
set xlabel "Error on houses that were held out (thousand dollars)"
set xrange [0:360]; set xtics 100; set yrange [3.6:0.4]; unset ytics; unset grid; set border 1
array words[3] = ["Measured with the leak", "Without that column", "With it, not sold yet"]
array value[3] = [metric("leakage_measured") / 1000, metric("leakage_without") / 1000, metric("leakage_later") / 1000]
do for [k=1:3] {
    set label k words[k] at graph 0, first k right offset -0.8, 0 font SMALL
    set label 10 + k sprintf("%.0f", value[k]) at value[k], k left offset 0.6, 0
}
plot value using (value[$1] / 2):1:(value[$1] / 2):(0.34) with boxxyerror fillcolor rgb BLUE linewidth 0.6
alt = sprintf("Three bars: with a column that has seen the answers the measured error is %.0f thousand dollars, without it %.0f; for houses that are not sold yet the line with that column is off by %.0f.", value[1], value[2], value[3])
load "figures/alt.gp"
