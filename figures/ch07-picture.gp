# A photograph of a digit on its way to the network: found, cleaned, thinned, put into MNIST's form.
width = 12; height = 3.05
load "figures/style.gp"
picture = table("picture")
# The photograph is light, the others are ink; each has a grey scale of its own.
most = "255 1 1 255"
stats only(picture, "photograph") using 4 nooutput name "LIGHT"
shade(k, v) = k == 1 ? (LIGHT_max - v) / (LIGHT_max - LIGHT_min) : v / word(most, k)
# Panel k begins at left[k] and is 120 high, whatever its number of pixels.
stages = "photograph ink thinned digit"
title(k) = word("Photograph Ink Thinned 28×28", k)
size(column, name) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" && $%d >= n { n = $%d + 1 } END { print n }' '%s'", name, column, column, picture)))
array pixel[4]; array left[5]; left[1] = 2
do for [k=1:4] {
    pixel[k] = 120 / size(2, word(stages, k))
    left[k+1] = left[k] + size(3, word(stages, k)) * pixel[k] + 12
}
wide = left[5] - 10
eval canvas(wide, wide * height / width)
eval ink
set cbrange [0:1]
do for [k=1:4] {
    set label k title(k) at (left[k] + left[k+1] - 12) / 2, 10 center
    set object k rectangle from left[k], 20 to left[k+1] - 12, 140 front fillstyle empty border rgb "#888888"
}
plot for [k=1:4] only(picture, word(stages, k)) \
    using (left[k] + ($3 + 0.5) * pixel[k]):(20 + ($2 + 0.5) * pixel[k]):(shade(k, $4)) with image pixels
alt = sprintf("Four stages of one picture: dark strokes on uneven grey paper, off the middle and with noise; the ink alone; the same with thinner strokes; 28 by 28 pixels with the digit in the middle. So prepared it is read as %d, and the right class has a probability of %s; the picture only shrunk to 28 by 28 is read as %d, and the right class has %s.", \
    int(metric("picture_prepared_guess")), percent(metric("picture_prepared")), int(metric("picture_shrunk_guess")), percent(metric("picture_shrunk")))
load "figures/alt.gp"
