# Degree 15 against the pull: errors above, the length of its weights below.
width = 12; height = 11
room_right = 3.4; room_left = 1.5
load "figures/style.gp"
file = table("penalty")
set logscale x; set xrange [1e-10:100]; set xtics ("10^{−10}" 1e-10, "10^{−8}" 1e-8, "10^{−6}" 1e-6, "10^{−4}" 1e-4, "0.01" 1e-2, "1" 1, "100" 100)
set multiplot
eval panel(1, 1, 2)
eval over("Off by (m)"); eval log_heights(0.1, 10); set ytics (0.1, 0.3, 1, 3, 10); set xlabel ""
eval named_line(1, "Training", 0.7); eval named_line(2, "Validation", 1.3); eval named_line(3, "Test", 0.9)
load "figures/names.gp"
chosen = metric("penalty_chosen")
set arrow 20 from chosen, 0.14 to chosen, 0.29 filled size character 0.9, 20 linewidth 1.5
set label 20 "chosen" at chosen, 0.125 center
clip(y) = y > 10 ? NaN : y
plot file using 1:(clip($2)) skip 1 with lines linestyle 1, file using 1:(clip($3)) skip 1 with lines linestyle 2, file using 1:(clip($4)) skip 1 with lines linestyle 3
eval panel(2, 1, 2)
eval over("Length of the weights"); eval log_heights(0.001, 10000); set xlabel "λ"
set ytics ("0.001" 0.001, "0.1" 0.1, "10" 10, "1000" 1000)
plot file using 1:5 skip 1 with lines linestyle 1
unset multiplot
alt = sprintf("Above, errors against the pull on logarithmic scales: the training error rises steadily; validation and test errors wander down to a valley, where %.2g is chosen, and rise together with the training error for large pulls. Below, the length of the weights falls from thousands to thousandths. With the chosen pull the test error is %.2f m.", chosen, metric("penalty_chosen_test"))
load "figures/alt.gp"
