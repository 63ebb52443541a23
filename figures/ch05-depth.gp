# The gradient in each of ten layers before training, with first weights that suit the activation.
width = 12; height = 8; room_right = 3.3; room_left = 1.5
load "figures/style.gp"
file = table("depth")
eval over("Gradient of the weights (root mean square)"); set xlabel "Hidden layer"
set xrange [1:10]; set xtics 1; eval log_heights(1e-10, 1); set ytics ("10^{−10}" 1e-10, "10^{−8}" 1e-8, "10^{−6}" 1e-6, "10^{−4}" 1e-4, "10^{−2}" 1e-2, "1" 1)
eval named(1, "ReLU", last(only2(file, "relu", "good"), 4)); eval named(3, "tanh", last(only2(file, "tanh", "good"), 4))
eval named(2, "sigmoid", last(only2(file, "sigmoid", "good"), 4))
load "figures/names.gp"
plot only2(file, "relu", "good") using 3:4 with linespoints linestyle 1, only2(file, "tanh", "good") using 3:4 with linespoints linestyle 3, \
     only2(file, "sigmoid", "good") using 3:4 with linespoints linestyle 2
alt = sprintf("The size of the gradient in ten hidden layers, on a logarithmic axis. With the sigmoid it shrinks from the last layer back to the first by a factor of %.0f, a straight line, about %.1f a layer. With tanh and ReLU it stays level.", metric("depth_sigmoid_good_ratio"), metric("depth_sigmoid_good_layer"))
load "figures/alt.gp"
