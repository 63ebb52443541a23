# One of each mechanism that a canvas shows: a neuron with its numbers, counts as squares, an unrolled chain, a
# sigmoid that squeezes a line.
width = 12; height = 9.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 9.6)
nodes_of(name) = name eq "neuron" ? nodes(name, 1, 0.8, 2.8, 1.15) : nodes(name, 1.4, 4.6, 2.8, 1.2)
edges_of(name) = name eq "neuron" ? edges(name, 1, 0.8, 2.8, 1.15) : edges(name, 1.4, 4.6, 2.8, 1.2)
most = largest("test", "confusion")
confusion = grid("test", "confusion", 9.3, 1.2)
eval title_at("Said yes, no", 10.3, 0.7)
do for [z=-4:4:2] { eval arrow(0.6 + 10.8 * (z + 4) / 8, 7.7, 0.6 + 10.8 / (1 + exp(-z)), 8.7) }
eval number_line(0.6, 7, 10.8, -4, 4, "-4 -2 0 2 4")
eval number_line(0.6, 8.8, 10.8, 0, 1, "0 0.5 1")
plot for [n in "neuron chain"] edges_of(n) @EDGES, for [n in "neuron chain"] edges_of(n) @WEIGHTS, \
     for [n in "neuron chain"] nodes_of(n) @NODES, for [n in "neuron chain"] nodes_of(n) @VALUES, \
     for [n in "neuron chain"] nodes_of(n) @NAMES, \
     confusion @CELLS, confusion @SQUARES, confusion @CORNERS
alt = sprintf("The largest square is %.0f, the second in its row %s.", most, cell("test", "confusion", 1, 0))
load "figures/alt.gp"
