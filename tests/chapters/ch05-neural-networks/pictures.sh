#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch05-neural-networks all
draw_all $(basename -s .gp figures/ch05-*.gp)

results_to_change
changes ch05-cell "The sum is 0.7" nodes.tsv 's/^cell\tsum\t1\t1.5\t[0-9.]*/cell\tsum\t1\t1.5\t0.7/'
changes ch05-pue "the plant has 1.232" pue.tsv 's/^beyond\t60\t\([0-9.]*\)\t.*/beyond\t60\t\1\t1.232/'
