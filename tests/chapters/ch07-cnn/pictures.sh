#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch07-cnn all
draw_all $(basename -s .gp figures/ch07-*.gp) ch07-network

results_to_change
changes ch07-shift "12.3% and" shift.tsv 's/^4\t[0-9.]*\t/4\t0.1234\t/'

# The window's second place has its own sum, computed by the program.
gnuplot -e "results = '$results'; place = 1; output = '$pictures/second.svg'" figures/ch07-window.gp || fail "no second place"
grep -q "1·0 − 1·2 + 0·1 + 2·0 = −2;" "$pictures/second.alt" || fail "the second place says: $(cat "$pictures/second.alt")"

# Where every unit is silent there is still a picture.
for name in layers maps; do
    sed -i '2,$s/\t[^\t]*$/\t0.0000/' "$results/$name.tsv"
    draw ch07-$name svg
done

! grep -q DOCTYPE "$pictures/ch07-network.svg" || fail "the network's drawing names a document that lies elsewhere"
grep -q "conv2 gives 14 × 14 × 64 numbers and has 51,264 parameters" "$pictures/ch07-network.alt" || fail "the network is described otherwise"
sed -i 's/\t51264\t/\t51263\t/' "$results/network.tsv"
draw ch07-network svg
grep -q "51,263 parameters" "$pictures/ch07-network.svg" && grep -q "454,921 parameters" "$pictures/ch07-network.alt" ||
    fail "the network does not follow its numbers"

# Patches come strongest first.
awk -F '\t' 'NR > 1 { if (NR > 2 && $1 == filter && $5 > last) { print "filter " $1 " is out of order"; exit 1 } filter = $1; last = $5 }' \
    "$results/patches.tsv" || exit 1
