# Two sigmoids make a bump; ten and forty bumps side by side follow a curve.
width = 12; height = 9.6; room_right = 3.6; room_below = 1.5
load "figures/style.gp"
file = table("bumps")
set xrange [-1:1]; set xtics 0.5
set multiplot
eval panel(1, 1, 2)
eval over("One bump"); eval heights(-0.1, 1.2); set ytics 0.5; set xlabel ""
eval named_line(1, "steep", 0.25); eval named_line(2, "soft", 0)
load "figures/names.gp"
plot file using 1:3 skip 1 with lines linestyle 1, file using 1:4 skip 1 with lines linestyle 2
eval panel(2, 1, 2)
eval over("Bumps side by side"); eval heights(-2, 2); set ytics 1; set xlabel "x"
eval named_line(3, "the curve", 0.3); eval named_line(2, "10 bumps", -0.1); eval named_line(1, "40 bumps", -0.5)
load "figures/names.gp"
plot file using 1:5 skip 1 with lines linestyle 2, file using 1:6 skip 1 with lines linestyle 1, file using 1:2 skip 1 with lines linestyle 3
unset multiplot
alt = sprintf("Above, the difference of two sigmoids: up at −0.4, down at 0.4, a box where they are steep, a hill where they are soft. Below, a wavy curve with ten bumps, which miss it by %.3f, and with forty, which miss it by %.3f.", metric("bumps_10"), metric("bumps_40"))
load "figures/alt.gp"
