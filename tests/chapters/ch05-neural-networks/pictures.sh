#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch05-neural-networks all
draw_all $(basename -s .gp figures/ch05-*.gp)

results_to_change
changes ch05-cell "The sum is 0.7" metrics.tsv 's/^cell_z\t[0-9.]*/cell_z\t0.7/'
changes ch05-depth "about 7.5 a layer" metrics.tsv 's/^depth_sigmoid_good_layer\t[0-9.]*/depth_sigmoid_good_layer\t7.5/'
changes ch05-hand "All 3 cases" metrics.tsv 's/^hand_right\t[0-9.]*/hand_right\t3/'
