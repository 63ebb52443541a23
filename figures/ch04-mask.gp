# Dropout: six units before, and in three passes what is left of them.
width = 12; height = 7.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 7.4)
eval text_at("Six units answer", 0.6, 0.6)
eval text_at("Three passes: a coin cuts units off, the others count twice", 0.6, 3)
sum_of(name, row) = (sum [k=0:5] real(cell_number(name, row, k)))
cell_number(name, row, k) = system(sprintf("awk -F'\t' '$1 == \"mask\" && $2 == \"%s\" && $3 == %d && $4 == %d { print $5 }' '%s'", name, row, k, table("grids")))
set label sprintf("sum %g", sum_of("before", 0)) at 7.6, 1.6 left
do for [r=0:2] { set label sprintf("sum %g", sum_of("after", r)) at 7.6, 4 + r left }
plot grid("mask", "before", 0.6, 1.1) @CELLS, grid("mask", "before", 0.6, 1.1) @NUMBERS, \
     grid("mask", "after", 0.6, 3.5) @CELLS, grid("mask", "after", 0.6, 3.5) @NUMBERS
alt = sprintf("Six numbers whose sum is %g. Below them three rows in which some are 0 and the others twice as large; their sums are %g, %g and %g.", sum_of("before", 0), sum_of("after", 0), sum_of("after", 1), sum_of("after", 2))
load "figures/alt.gp"
