# A bias added to three samples of three units: along the units, as it should be, and along the samples.
width = 12; height = 8.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 10.5)
file = table("strides-bias")
top(k) = 1.6 + 5 * (k - 1)
do for [k=1:2] {
    eval title_at("+", 4.5, top(k) + 1.5); eval title_at("=", 9.9, top(k) + 1.5)
    eval text_at(k == 1 ? "A row for every sample" : "A column for every unit: wrong", 0.6, top(k) - 0.9)
}
# The bias of a cell is what it adds; only one row, or one column, of it lies in memory.
added(k) = sprintf("< awk -F'\t' -v OFS='\t' 'NR > 1 { print $1, $2, $%d - $3, %s == 0 }' '%s'", k + 3, k == 1 ? "$1" : "$2", file)
plot for [k=1:2] file using (0.6 + $2 + 0.5):(top(k) + $1 + 0.5):(0.5):(0.5):(0xffffff) skip 1 with boxxyerror linewidth 0.9 linecolor rgb variable, \
     for [k=1:2] file using (0.6 + $2 + 0.5):(top(k) + $1 + 0.5):(sprintf("%d", $3)) skip 1 with labels, \
     for [k=1:2] added(k) using (5.6 + $2 + 0.5):(top(k) + $1 + 0.5):(0.5):(0.5):($4 == 1 ? 0xf5bf4f : 0xfdf3dc) with boxxyerror linewidth 0.9 linecolor rgb variable, \
     for [k=1:2] added(k) using (5.6 + $2 + 0.5):(top(k) + $1 + 0.5):(sprintf("%d", $3)) with labels, \
     for [k=1:2] file using (11 + $2 + 0.5):(top(k) + $1 + 0.5):(0.5):(0.5):(k == 1 ? 0xc6e0f2 : 0xffffff) skip 1 with boxxyerror linewidth 0.9 linecolor rgb variable, \
     for [k=1:2] file using (11 + $2 + 0.5):(top(k) + $1 + 0.5):(sprintf("%d", column(k + 3))) skip 1 with labels
alt = sprintf("Nine numbers, 0 to 8, in three rows of samples and three columns of units, twice. Above, the bias 10, 20, 30 lies as a row and is repeated for every sample: the second number becomes %.0f. Below it lies as a column and is repeated for every unit: the same number becomes %.0f.", \
    metric("strides_bias_right"), metric("strides_bias_wrong"))
load "figures/alt.gp"
