# The search for a threshold: the share of each box that is wrong, against where the threshold lies.
width = 12; height = 7; room_right = 3
load "figures/style.gp"
errors = table("threshold-errors"); at = metric("threshold_at")
eval over("Apples called wrongly (%)"); set xlabel "Ripe above this size (cm)"
set xrange [0.5:3.5]; set xtics 0.5; eval heights(-2, 70); set ytics 0, 20
eval named_line(2, "New box", 100 * last(errors, 3))
eval named_line(1, "Training\nbox", 100 * last(errors, 2))
set arrow 1 from at, graph 0 to at, graph 1 nohead linestyle 3 linewidth 1.2
set label 2 sprintf("Found: %.1f", at) at at, 67 left offset 0.5, 0
load "figures/names.gp"
plot errors using 1:(100 * $2) skip 1 with steps linestyle 1, errors using 1:(100 * $3) skip 1 with steps linestyle 2
alt = sprintf("Two stepped curves. The share of the training box that is wrong falls to 0 around %.1f centimetres, where the threshold is found, and rises again; there %d of %d apples of the new box are wrong.", \
    at, metric("threshold_new_wrong"), metric("threshold_apples"))
load "figures/alt.gp"
