# What the middle unit of each layer can see: the mean change when a pixel is inverted.
width = 15; height = 4.6
load "figures/style.gp"
eval bare
eval scale_of_answers
receptive = table("receptive")
layers = "conv1 pool1 conv2 pool2"
array most[4]
do for [k=1:4] { stats only(receptive, word(layers, k)) using 4 nooutput; most[k] = STATS_max }
set cbrange [0:1]
set xrange [-2:128]; set yrange [29:-5]
size(k) = int(metric("receptive_" . word(layers, k)))
set for [k=1:4] label k sprintf("%s: %d × %d", word(layers, k), size(k), size(k)) at (k - 1) * 33 + 13.5, -2.5 center
plot for [k=1:4] only(receptive, word(layers, k)) \
    using ($3 + (k - 1) * 33):2:($4 > 0 ? 0.15 + 0.85 * $4 / most[k] : 0) with image pixels
alt = sprintf("Four pictures of 28 by 28 pixels: those that change a unit in the middle of the first convolution's maps fill a square of %d by %d, after its pooling %d by %d, after the second convolution %d by %d, after its pooling %d by %d. In the last, the inner half of the square has %.0f%% of the effect.", \
    size(1), size(1), size(2), size(2), size(3), size(3), size(4), size(4), 100 * metric("receptive_inner_share"))
load "figures/alt.gp"
