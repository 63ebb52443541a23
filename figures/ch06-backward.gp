# Two layers with numbers: forwards the answers, backwards the gradients, along the same wires.
width = 12; height = 13
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 13)
node_radius = 0.56
eval title_at("x", 2.6, 0.35); eval title_at("h", 6.2, 0.35); eval title_at("z", 9.8, 0.35)
eval title_at("dh", 6.2, 6.95); eval title_at("dz = p − t", 9.8, 6.95)
eval text_at("forwards", 0.2, 0.35); eval text_at("backwards", 0.2, 6.95)
set label 41 "cut off:" at 6.2, 5.5 center font SMALL; set label 42 "−1 became 0" at 6.2, 5.85 center font SMALL
set label 43 "cut off: no" at 6.2, 12.1 center font SMALL; set label 44 "gradient passes" at 6.2, 12.45 center font SMALL
back(x, y, dx, dy) = edges("back", x, y, dx, dy)
FROM_RIGHT = "using ($1 > 4 ? $1 + $3 : NaN):($2 + $4):(-$3):(-$4) with vectors filled size 0.2, 20 linewidth 1.1 linecolor rgb '#505050'"
plot edges("forth", 2.6, 1.3, 3.6, 1.95) @EDGES, edges("forth", 2.6, 1.3, 3.6, 1.95) @WEIGHTS, \
     nodes("forth", 2.6, 1.3, 3.6, 1.95) @NODES, nodes("forth", 2.6, 1.3, 3.6, 1.95) @VALUES, \
     back(2.6, 7.9, 3.6, 1.95) @FROM_RIGHT, back(2.6, 7.9, 3.6, 1.95) using ($6 > 5 && strcol(5) ne ' ' ? $6 : NaN):7:(minus(strcol(5))) with labels boxed font SMALL, \
     nodes("back", 2.6, 7.9, 3.6, 1.95) @NODES, nodes("back", 2.6, 7.9, 3.6, 1.95) using 1:2:(minus(strcol(3))) with labels font SMALL
alt = sprintf("Above, the inputs 1 and 2 give hidden values 2 and 0, the second cut off by ReLU, and these the logits 2, 1 and −1. Below, the gradients run back: 0.705, −0.741 and 0.035 at the logits become %.3f at the first hidden unit; the second, whose sum was negative, gets 0.", metric("drawings_dh_1"))
load "figures/alt.gp"
