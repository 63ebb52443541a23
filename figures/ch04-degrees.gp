# The error against the degree, where a curve has learned and elsewhere.
width = 12; height = 7.4
room_right = 3.4
load "figures/style.gp"
file = table("degrees")
eval over("Off by (m)"); set xlabel "Degree of the curve"
set xrange [1:15]; set xtics 2; eval log_heights(0.1, 40); set ytics (0.1, 0.3, 1, 3, 10, 30)
eval named(1, "Training", last(file, 2)); eval named(2, "Validation", last(file, 3)); eval named_line(3, "Test", last(file, 4))
load "figures/names.gp"
best = metric("degrees_best")
set arrow 20 from best, 0.18 to best, 0.31 filled size character 0.9, 20 linewidth 1.5
set label 20 "chosen" at best, 0.16 center
plot file using 1:2 skip 1 with linespoints linestyle 1, file using 1:3 skip 1 with linespoints linestyle 2, file using 1:4 skip 1 with lines linestyle 3
alt = sprintf("Errors of degrees 1 to 15 on a logarithmic scale. On the training readings they fall from %.2f to %.2f m. On validation and test readings they fall to degree %d, then rise beyond 10 m.", metric("fits_1_train"), metric("fits_15_train"), best)
load "figures/alt.gp"
