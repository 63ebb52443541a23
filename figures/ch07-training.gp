# The loss while learning, and beneath it the learning rate's rise and fall over the same steps.
width = 12; height = 9.5; room_left = 1.5
load "figures/style.gp"
training = table("training")
stats training using 3 skip 1 nooutput name "LOSS"
steps = last(training, 1)
set xrange [0:steps]; set xtics 500
set multiplot
eval panel(1, 1, 2)
eval over("Loss (mean of ten steps)"); eval log_heights(0.01, 3)
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
plot training using 1:3 skip 1 with lines linestyle 1
eval panel(2, 1, 2)
eval over("Learning rate"); unset logscale; set yrange [0:*]; set ytics 0.001 format "%.3f"
set xlabel "Step (64 digits each)"
plot training using 1:4 skip 1 with lines linestyle 2
unset multiplot
late = real(system(sprintf("tail -n 30 '%s' | awk '{ s += $3 } END { print s / NR }'", training)))
alt = sprintf("The loss falls from %.2f to %.3f, the mean of the last 300 of %d steps, while the learning rate rises for three tenths of them and falls again. Test accuracy at the end: %s.", \
    LOSS_max, late, steps, percent(metric("test_accuracy")))
load "figures/alt.gp"
