# Three logits on their way: powers of e, shares of their sum, the target, and the slope of the loss.
width = 12; height = 7.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 7.4)
array name[5] = ["logits z", "powers e^{z}", "shares p", "target t", "slopes p − t"]
array of[5] = ["logits", "powers", "shares", "target", "slopes"]
array note[5] = ["", sprintf("sum %.2f", metric("softmax_sum")), "over the sum", "it was class 1", "sum 0"]
do for [k=1:5] {
    set label k name[k] at 3.7, 1.35 * k - 0.2 right
    set label 10+k note[k] at 9.4, 1.35 * k - 0.2 left font SMALL
}
do for [k=0:2] { set label 20+k sprintf("class %d", k) at 4.9 + 1.75 * k, 0.3 center font SMALL }
wide(grid, y) = sprintf("< awk -F'\t' -v OFS='\t' '$1 == \"softmax\" && $2 == \"%s\" { print 4.9 + 1.75 * $4, %g, $5, $6 }' '%s'", grid, y, table("grids"))
plot for [k=1:5] wide(of[k], 1.35 * k - 0.2) using 1:2:(0.86):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable, \
     for [k=1:5] wide(of[k], 1.35 * k - 0.2) using 1:2:(minus(strcol(3))) with labels
alt = sprintf("Three logits 2, 1 and −1; e to their powers is 7.39, 2.72 and 0.37, together %.2f; the shares of this sum are 0.705, 0.259 and 0.035. The target is 0, 1, 0, and the slopes, share less target, are 0.705, −0.741 and 0.035.", metric("softmax_sum"))
load "figures/alt.gp"
