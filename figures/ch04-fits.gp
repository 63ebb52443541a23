# Degrees 1, 4 and 15: the best curve of each through the same readings, and the swell without errors.
width = 12; height = 6
room_between = 0.5; room_top = 1.2
load "figures/style.gp"
curves = table("fits"); points = table("fits-points")
degrees = "1 4 15"
clip(y) = y < -2 || y > 2 ? NaN : y
set multiplot
do for [k=1:3] {
    eval panel(k, 3, 1)
    set xrange [-1:1]; set xtics 1; eval heights(-2, 2); set ytics 1
    if (k > 1) { set format y "" } else { eval over("Height (m)") }
    set xlabel "Time"
    set label 98 "degree " . word(degrees, k) at graph 1, graph 1 right offset 0, character (k == 1 ? 1 : 1) font SMALL
    plot sin(pi * x) with lines linestyle 9 linewidth 2.5 linecolor rgb "#b0b0b0", \
         only(points, "train") using 2:3 with points pointtype 7 pointsize 0.55 linecolor rgb BLACK, \
         only(curves, word(degrees, k)) using 2:(clip($3)) with lines linestyle (k == 3 ? 2 : 1)
}
unset multiplot
off(degree, set) = metric("fits_" . degree . "_" . set)
alt = sprintf("Three panels with the same twenty readings. Degree 1, a straight line, is off by %.2f m on them and %.2f m on new ones; degree 4 follows the swell, %.2f and %.2f; degree 15 swings through the readings, %.2f and %.1f.", \
    off("1", "train"), off("1", "test"), off("4", "train"), off("4", "test"), off("15", "train"), off("15", "test"))
load "figures/alt.gp"
