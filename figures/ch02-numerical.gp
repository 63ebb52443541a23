# The numerical derivative's error against the step h, in float and in double: the V.
width = 12; height = 7.8
room_right = 3.2; room_left = 1.7
load "figures/style.gp"
file = table("numerical")
set format y "10^{%T}"; set format x "10^{%T}"
eval over("Error, as a share of the slope"); set xlabel "h"
set logscale x; set xrange [1e-13:10]; set xtics 1000; eval log_heights(1e-16, 10); set ytics 1e4
eval named_line(1, "Forward,\\nfloat", 1e-1); eval named_line(2, "Forward,\\ndouble", 3e-3); eval named_line(3, "Central,\\ndouble", 1e-14)
load "figures/names.gp"
plot file using 1:2 skip 1 with lines linestyle 1, file using 1:3 skip 1 with lines linestyle 2, \
     file using 1:4 skip 1 with lines linestyle 3
alt = sprintf("Both axes logarithmic. The error of a forward difference falls with h and then rises again, a V: in float its lowest point is %.0e at h = %.0e, in double %.0e at %.0e. The central difference has only the rising part.", \
    metric("numerical_float_off"), metric("numerical_float_h"), metric("numerical_double_off"), metric("numerical_double_h"))
load "figures/alt.gp"
