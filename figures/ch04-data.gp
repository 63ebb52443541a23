# More readings: degree 1 and degree 15, each on what it has learned and on new readings.
width = 12; height = 7.2
room_right = 2.7; room_between = 0.6
load "figures/style.gp"
file = table("data")
set logscale x; set xrange [20:1000]; set xtics ("20" 20, "100" 100, "1000" 1000)
degrees = "1 15"
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    eval log_heights(0.1, 10); set ytics (0.1, 0.3, 1, 3, 10); set xlabel "Readings"
    if (k == 1) { eval over("Off by (m)") } else { set format y "" }
    eval inside("degree " . word(degrees, k))
    set arrow 20 from 20, 0.3 to 1000, 0.3 nohead linewidth 1 linecolor rgb "#606060" dashtype (2,4)
    if (k == 1) { set label 20 "error of a reading" at 24, 0.255 left font SMALL }
    if (k == 2) { eval named(2, "New", 0.36); eval named(1, "Learned", 0.26); load "figures/names.gp" }
    plot only(file, word(degrees, k)) using 2:3 with linespoints linestyle 1, only(file, word(degrees, k)) using 2:4 with linespoints linestyle 2
}
unset multiplot
at(degree, points, set) = metric(sprintf("data_%d_%d_%s", degree, points, set))
alt = sprintf("Errors against the number of readings. Degree 1: learned and new readings meet at %.2f m, far above the error of a reading. Degree 15: new readings fall from %.1f m with 20 readings to %.2f with 1000, learned ones rise from %.2f to %.2f.", \
    at(1, 1000, "test"), at(15, 20, "test"), at(15, 1000, "test"), at(15, 20, "train"), at(15, 1000, "train"))
load "figures/alt.gp"
