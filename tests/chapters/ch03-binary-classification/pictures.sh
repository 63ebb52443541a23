#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
. tests/drawn.sh
drawn_from ch03-binary-classification all
draw_all $(basename -s .gp figures/ch03-*.gp)

results_to_change
changes ch03-clicks "Three bars: 0.123" metrics.tsv 's/^clicks_age_area\t[0-9.]*/clicks_age_area\t0.123/'
changes ch03-splits "recall 0.876" metrics.tsv 's/^splits_recall\t[0-9.]*/splits_recall\t0.876/'
changes ch03-turning "Before, 3 apple" apples.tsv '2s/-3.5\t1.5\t-1.5\t6.5\t1/-2.5\t1.5\t-1.5\t6.5\t3/'
