# Seven ripe apples of ten: how probable that is if q of all are ripe, and what believing q costs.
width = 12; height = 11.4; room_right = 3.7; room_left = 1.6
load "figures/style.gp"
file = table("likelihood")
set xrange [0:1]; set xtics 0.2
set multiplot
eval panel(1, 1, 2)
eval over("Likelihood of what was seen"); eval heights(0, 0.0025); set ytics 0.001; set xlabel ""
plot file using 1:2 skip 1 with lines linestyle 1
eval panel(2, 1, 2)
eval over("Nats an apple"); eval heights(0, 1.6); set ytics 0.5; set xlabel "Believed share q"
eval named_line(1, "Cross-entropy", 1.4); eval named_line(2, "KL divergence", 0.8); eval named_line(3, "Entropy", 0.61)
load "figures/names.gp"
plot file using 1:3 skip 1 with lines linestyle 1, file using 1:4 skip 1 with lines linestyle 3, file using 1:5 skip 1 with lines linestyle 2
unset multiplot
alt = sprintf("Above, the likelihood against q: it is largest at 0.7, %.5f. Below, the cross-entropy is least there, where it is the entropy, %.3f; the difference, the KL divergence, is 0 at 0.7 and grows to both sides.", metric("likelihood_at_7"), metric("entropy_of_7"))
load "figures/alt.gp"
