#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch02-regression all
draw_all $(basename -s .gp figures/ch02-*.gp)

results_to_change
changes ch02-squares "-12.5, -40.0" houses.tsv '2s/-34.4/-12.5/'
changes ch02-leakage "measured error is 12 thousand" metrics.tsv 's/^leakage_measured\t[0-9.]*/leakage_measured\t12345/'
changes ch02-weights "grade 99" weights.tsv 's/^grade\t[0-9.]*/grade\t99000/'
changes ch02-bowl "leads to w = 0.5" rates-parabola.tsv 's/^0.4\t1\t0.2000/0.4\t1\t0.5000/'
