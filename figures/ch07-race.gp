# One convolution computed three ways, on one thread and on all.
width = 12; height = 8; room_left = 2.8; room_right = 1.3; room_below = 0.9
load "figures/style.gp"
race = table("race")
threads = system(sprintf("awk -F'\t' 'NR > 1 && $3 > n { n = $3 } END { print n }' '%s'", race))
stats race using 4 skip 1 nooutput
unset grid; set grid xtics linestyle 9
set border 2; set xrange [0:STATS_max]; set yrange [2.5:-0.5]
set ytics scale 0 ("Plain loops" 0, "Matrix product" 1, "Direct" 2)
# After the heading, each way has a line for one thread and then one for all.
speed(layer, n) = sprintf("< awk -F'\t' '$1 == \"%s\" && %s { print $2 \"\t\" $4 }' '%s'", layer, n == 1 ? "NR % 2 == 0" : "NR % 2", race)
on(n) = n == 1 ? " on one thread" : threads == 1 ? " on all threads" : " on " . threads . " threads"
said(v, n, row) = sprintf(v < 10 ? "%.1f" : "%.0f", v) . (row == 0 ? on(n) : "")
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "First layer" : "Second layer")
    set xtics 100 format k == 2 ? "%g" : ""; set xlabel k == 2 ? "GFLOP/s (best of the rounds)" : ""
    layer = sprintf("conv%d", k)
    plot for [n=1:2] speed(layer, n) using ($2 / 2):($0 - 0.57 + 0.38 * n):($2 / 2):(0.19) with boxxyerror fillcolor rgb (n == 1 ? ORANGE : BLUE) linewidth 0.5, \
         for [n=1:2] speed(layer, n) using 2:($0 - 0.57 + 0.38 * n):(said($2, n, $0)) with labels left offset 0.6, 0
}
unset multiplot
alt = sprintf("Speed of a convolution, threads: %s. First layer: plain loops %.1f, matrix product %.0f, direct %.0f GFLOP/s; second layer: %.1f, %.0f and %.0f. Multiply-adds alone reach %.0f.", \
    threads, metric("race_conv1_loops"), metric("race_conv1_matrix"), metric("race_conv1_direct"), \
    metric("race_conv2_loops"), metric("race_conv2_matrix"), metric("race_conv2_direct"), metric("peak_gflops"))
load "figures/alt.gp"
