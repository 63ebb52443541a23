# Batch normalisation: four samples, three channels, before and after.
width = 12; height = 6.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 6.6)
eval title_at("Three channels", 2.5, 0.5); eval title_at("Mean 0, deviation 1", 8.9, 0.5)
eval title_at("of four samples", 2.5, 5.8); eval title_at("in each column", 8.9, 5.8)
eval arrow(5, 3.1, 6.4, 3.1)
plot grid("norm", "before", 1, 1.1) @CELLS, grid("norm", "before", 1, 1.1) @NUMBERS, \
     "< awk -F'\t' -v OFS='\t' '$1 == \"norm\" && $2 == \"after\" { print 6.8 + 1.4 * ($4 + 0.5), 1.1 + $3 + 0.5, $5, $6 }' '" . table("grids") . "'" \
         using 1:2:(0.7):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable, \
     "< awk -F'\t' -v OFS='\t' '$1 == \"norm\" && $2 == \"after\" { print 6.8 + 1.4 * ($4 + 0.5), 1.1 + $3 + 0.5, $5, $6 }' '" . table("grids") . "'" @NUMBERS
column_of(name, k) = sprintf("%s, %s, %s, %s", cell("norm", name, 0, k), cell("norm", name, 1, k), cell("norm", name, 2, k), cell("norm", name, 3, k))
alt = "A grid of four samples by three channels, with columns " . column_of("before", 0) . "; " . column_of("before", 1) . "; " . column_of("before", 2) . ". An arrow leads to a grid in which each column has mean 0 and deviation 1: " . column_of("after", 0) . "; " . column_of("after", 1) . "; " . column_of("after", 2) . "."
load "figures/alt.gp"
