# One digit on its way through a dense network and through the convolutional one.
width = 15; height = 8.2
load "figures/style.gp"
eval bare
eval scale_of_answers
layers = table("layers")
set cbrange [-1:1]
set xrange [-2:352]; set yrange [172:-12]
# A layer's units as panels of side x side places, `across` panels a line; each layer has its own range,
# with 0 the grey in the middle. Where all units are silent, any range will do.
layer(network, name, side, across) = sprintf( \
    "< awk -F'\t' -v OFS='\t' 'NR == 1 { print $4, $3, $3, $5 } $1 == \"%s\" && $2 == \"%s\" { print $4, int($3 / %d), $3 %% %d, $5 }' '%s' | awk -f figures/montage.awk -v panel=1 -v row=2 -v column=3 -v value=4 -v side=%d -v across=%d -v gap=0", \
    network, name, side, side, layers, side, across)
range(network, name) = real(system(sprintf( \
    "awk -F'\t' '$1 == \"%s\" && $2 == \"%s\" { v = $5 < 0 ? -$5 : $5; if (v > m) m = v } END { print m ? m : 1 }' '%s'", network, name, layers)))
judged(network, name) = sprintf("%s %.1f%%", name, 100 * metric("layers_" . network . "_" . name))
set label 1 "a dense network; under each layer, what the nearest of ten means gets right" at 0,-6
set label 2 "the convolutional network" at 0,87
dense = "pixels hidden1 hidden2 logits"
cnn = "pixels conv1 conv2 hidden1 logits"
set for [k=1:4] label 10+k judged("dense", word(dense, k)) at (k - 1) * 72 + 28, 64 center font ",11"
set for [k=1:5] label 20+k judged("cnn", word(cnn, k)) at (k - 1) * 72 + 28, 159 center font ",11"
array d[4]; array c[5]
do for [k=1:4] { d[k] = range("dense", word(dense, k)) }
do for [k=1:5] { c[k] = range("cnn", word(cnn, k)) }
plot layer("dense", "pixels", 28, 1) using ($1 * 2):($2 * 2):($3 / d[1]) with image pixels, \
     layer("dense", "hidden1", 1, 32) using ($1 * 1.75 + 72):($2 * 1.75 + 14):($3 / d[2]) with image pixels, \
     layer("dense", "hidden2", 1, 16) using ($1 * 3.5 + 144):($2 * 3.5 + 14):($3 / d[3]) with image pixels, \
     layer("dense", "logits", 1, 10) using ($1 * 5.6 + 218):(27):($1 * 5.6 + 216):($1 * 5.6 + 220):(27):(27 - 22 * $3 / d[4]) with boxxyerror fillcolor rgb BLUE linewidth 0.5, \
     layer("dense", "logits", 1, 10) using ($1 * 5.6 + 218):(54):(sprintf("%d", $1)) with labels font ",10", \
     layer("cnn", "pixels", 28, 1) using ($1 * 2):($2 * 2 + 95):($3 / c[1]) with image pixels, \
     layer("cnn", "conv1", 14, 8) using ($1 * 0.5 + 72):($2 * 0.5 + 109):($3 / c[2]) with image, \
     layer("cnn", "conv2", 7, 8) using ($1 + 144):($2 + 95):($3 / c[3]) with image, \
     layer("cnn", "hidden1", 1, 16) using ($1 * 3.5 + 217):($2 * 3.5 + 109):($3 / c[4]) with image pixels, \
     layer("cnn", "logits", 1, 10) using ($1 * 5.6 + 290):(122):($1 * 5.6 + 288):($1 * 5.6 + 292):(122):(122 - 22 * $3 / c[5]) with boxxyerror fillcolor rgb BLUE linewidth 0.5, \
     layer("cnn", "logits", 1, 10) using ($1 * 5.6 + 290):(149):(sprintf("%d", $1)) with labels font ",10"
alt = "One digit, layer by layer. Judged by the nearest of ten means in each layer, the dense network has " . \
    judged("dense", "pixels") . ", " . judged("dense", "hidden1") . ", " . judged("dense", "hidden2") . ", " . judged("dense", "logits") . \
    "; the convolutional one " . judged("cnn", "pixels") . ", " . judged("cnn", "conv1") . ", " . judged("cnn", "conv2") . ", " . \
    judged("cnn", "hidden1") . ", " . judged("cnn", "logits") . "."
load "figures/alt.gp"
