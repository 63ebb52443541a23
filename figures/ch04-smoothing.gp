# Label smoothing: the target of a digit 3, before and after.
width = 12; height = 5
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 5)
eval text_at("The target of a 3: all for one", 0.3, 0.5)
eval text_at("Smoothed: a tenth is shared out among all ten", 0.3, 2.8)
wide_cells(name, y) = "< awk -F'\t' -v OFS='\t' '$1 == \"smoothing\" && $2 == \"" . name . "\" { print 0.3 + 1.14 * ($4 + 0.5), " . y . ", $5, $6 }' '" . table("grids") . "'"
plot wide_cells("before", "1.5") using 1:2:(0.57):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable, wide_cells("before", "1.5") @NUMBERS, \
     wide_cells("after", "3.8") using 1:2:(0.57):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable, wide_cells("after", "3.8") @NUMBERS
alt = sprintf("Ten numbers, one a class: before, %s for class 3 and %s for all others; after, %s for class 3 and %s for each of the others.", cell("smoothing", "before", 0, 3), cell("smoothing", "before", 0, 0), cell("smoothing", "after", 0, 3), cell("smoothing", "after", 0, 0))
load "figures/alt.gp"
