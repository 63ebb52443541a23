# One digit on its way through a dense network and through the convolutional one.
width = 12; height = 8.6
load "figures/style.gp"
layers = table("layers")
eval canvas(300, 215)
eval scale_of_answers
set cbrange [-100:100]
# A layer's units as panels of side x side places, `across` panels a line; each layer is measured by its own
# largest answer. Where all units are silent, any range will do.
layer(network, name, side, across) = sprintf( \
    "< awk -F'\t' -v OFS='\t' 'NR == 1 { print $4, $3, $3, $5 } $1 == \"%s\" && $2 == \"%s\" { print $4, int($3 / %d), $3 %% %d, $5 }' '%s' | awk -f figures/montage.awk -v panel=1 -v row=2 -v column=3 -v value=4 -v side=%d -v across=%d -v gap=0", \
    network, name, side, side, layers, side, across)
range(network, name) = real(system(sprintf( \
    "awk -F'\t' '$1 == \"%s\" && $2 == \"%s\" { v = $5 < 0 ? -$5 : $5; if (v > m) m = v } END { print m ? m : 1 }' '%s'", network, name, layers)))
share(network, name) = percent(metric("layers_" . network . "_" . name))
judged(network, name) = name . " " . share(network, name)
dense = "pixels hidden1 hidden2 logits"
cnn = "pixels conv1 conv2 hidden1 logits"
left(k) = 3 + 60 * (k - 1)
set label 1 "Dense network" at left(1), 7
set label 2 "Convolutional network" at left(1), 103
do for [k=1:4] { set label 10+k word(dense, k) . "\n" . share("dense", word(dense, k)) at left(k) + 26, 74 center }
do for [k=1:5] { set label 20+k word(cnn, k) . "\n" . share("cnn", word(cnn, k)) at left(k) + 26, 170 center }
array d[4]; array c[5]
do for [k=1:4] { d[k] = range("dense", word(dense, k)) }
do for [k=1:5] { c[k] = range("cnn", word(cnn, k)) }
eval bar(190, 199, 80, "Answer, of its layer's largest (%)", "-100 0 100")
PIXELS(x, y, size, most) = sprintf("using (%g + %g * ($1 + 0.5)):(%g + %g * ($2 + 0.5)):(100 * $3 / %g) with image pixels", x, size, y, size, most)
BARS(x, y, most) = sprintf("using (%g + 5.2 * ($1 + 0.5)):(%g):(%g + 5.2 * $1 + 0.6):(%g + 5.2 * $1 + 4.6):(%g):(%g - 20 * $3 / %g) with boxxyerror fillcolor rgb BLUE linewidth 0.5", x, y, x, x, y, y, most)
NAMES(x, y) = sprintf("using (%g + 5.2 * ($1 + 0.5)):(%g):(sprintf(\"%%d\", $1)) with labels font SMALL", x, y)
a1 = PIXELS(left(1), 13, 1.85, d[1]);  a2 = PIXELS(left(2), 26, 1.65, d[2]);  a3 = PIXELS(left(3), 26, 3.3, d[3])
a4 = BARS(left(4), 36, d[4]);          a5 = NAMES(left(4), 62)
b1 = PIXELS(left(1), 109, 1.85, c[1]); b2 = PIXELS(left(2), 121, 0.47, c[2]); b3 = PIXELS(left(3), 109, 0.94, c[3])
b4 = PIXELS(left(4), 121, 3.3, c[4]);  b5 = BARS(left(5), 132, c[5]);         b6 = NAMES(left(5), 158)
plot layer("dense", "pixels", 28, 1) @a1, layer("dense", "hidden1", 1, 32) @a2, layer("dense", "hidden2", 1, 16) @a3, \
     layer("dense", "logits", 1, 10) @a4, layer("dense", "logits", 1, 10) @a5, \
     layer("cnn", "pixels", 28, 1) @b1, layer("cnn", "conv1", 14, 8) @b2, layer("cnn", "conv2", 7, 8) @b3, \
     layer("cnn", "hidden1", 1, 16) @b4, layer("cnn", "logits", 1, 10) @b5, layer("cnn", "logits", 1, 10) @b6
alt = "One digit, layer by layer. Judged by the nearest of ten means in each layer, the dense network has " . \
    judged("dense", "pixels") . ", " . judged("dense", "hidden1") . ", " . judged("dense", "hidden2") . ", " . judged("dense", "logits") . \
    "; the convolutional one " . judged("cnn", "pixels") . ", " . judged("cnn", "conv1") . ", " . judged("cnn", "conv2") . ", " . \
    judged("cnn", "hidden1") . ", " . judged("cnn", "logits") . "."
load "figures/alt.gp"
