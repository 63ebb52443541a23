# What the middle unit of each layer can see: the mean change when a pixel is inverted.
width = 12; height = 5
load "figures/style.gp"
receptive = table("receptive")
layers = "conv1 pool1 conv2 pool2"
# Beyond the pixels that change anything stands a frame.
array most[4]; array first[4]; array top[4]
seen(k) = sprintf("< awk -F'\t' '$1 == \"%s\" && $4 > 0' '%s'", word(layers, k), receptive)
do for [k=1:4] {
    stats seen(k) using 4 nooutput;  most[k] = STATS_max
    stats seen(k) using 3 nooutput;  first[k] = STATS_min
    stats seen(k) using 2 nooutput;  top[k] = STATS_min
}
eval canvas(132, 55)
eval scale_of_answers
set cbrange [0:100]
size(k) = int(metric("receptive_" . word(layers, k)))
left(k) = 2 + 33.2 * (k - 1)
do for [k=1:4] {
    set label k sprintf("%s: %d × %d", word(layers, k), size(k), size(k)) at left(k) + 14, 4.5 center
    set object k rectangle from left(k) + first[k], 9 + top[k] rto size(k), size(k) front fillstyle empty border rgb "white" linewidth 1
}
eval bar(74, 46, 50, "Change, of its layer's largest (%)", "0 50 100")
plot for [k=1:4] only(receptive, word(layers, k)) using ($3 + left(k) + 0.5):($2 + 9.5):(100 * $4 / most[k]) with image pixels
alt = sprintf("Four pictures of 28 by 28 pixels: those that change a unit in the middle of the first convolution's maps fill a square of %d by %d, after its pooling %d by %d, after the second convolution %d by %d, after its pooling %d by %d. In the last, the inner half of the square has %.0f%% of the effect.", \
    size(1), size(1), size(2), size(2), size(3), size(3), size(4), size(4), 100 * metric("receptive_inner_share"))
load "figures/alt.gp"
