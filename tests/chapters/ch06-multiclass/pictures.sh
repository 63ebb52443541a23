#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch06-multiclass all
draw_all $(basename -s .gp figures/ch06-*.gp)

results_to_change
changes ch06-valley "crawls along, 321 steps" metrics.tsv 's/^steps_valley_sgd\t[0-9.]*/steps_valley_sgd\t321/'
changes ch06-race "and 123 steps" race.tsv 's/^sgd\t[0-9]*\t[0-9]*/sgd\t195\t123/'
changes ch06-softmax "together 11.11" metrics.tsv 's/^softmax_sum\t[0-9.]*/softmax_sum\t11.11/'
