# Of a sample that should be a yes: three losses against the logit, and below them how they slope.
width = 12; height = 12.4; room_right = 4.1; room_below = 1.4
load "figures/style.gp"
file = table("stable-losses")
set xrange [-6:4]; set xtics 2
set multiplot
eval panel(1, 1, 2)
eval over("Loss of a yes"); eval heights(0, 6.2); set ytics 1; set xlabel ""
eval named_line(1, "Cross-entropy", 1.4); eval named_line(2, "Squared error", 0.7); eval named_line(3, "Perceptron", 0)
load "figures/names.gp"
plot file using 1:3 skip 1 with lines linestyle 1, file using 1:2 skip 1 with lines linestyle 2, file using 1:4 skip 1 with lines linestyle 3
eval panel(2, 1, 2)
eval over("Slope"); eval heights(-1.15, 0.15); set ytics 0.5; set xlabel "Logit z"
eval named_line(1, "p − t", -0.3); eval named_line(2, "2 (p − t)\\n· p (1 − p)", 0); eval named_line(3, "−1 or 0", 0.1)
load "figures/names.gp"
plot file using 1:6 skip 1 with lines linestyle 1, file using 1:5 skip 1 with lines linestyle 2, file using 1:7 skip 1 with lines linestyle 3
unset multiplot
alt = "Above, three losses of a yes. At a logit of −6 the cross-entropy is about 6 and rises further to the left, the squared error has become flat near 1. Below, their slopes: that of the cross-entropy goes to −1, that of the squared error back to 0, that of the perceptron jumps from −1 to 0."
load "figures/alt.gp"
