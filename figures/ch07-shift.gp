# Accuracy on digits that are moved, with and without convolution.
width = 12; height = 7.5
room_right = 4
load "figures/style.gp"
shift = table("shift")
eval over("Test digits read correctly (%)"); set xlabel "Moved by (pixels)"
set xrange [-0.1:4]; set xtics 1; eval heights(0, 102); set ytics 20
eval named(1, "Convolutional", 100 * last(shift, 2))
eval named(2, "Dense", 100 * last(shift, 3))
load "figures/names.gp"
plot shift using 1:(100 * $2) skip 1 with linespoints linestyle 1, \
     shift using 1:(100 * $3) skip 1 with linespoints linestyle 2
row(k) = system(sprintf("awk -F'\t' '$1 == %d { printf \"%%.1f%%%% and %%.1f%%%%\", 100 * $2, 100 * $3 }' '%s'", k, shift))
alt = "Accuracy with convolution and without, against the distance that digits are moved: " . \
    row(0) . " unmoved, " . row(2) . " by 2 pixels, " . row(4) . " by 4."
load "figures/alt.gp"
