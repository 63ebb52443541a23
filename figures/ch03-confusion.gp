# Two confusion tables as squares: the line, and somebody who always says benign.
width = 12; height = 5.9
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 5.9)
most = largest("confusion", "never")
eval title_at("The line", 4.4, 0.4); eval title_at("Always benign", 8.9, 0.4)
array truth[2] = ["malignant", "benign"]
array said[2] = ["“malignant”", "“benign”"]
do for [k=1:2] {
    set label 20+k truth[k] at 3.2, 0.05 + 1.9 * k right font SMALL
    do for [g=0:1] { set label 30+2*g+k said[k] at 3.45 + 1.9 * (k - 0.5) + 4.5 * g, 5.15 center font SMALL }
}
big(name, x) = sprintf("< awk -F'\t' -v OFS='\t' '$1 == \"confusion\" && $2 == \"%s\" { print %g + 1.9 * ($4 + 0.5), 1 + 1.9 * ($3 + 0.5), $5, $6 }' '%s'", name, x, table("grids"))
plot for [g=0:1] big(g ? "never" : "line", g ? 7.95 : 3.45) using 1:2:(0.95):(0.95) with boxxyerror fillstyle empty linewidth 0.9 linecolor rgb "#505050", \
     for [g=0:1] big(g ? "never" : "line", g ? 7.95 : 3.45) using 1:2:(0.85 * sqrt($3 / most)):(0.85 * sqrt($3 / most)):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable, \
     for [g=0:1] big(g ? "never" : "line", g ? 7.95 : 3.45) using ($1 + ($3 < 15 ? 0.5 : 0)):2:3 with labels
alt = sprintf("Two tables of squares, truth in rows and answers in columns. The line: of the malignant %.0f are found and %.0f missed, of the benign %.0f are alarms and %.0f are left in peace. Always benign: %.0f missed, %.0f left in peace, nobody found.", \
    metric("confusion_true_yes"), metric("confusion_false_no"), metric("confusion_false_yes"), metric("confusion_true_no"), metric("never_false_no"), metric("never_true_no"))
load "figures/alt.gp"
