# One layer with three outputs: two inputs, six weights, three logits, three shares.
width = 12; height = 6.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 6.6)
node_radius = 0.6
eval title_at("inputs", 1.9, 0.4); eval title_at("weights", 4.4, 0.4); eval title_at("logits", 7, 0.4); eval title_at("shares", 10.6, 0.4)
do for [k=0:2] { eval arrow(7.75, 1.6 + 1.9 * k, 9.75, 1.6 + 1.9 * k) }
set label 40 "softmax" at 8.75, 1.2 center font SMALL
plot edges("one", 1.9, 1.6, 5.1, 1.9) @EDGES, edges("one", 1.9, 1.6, 5.1, 1.9) @WEIGHTS, \
     nodes("one", 1.9, 1.6, 5.1, 1.9) @NODES, nodes("one", 1.9, 1.6, 5.1, 1.9) using ($1 < 9 ? $1 : NaN):2:(minus(strcol(3))) with labels, \
     nodes("one", 1.9, 1.6, 5.1, 1.9) using ($1 > 9 ? $1 : NaN):2:(strcol(3)) with labels font SMALL
alt = sprintf("Two inputs, 1 and 2, lead by six weights to three logits, 2, 1 and −1. Softmax makes shares of them: 0.705, 0.259 and 0.035. The weights to the first logit are 2 and 0; the loss is %.3f where the second class was right.", metric("softmax_loss"))
load "figures/alt.gp"
