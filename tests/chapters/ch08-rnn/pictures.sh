#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch08-rnn all
draw_all $(basename -s .gp figures/ch08-*.gp)

results_to_change
changes ch08-lstm "adds −0.77" metrics.tsv 's/^step_added\t[-0-9.]*/step_added\t-0.77/'
changes ch08-training "falls from 2.22 after" bits.tsv '2s/\t.*/\t2.22/'
changes ch08-context "from 5.55 with one" context.tsv '3s/\t.*/\t5.55/'
