# One convolution computed three ways, on one thread and on all.
width = 13; height = 8
load "figures/style.gp"
race = table("race")
set boxwidth 0.36
set ylabel "GFLOP/s (best of the rounds)"; set yrange [0:*]
set offsets 0, 0, graph 0.06, 0   # room for the number over the highest bar
set xrange [-0.6:7.6]
threads = system(sprintf("awk -F'\t' 'NR > 1 && $3 > n { n = $3 } END { print n }' '%s'", race))
set xtics ("loops" 0, "matrix" 1, "direct" 2, "loops" 5, "matrix" 6, "direct" 7) scale 0
set label 1 "first layer" at 1, screen 0.04 center
set label 2 "second layer" at 6, screen 0.04 center
set bmargin 4
set key outside top center horizontal
# After the heading, each way has a line for one thread and then one for all.
speed(layer, n) = sprintf("< awk -F'\t' '$1 == \"%s\" && %s { print $2 \"\t\" $4 }' '%s'", layer, n == 1 ? "NR % 2 == 0" : "NR % 2", race)
top = sprintf(threads == 1 ? "all threads: %s" : "all %s threads", threads)
plot speed("conv1", 1) using ($0 - 0.2):2 with boxes fillcolor rgb ORANGE title "one thread", \
     speed("conv1", 2) using ($0 + 0.2):2 with boxes fillcolor rgb BLUE title top, \
     speed("conv2", 1) using ($0 + 4.8):2 with boxes fillcolor rgb ORANGE notitle, \
     speed("conv2", 2) using ($0 + 5.2):2 with boxes fillcolor rgb BLUE notitle, \
     speed("conv1", 1) using ($0 - 0.2):2:(sprintf($2 < 10 ? "%.1f" : "%.0f", $2)) with labels offset 0,0.6 font ",10" notitle, \
     speed("conv1", 2) using ($0 + 0.2):2:(sprintf($2 < 10 ? "%.1f" : "%.0f", $2)) with labels offset 0,0.6 font ",10" notitle, \
     speed("conv2", 1) using ($0 + 4.8):2:(sprintf($2 < 10 ? "%.1f" : "%.0f", $2)) with labels offset 0,0.6 font ",10" notitle, \
     speed("conv2", 2) using ($0 + 5.2):2:(sprintf($2 < 10 ? "%.1f" : "%.0f", $2)) with labels offset 0,0.6 font ",10" notitle
alt = sprintf("Speed of a convolution, threads: %s. First layer: plain loops %.1f, matrix product %.0f, direct %.0f GFLOP/s; second layer: %.1f, %.0f and %.0f. Multiply-adds alone reach %.0f.", \
    threads, metric("race_conv1_loops"), metric("race_conv1_matrix"), metric("race_conv1_direct"), \
    metric("race_conv2_loops"), metric("race_conv2_matrix"), metric("race_conv2_direct"), metric("race_peak"))
load "figures/alt.gp"
