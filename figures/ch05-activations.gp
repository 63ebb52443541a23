# Four activations and their slopes, and the leaky ReLU where it differs from ReLU.
width = 12; height = 13; room_left = 1.5; room_right = 3.5; room_below = 1.5
load "figures/style.gp"
file = table("activations")
set style line 5 linewidth 1.6 linecolor rgb BLACK dashtype 1
at_end(name, column) = last(only(file, name), column)
set xrange [-5:5]; set xtics 5; set grid xtics linestyle 9
set multiplot
eval panel(1, 1, 3)
eval over("Answer h"); eval heights(-1.2, 2.5); set ytics 1; set xlabel ""
eval named_line(1, "ReLU", 2.5); eval named_line(2, "GELU", 2.0); eval named_line(3, "tanh", 1); eval named_line(4, "sigmoid", 0.4)
load "figures/names.gp"
plot only(file, "relu") using 2:($3 > 2.5 ? NaN : $3) with lines linestyle 1, only(file, "gelu") using 2:($3 > 2.5 ? NaN : $3) with lines linestyle 2, \
     only(file, "tanh") using 2:3 with lines linestyle 3, only(file, "sigmoid") using 2:3 with lines linestyle 4
eval panel(2, 1, 3)
eval over("Slope"); eval heights(-0.2, 1.2); set ytics 0.5
eval named_line(1, "ReLU", at_end("relu", 4)); eval named_line(2, "GELU", at_end("gelu", 4)); eval named_line(3, "tanh", at_end("tanh", 4)); eval named_line(4, "sigmoid", at_end("sigmoid", 4))
load "figures/names.gp"
plot only(file, "relu") using 2:4 with lines linestyle 1, only(file, "gelu") using 2:4 with lines linestyle 2, \
     only(file, "tanh") using 2:4 with lines linestyle 3, only(file, "sigmoid") using 2:4 with lines linestyle 4
eval panel(3, 1, 3)
eval over("Answer h near 0, enlarged"); eval heights(-0.06, 0.03); set ytics 0.05; set xlabel "Sum a"
eval named_line(1, "ReLU", 0); eval named_line(5, "leaky ReLU", -0.05)
load "figures/names.gp"
plot only(file, "relu") using 2:($3 > 0.03 ? NaN : $3) with lines linestyle 1, \
     only(file, "leaky-relu") using 2:($3 > 0.03 ? NaN : $3) with lines linestyle 5
unset multiplot
alt = sprintf("Above, answers: the sigmoid rises from 0 to 1, tanh from −1 to 1, ReLU is 0 and then the sum itself, GELU is a rounded ReLU. In the middle, slopes: the sigmoid's is nowhere above %.2f, tanh's reaches %.0f and falls to 0 on both sides, ReLU's is 0 or 1, GELU's rises smoothly to %.2f before it settles at 1. Below, enlarged: at −5 ReLU is 0, and the leaky ReLU −%.2f.", metric("sigmoid_slope_most"), metric("tanh_slope_most"), metric("gelu_slope_most"), 5 * metric("leaky_relu_slope_minus_2"))
load "figures/alt.gp"
