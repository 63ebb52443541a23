# A curve with two valleys: where the steps end depends on where they begin.
width = 12; height = 7.2
load "figures/style.gp"
file = table("minima"); curve = table("minima-curve")
eval over("Height"); set xlabel "w"
set xrange [-2.1:2.1]; set xtics 1; eval heights(-5, 8); set ytics 2
from(k) = sprintf("%.1f", -2 + 0.5 * (k - 1))
plot curve using 1:2 skip 1 with lines linewidth 2 linecolor rgb "#909090", \
     only(file, "0.0") using 3:4 with linespoints linestyle 1, only(file, "0.5") using 3:4 with linespoints linestyle 2, \
     for [k=1:9] only2(file, from(k), "0") using 3:4 with points pointtype 6 pointsize 1.1 linewidth 1.4 linecolor rgb BLACK
alt = sprintf("A curve with a deeper valley at %.2f and a shallower one at %.2f. Steps from 0 end in the left one, steps from 0.5 in the right one; %.0f of 9 starts find the deeper one.", metric("minima_left"), metric("minima_right"), metric("minima_deep"))
load "figures/alt.gp"
