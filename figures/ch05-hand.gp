# XOR by hand: OR, AND, and what is in the one but not in the other.
width = 12; height = 7
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 7)
node_radius = 0.6
eval title_at("inputs", 2, 0.4); eval title_at("hidden units", 6.2, 0.4); eval title_at("answer", 10.4, 0.4)
eval title_at("OR", 6.2, 0.95); eval title_at("AND", 6.2, 4.75)
eval title_at("always 1", 2, 6.5); eval title_at("always 1", 6.2, 6.5)
plot edges("hand", 2, 1.9, 4.2, 1.9) @EDGES, edges("hand", 2, 1.9, 4.2, 1.9) @WEIGHTS, \
     nodes("hand", 2, 1.9, 4.2, 1.9) @NODES, nodes("hand", 2, 1.9, 4.2, 1.9) @VALUES
alt = sprintf("The inputs 1 and 0 lead with weights of 1 to two hidden units. OR has the bias −0.5 and answers 1, AND has −1.5 and answers 0. The answer takes OR with 1, AND with −1 and the bias −0.5: 1. All %.0f cases come out right.", metric("hand_right"))
load "figures/alt.gp"
