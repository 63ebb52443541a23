# The gradient runs back through the unrolled cell, and shrinks at each step.
width = 12; height = 5.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 6.75)
node_radius = 0.85
eval arrow(14.6, 3, 13.4, 3)
set label 1 "loss" at 14.2, 2.2 center font SMALL
do for [k=1:3] {
    set label 10 + k sprintf("dh_%d", k) at 1.4 + 5.55 * (k - 1), 1.3 center
    set label 20 + k sprintf("h_%d = %.2f", k, metric(sprintf("cell_h%d", k))) at 1.4 + 5.55 * (k - 1), 5 center font SMALL
}
set label 30 sprintf("times v (1 − h²) at each arrow: %.2f · %.2f = %.2f in all", \
    0.5 * (1 - metric("cell_h2")**2), 0.5 * (1 - metric("cell_h3")**2), metric("cell_dh1") / metric("cell_dh3")) at 7, 6.2 center
plot edges("flow", -4.15, 3, 5.55, 1) @EDGES, edges("flow", -4.15, 3, 5.55, 1) @WEIGHTS, \
     nodes("flow", -4.15, 3, 5.55, 1) @NODES, nodes("flow", -4.15, 3, 5.55, 1) @VALUES
g(k) = minus(sprintf("%.2f", metric(sprintf("cell_dh%d", k))))
alt = sprintf("Three states in a row, with arrows from the last back to the first. The gradient is %s at step 3, %s at step 2 and %s at step 1: at each arrow it is multiplied by a factor below a half.", g(3), g(2), g(1))
load "figures/alt.gp"
