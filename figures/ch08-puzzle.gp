# The puzzle: digits pass a slit one by one, and nobody may look back.
width = 12; height = 6.2
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15.4, 8)
array moment[4] = [0, 1, 2, 11]
row(k) = k < 4 ? 0.7 + 1.25 * k : 6.2
seen(k, from, to) = sprintf("< awk -F'\t' -v OFS='\t' 'NR > 1 && $4 == 0 && $1 >= %d && $1 <= %d { print 3.3 + $1, %g, $2 }' '%s'", from, to, row(k), table("parity"))
do for [k=1:4] {
    set label k sprintf("moment %d", moment[k] + 1) at 0.1, row(k) left
}
set label 10 "⋮" at 1.4, 5.3 center
set label 11 "odd or even?" at 8.8, 7.5 center
plot for [k=1:4] seen(k, 0, 11) using 1:2:(0.46):(0.5) with boxxyerror fillcolor rgb "#a8a8a8" linewidth 0.9, \
     for [k=1:4] seen(k, moment[k], moment[k]) using 1:2:(0.46):(0.5) with boxxyerror fillcolor rgb "#ffffff" linewidth 2, \
     for [k=1:4] seen(k, moment[k], moment[k]) using 1:2:(strcol(3)) with labels
digit(k) = system(sprintf("awk -F'\t' 'NR > 1 && $4 == 0 && $1 == %d { print $2 }' '%s'", k, table("parity")))
alt = sprintf("Twelve digits, of which one can be seen at a time: at moment 1 a %s, at moment 2 a %s, at moment 3 a %s, at moment 12 a %s; the others are covered. Was the number of ones odd or even?", digit(0), digit(1), digit(2), digit(11))
load "figures/alt.gp"
