# What flows through eight layers before training, forwards and backwards, for four ways to draw the first weights.
width = 12; height = 11; room_right = 3.4; room_left = 1.6; room_below = 1.5
load "figures/style.gp"
flow(start, column) = sprintf("< awk -F'\t' '$1 == \"relu\" && $2 == \"%s\" { print $3 \"\t\" $%d }' '%s'", start, column, table("initial"))
at_8(start) = last(flow(start, 4), 2)
set xrange [1:8]; set xtics 1
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "Answers of the layer (root mean square)" : "Gradient at the layer (root mean square)")
    eval log_heights(1e-10, 1e10); set ytics ("10^{−8}" 1e-8, "10^{−4}" 1e-4, "1" 1, "10^{4}" 1e4, "10^{8}" 1e8)
    set xlabel k == 2 ? "Hidden layer" : ""
    eval named(3, "Deviation 1", last(flow("large", 3 + k), 2)); eval named(1, "He", last(flow("he", 3 + k), 2))
    eval named(2, "Xavier", last(flow("xavier", 3 + k), 2)); eval named(4, "0.01", last(flow("small", 3 + k), 2))
    load "figures/names.gp"
    plot flow("large", 3 + k) using 1:2 with linespoints linestyle 3, flow("small", 3 + k) using 1:2 with linespoints linestyle 4, \
         flow("xavier", 3 + k) using 1:2 with linespoints linestyle 2, flow("he", 3 + k) using 1:2 with linespoints linestyle 1
}
unset multiplot
alt = sprintf("Root mean squares, layer by layer, on a logarithmic axis. Above, the answers of ReLU layers: with a deviation of 1 they grow to %.0e in the eighth layer, with 0.01 they fall to %.0e; Xavier's end at %.2f, He's stay at %.2f. Below, the gradients: from the eighth layer back to the first they grow or shrink in the same way.", \
    at_8("large"), at_8("small"), at_8("xavier"), at_8("he"))
load "figures/alt.gp"
