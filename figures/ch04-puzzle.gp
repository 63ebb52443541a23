# The puzzle of the first page: twenty readings, one curve close to each of them, one that misses most.
width = 12; height = 7.4
room_right = 3
load "figures/style.gp"
curves = table("fits"); points = table("fits-points")
clip(y) = y < -2.4 || y > 2.4 ? NaN : y
eval over("Height (m)"); set xlabel "Time"
set xrange [-1:1]; set xtics 0.5; eval heights(-2.4, 2.4); set ytics 1
eval named_line(2, "Curve A", 0.4); eval named_line(1, "Curve B", -1.2)
load "figures/names.gp"
plot only(curves, "15") using 2:(clip($3)) with lines linestyle 2, only(curves, "4") using 2:(clip($3)) with lines linestyle 1, \
     only(points, "train") using 2:3 with points pointtype 7 pointsize 0.8 linecolor rgb BLACK
alt = sprintf("Twenty readings of a height over time. Curve A goes close to each, off by %.2f metres, with wild swings at both ends; curve B is smooth and off by %.2f metres.", \
    metric("fits_15_train"), metric("fits_4_train"))
load "figures/alt.gp"
