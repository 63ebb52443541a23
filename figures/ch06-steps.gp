# How long a step is where the gradient is always 1 and the rate is 1.
width = 12; height = 8; room_right = 3.7
load "figures/style.gp"
file = table("steps")
eval over("Length of the step (rates)"); set xlabel "Step"
set xrange [0:60]; set xtics 20; eval heights(0, 11); set ytics 2
eval named_line(1, "Momentum", last(file, 3)); eval named_line(4, "Adam without\ncorrection", last(file, 5))
eval named_line(2, "Adam", last(file, 4)); eval named_line(3, "Descent", 0.2)
load "figures/names.gp"
stats file using 5 skip 1 nooutput
plot file using 1:3 skip 1 with lines linestyle 1, file using 1:5 skip 1 with lines linestyle 4, \
     file using 1:4 skip 1 with lines linestyle 2, file using 1:2 skip 1 with lines linestyle 3
alt = sprintf("Steps on a slope of 1. Plain descent and Adam step by 1 from first to last. Momentum grows from 1 towards 10. Adam without its correction begins with %.2f, grows to %.2f and falls again slowly.", metric("steps_uncorrected_1"), STATS_max)
load "figures/alt.gp"
