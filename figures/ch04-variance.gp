# Bias, variance and noise add up to the error.
width = 12; height = 7.4
room_right = 3.9
load "figures/style.gp"
file = table("variance")
eval over("Squared metres"); set xlabel "Degree of the curve"
set xrange [1:9]; set xtics 1; eval heights(0, 0.33); set ytics 0.1
eval named(3, "Sum, and noise", last(file, 5)); eval named(2, "Variance", last(file, 3)); eval named(1, "Squared bias", last(file, 2)); eval named_line(4, "Noise", last(file, 4))
load "figures/names.gp"
plot file using 1:2 skip 1 with linespoints linestyle 1, file using 1:3 skip 1 with linespoints linestyle 2, \
     file using 1:5 skip 1 with linespoints linestyle 3, file using 1:4 skip 1 with lines linestyle 4
at(degree, what) = metric(sprintf("variance_%d_%s", degree, what))
alt = sprintf("Over the degree: the squared bias falls from %.3f to %.4f, the variance rises from %.3f to %.3f, the noise is always the same; the sum is least at degree 3 or 4, %.3f.", \
    at(1, "bias"), at(9, "bias"), at(1, "variance"), at(9, "variance"), at(4, "sum"))
load "figures/alt.gp"
