# The valley of the four houses before and after scaling, one scale for both, and a dozen steps in each.
width = 12; height = 7
room_between = 0.8
load "figures/style.gp"
file = table("scaling-steps")
least = metric("best_loss")
array names[2] = ["before", "after"]; array levels[5] = [1250, 2000, 4000, 8000, 16000]
array steep[2] = [metric("rates_steep"), 2]; array flat[2] = [metric("rates_flat"), 2]; array angle[2] = [metric("rates_angle"), 0]
along(k, level, t) = sqrt(2 * (level - least) / flat[k]) * sin(t)
across(k, level, t) = sqrt(2 * (level - least) / steep[k]) * cos(t)
x_of(k, level, t) = across(k, level, t) * cos(angle[k]) - along(k, level, t) * sin(angle[k])
y_of(k, level, t) = across(k, level, t) * sin(angle[k]) + along(k, level, t) * cos(angle[k])
unset grid
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    set samples 400
    set xrange [-100:100]; set xtics (-100, -50, 0, 50); eval heights(-100, 100); set ytics 50
    set xlabel "w less the best"
    if (k == 1) { eval over("b less the best") } else { set format y "" }
    set label 98 (k == 1 ? "Size as it is" : "Size scaled") at graph 1, graph 1 right offset character 0, character 1
    plot for [j=1:5] "+" using (x_of(k, levels[j], $0 * 2 * pi / 399)):(y_of(k, levels[j], $0 * 2 * pi / 399)) with lines linewidth 0.9 linecolor rgb "#909090", \
         only(file, names[k]) using 3:4 with linespoints linestyle (k == 1 ? 2 : 1)
}
unset multiplot
alt = sprintf("Contours of the squared error around the best line. With the size as it is they are long and narrow, %.0f times as curved one way as the other, and the steps go to and fro across; with the scaled size they are circles, and the steps go straight to the middle.", metric("rates_ratio"))
load "figures/alt.gp"
