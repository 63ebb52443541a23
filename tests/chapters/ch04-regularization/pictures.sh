#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch04-regularization all
draw_all $(basename -s .gp figures/ch04-*.gp)

results_to_change
changes ch04-bowl "at 1.75" metrics.tsv 's/^penalty_bowl_0.5\t2/penalty_bowl_0.5\t1.75/'
changes ch04-degrees "fall to degree 7" metrics.tsv 's/^degrees_best\t[0-9]*/degrees_best\t7/'
changes ch04-techniques "dropout 12.3" metrics.tsv 's/^techniques_dropout_gain\t[-0-9.e]*/techniques_dropout_gain\t0.123/'
changes ch04-mask "sums are 23" grids.tsv 's/^mask\tafter\t0\t0\t[0-9]*/mask\tafter\t0\t0\t5/'
