#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch01-intro all
draw_all $(basename -s .gp figures/ch01-*.gp)

results_to_change
changes ch01-formats "GIF 123, PNG" metrics.tsv 's/^formats_digits_gif\t[0-9.]*/formats_digits_gif\t123000/'
changes ch01-ladder "plain loops reach 7.5 GFLOP/s" metrics.tsv 's/^ladder_plain\t[0-9.e+-]*/ladder_plain\t7.5/'
changes ch01-line "colour = 3.2" metrics.tsv 's/^line_at\t[0-9.]*/line_at\t3.2/'
changes ch01-clusters "is 9.25 in the first round" clusters-centres.tsv '2s/[0-9.]*$/9.25/;2s/^0\t0\t[0-9.-]*/0\t0\t2.5/'
