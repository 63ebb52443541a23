# One apple on its way: inputs times weights, the sum, the sigmoid.
width = 12; height = 5.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 5.6)
node_radius = 0.62
eval title_at("inputs", 2.7, 0.45); eval title_at("weights", 4.9, 0.45); eval title_at("sum", 7, 1.7); eval title_at("sigmoid", 10.3, 1.7)
plot edges("unit", 2.7, 1.4, 4.2, 1.5) @EDGES, edges("unit", 2.7, 1.4, 4.2, 1.5) @WEIGHTS, \
     nodes("unit", 2.7, 1.4, 4.2, 1.5) @NODES, nodes("unit", 2.7, 1.4, 4.2, 1.5) @VALUES, \
     nodes("unit", 2.7, 1.4, 4.2, 1.5) using ($1 < 3 ? $1 - 0.75 : NaN):2:5 with labels right font SMALL noenhanced
alt = sprintf("Size 3, colour 2 and a 1 for the bias lead with their weights 0.1, 1.9 and −3.2 to a sum, 0.9, and from there through the sigmoid to %.2f.", metric("apple_1_p"))
load "figures/alt.gp"
