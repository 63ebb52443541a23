# Degree 15 by steps, unpulled: the training error falls for ever, the others turn.
width = 12; height = 7.4
room_right = 3.4
load "figures/style.gp"
file = table("stopping")
eval over("Off by (m)"); set xlabel "Step"
set logscale x; set xrange [10:300000]; set xtics ("10" 10, "100" 100, "1000" 1000, "10,000" 10000, "100,000" 100000); eval heights(0, 1.6); set ytics 0.4
eval named_line(1, "Training", last(file, 2)); eval named_line(2, "Validation", last(file, 3)); eval named_line(3, "Test", last(file, 4))
load "figures/names.gp"
best = metric("stopping_best_step")
set arrow 20 from best, 1.2 to best, 0.47 filled size character 0.9, 20 linewidth 1.5
set label 20 "kept" at best, 1.28 center
plot file using ($1 > 0 ? $1 : NaN):2 skip 1 with lines linestyle 1, file using ($1 > 0 ? $1 : NaN):3 skip 1 with lines linestyle 2, file using ($1 > 0 ? $1 : NaN):4 skip 1 with lines linestyle 3
alt = sprintf("Errors against the step, on a logarithmic axis. The training error falls to %.2f m. Validation and test errors are least near step %d, where the test error is %.2f m, and rise to %.2f m.", \
    metric("stopping_end_train"), best, metric("stopping_best_test"), metric("stopping_end_test"))
load "figures/alt.gp"
