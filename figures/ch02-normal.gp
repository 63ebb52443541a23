# The time of the normal equation and of twenty steps, against the number of inputs.
width = 12; height = 7
room_right = 3.2; room_left = 1.6
load "figures/style.gp"
file = table("normal")
set format y "10^{%T}"
eval over("Milliseconds"); set xlabel "Inputs"
set logscale x; set xrange [9:450]; set xtics (10, 50, 100, 200, 400); eval log_heights(0.01, 1000)
eval named(1, "Normal\\nequation", metric("normal_exact_400")); eval named(2, "20 steps", metric("normal_steps_400"))
load "figures/names.gp"
plot file using 1:(1000 * $2) skip 1 with linespoints linestyle 1, file using 1:(1000 * $3) skip 1 with linespoints linestyle 2
alt = "Time against the number of inputs, both logarithmic, for 2,000 rows. Both grow; the line of the normal equation is steeper than that of twenty steps."
load "figures/alt.gp"
