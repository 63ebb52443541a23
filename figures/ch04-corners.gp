# Two weights: where the ellipses of the loss first touch a circle, and where a square that stands on its corner.
width = 12; height = 7.4
room_between = 0.7; room_top = 1.2; room_left = 1.3
load "figures/style.gp"
c1 = 2.4; c2 = 0.6
# The loss is u² + u v + v², u = w1 - c1, v = w2 - c2: its axes lie at 45 degrees.
level(a, b) = (a - c1) ** 2 + (a - c1) * (b - c2) + (b - c2) ** 2
ex(l, t) = c1 + sqrt(l / 1.5) * cos(t) / sqrt(2) - sqrt(l / 0.5) * sin(t) / sqrt(2)
ey(l, t) = c2 + sqrt(l / 1.5) * cos(t) / sqrt(2) + sqrt(l / 0.5) * sin(t) / sqrt(2)
array keys[2] = ["square", "corner"]
set samples 200; unset grid; set size noratio
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    a = metric("corners_two_" . keys[k] . "_1"); b = metric("corners_two_" . keys[k] . "_2")
    r = k == 1 ? sqrt(a * a + b * b) : abs(a) + abs(b)
    set xrange [-2.2:3.8]; eval heights(-2.4, 3.2); set xtics 1; set ytics 1; set xlabel "w_1"
    if (k == 1) { eval over("w_2") } else { set format y "" }
    set label 98 (k == 1 ? "L2: a circle" : "L1: a corner") at graph 1, graph 1 right offset 0, character 1
    l = level(a, b)
    px(t) = k == 1 ? r * cos(t) : r * cos(t) / (abs(cos(t)) + abs(sin(t)))
    py(t) = k == 1 ? r * sin(t) : r * sin(t) / (abs(cos(t)) + abs(sin(t)))
    set arrow 20 from graph 0, first 0 to graph 1, first 0 nohead linewidth 0.8 linecolor rgb "#606060"
    set arrow 21 from 0, graph 0 to 0, graph 1 nohead linewidth 0.8 linecolor rgb "#606060"
    set label 31 "" at a, b front point pointtype 7 pointsize 1.2 linecolor rgb BLACK
    set label 32 "" at c1, c2 front point pointtype 2 pointsize 1.2 linewidth 2 linecolor rgb BLACK
    plot "+" using (px($0 * 2 * pi / 199)):(py($0 * 2 * pi / 199)) with filledcurves closed fillcolor rgb "#c6e0f2" fillstyle solid border rgb BLUE, \
         for [f in "0.3 1 2"] "+" using (ex(l * f, $0 * 2 * pi / 199)):(ey(l * f, $0 * 2 * pi / 199)) with lines linewidth (f eq "1" ? 2 : 0.9) linecolor rgb ORANGE
}
unset multiplot
alt = sprintf("Ellipses of a loss around its lowest place at 2.4, 0.6. On the left the ellipse that touches a circle does so at %.2f, %.2f. On the right the one that touches a square standing on its corner does so at %.2f, %.2f, at or near the corner.", \
    metric("corners_two_square_1"), metric("corners_two_square_2"), metric("corners_two_corner_1"), metric("corners_two_corner_2"))
load "figures/alt.gp"
