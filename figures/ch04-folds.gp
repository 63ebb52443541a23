# Five folds of twenty readings: each reading judges once, and is learned from four times.
width = 12; height = 5.4
load "figures/style.gp"
file = table("folds-rows")
eval canvas(24, 10.8)
set style fill solid 1.0 border rgb "#505050"
do for [f=0:4] { set label 10+f sprintf("fold %d", f + 1) at 3.2, 1.6 + 1.6 * f right font SMALL }
set label 20 "reading 1" at 3.6, 9.9 left font SMALL; set label 21 "20" at 23.3, 9.9 right font SMALL
cells = "< awk 'BEGIN { for (f = 0; f < 5; f++) for (n = 0; n < 20; n++) print f \"\\t\" n }'"
plot cells using (4 + $2):(1.6 + 1.6 * $1):(0.5):(0.6) with boxxyerror fillcolor rgb "#ebebeb" linewidth 0.8, \
     file using (4 + $2):(1.6 + 1.6 * $1):(0.5):(0.6) skip 1 with boxxyerror fillcolor rgb ORANGE linewidth 0.8
judges(f) = system(sprintf("awk -F'\t' 'NR > 1 && $1 == %d { s = s (s ? \", \" : \"\") $2 + 1 } END { print s }' '%s'", f, file))
alt = "Five rows of twenty cells. In each row four other readings are marked, those that judge, and all others are learned from; in the first row they are " . judges(0) . ", in the second " . judges(1) . "."
load "figures/alt.gp"
