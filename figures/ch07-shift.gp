# Accuracy on digits that are moved, with and without convolution.
width = 13; height = 8
load "figures/style.gp"
shift = table("shift")
set xlabel "moved by (pixels)"; set ylabel "test digits read correctly (%)"
set xrange [-0.2:*]; set yrange [0:102]; set xtics 1; set ytics 20
set key bottom left
plot shift using 1:(100 * $2) skip 1 with linespoints linestyle 1 title "convolutional", \
     shift using 1:(100 * $3) skip 1 with linespoints linestyle 2 title "784–512–10"
row(k) = system(sprintf("awk -F'\t' '$1 == %d { printf \"%%.1f%%%% and %%.1f%%%%\", 100 * $2, 100 * $3 }' '%s'", k, shift))
alt = "Accuracy with convolution and without, against the distance that digits are moved: " . \
    row(0) . " unmoved, " . row(2) . " by 2 pixels, " . row(4) . " by 4."
load "figures/alt.gp"
