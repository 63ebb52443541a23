# The loss of one layer and of three, epoch by epoch as they learn, and what the test digits say at the end.
width = 12; height = 7.6; room_right = 3.6; room_left = 1.5
load "figures/style.gp"
deep = table("training"); one = table("regression-training")
per = real(system(sprintf("awk -F'\t' 'END { print $1 / $2 }' '%s'", deep))); per_one = real(system(sprintf("awk -F'\t' 'END { print $1 / $2 }' '%s'", one)))
eval over("Loss"); set xlabel "Epoch"
set xrange [0:*]; eval log_heights(0.01, 3); set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "ln 10" 2.3026)
eval named_line(1, "Three layers", last(deep, 3)); eval named_line(2, "One layer", last(one, 3))
load "figures/names.gp"
plot one using ($1 / per_one):3 skip 1 with lines linestyle 2, deep using ($1 / per):3 skip 1 with lines linestyle 1
alt = sprintf("The training loss on a logarithmic axis. One layer falls to about %.2f in three epochs and reads %s of the test digits; three layers go on falling to about %.2f and read %s.", \
    last(one, 3), percent(metric("regression_accuracy")), last(deep, 3), percent(metric("test_accuracy")))
load "figures/alt.gp"
