# A curve learned by one hidden layer of 3, 10 and 100 tanh units.
width = 12; height = 7.4; room_right = 3.6
load "figures/style.gp"
file = table("approximation"); curve = table("bumps")
set xrange [-1:1]; set xtics 0.5; set xlabel "x"
eval over("y"); eval heights(-2, 2); set ytics 1
eval named_line(3, "the curve", last(curve, 2)); eval named_line(4, "3 units", last(only(file, "3"), 3)); eval named_line(2, "10 units", last(only(file, "10"), 3)); eval named_line(1, "100 units", last(only(file, "100"), 3))
load "figures/names.gp"
plot only(file, "3") using 2:3 with lines linestyle 4, only(file, "10") using 2:3 with lines linestyle 2, only(file, "100") using 2:3 with lines linestyle 1, \
     curve using 1:2 skip 1 with lines linestyle 3
alt = sprintf("A wavy curve and three networks. Three units follow its great wave and miss the small ones, by %.3f on average; ten miss it by %.3f, a hundred by %.3f.", metric("approximation_3"), metric("approximation_10"), metric("approximation_100"))
load "figures/alt.gp"
