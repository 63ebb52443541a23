# One neuron with the numbers of one house: inputs, weights, the sum, ReLU.
width = 12; height = 8.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 8.6)
node_radius = 0.62
eval title_at("inputs", 2.7, 0.45); eval title_at("sum", 7.2, 2.6); eval title_at("ReLU", 10.6, 2.6); eval title_at("weights", 5, 0.45)
plot edges("neuron", 2.7, 1.4, 4.2, 1.28) @EDGES, edges("neuron", 2.7, 1.4, 4.2, 1.28) @WEIGHTS, \
     nodes("neuron", 2.7, 1.4, 4.2, 1.28) @NODES, nodes("neuron", 2.7, 1.4, 4.2, 1.28) @VALUES, \
     nodes("neuron", 2.7, 1.4, 4.2, 1.28) using ($1 < 3 ? $1 - 0.75 : NaN):2:5 with labels right font SMALL noenhanced
alt = sprintf("A neuron: the inputs of one house, scaled, among them bedrooms 31.7, each with an arrow and its weight to a sum, which is %.0f thousand dollars; an arrow leads from it to ReLU, which answers 0.", metric("neuron_lowest") / 1000)
load "figures/alt.gp"
