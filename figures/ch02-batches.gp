# All rows a step, 64 or one: the error against passes over the rows, and against time.
width = 12; height = 11
room_right = 2.6; room_below = 1.6
load "figures/style.gp"
file = table("batches")
ways = "batch mini single"; styles = "1 2 3"
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    set logscale x
    set xrange [k == 1 ? 0.8 : 0.002 : k == 1 ? 2e5 : 100]; set format x "10^{%T}"
    eval heights(200, 400); set ytics 50
    set xlabel k == 1 ? "Step" : "Processor time (ms)"
    if (k == 1) { eval over("Root of the squared error (thousand dollars)") }
    eval named_line(1, "All rows", 255); eval named_line(2, "64", 228); eval named_line(3, "One", 210)
    load "figures/names.gp"
    plot for [j=1:3] only(file, word(ways, j)) using (k == 1 ? $2 : 1000 * $3):($5 / 1000) with lines linestyle int(word(styles, j))
}
unset multiplot
alt = sprintf("The error on the training rows, in steps and in time. Within 1%% of the best come all rows after %.0f steps, batches of 64 after %.0f, single rows after %.0f.", \
    metric("batches_batch_steps"), metric("batches_mini_steps"), metric("batches_single_steps"))
load "figures/alt.gp"
