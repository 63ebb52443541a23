# What the eight units of the network that counts hold behind each digit.
width = 12; height = 8.8
load "figures/style.gp"
eval canvas(14.9, 10.9)
eval scale_of_answers
set cbrange [-1:1]
eval bar(6.2, 10.3, 6, "State of a unit", "-1 0 1")
of(column, y) = sprintf("< awk -F'\t' -v OFS='\t' 'NR > 1 && $4 == 0 { print 3.1 + $1, %g, $%d }' '%s'", y, column, table("parity"))
set label 1 "digit" at 2.4, 0.6 right
set label 2 "ones so far" at 2.4, 1.6 right
do for [k=0:7] { set label 10 + k sprintf("unit %d", k + 1) at 2.4, 2.75 + 0.9 * k right font SMALL }
plot of(2, 0.6) using 1:2:(strcol(3)) with labels, \
     of(3, 1.6) using 1:2:(strcol(3) eq "1" ? "odd" : "even") with labels font SMALL, \
     table("parity") using (3.1 + $1):(2.75 + 0.9 * $4):(3.1 + $1 - 0.48):(3.1 + $1 + 0.48):(2.75 + 0.9 * $4 - 0.42):(2.75 + 0.9 * $4 + 0.42):5 skip 1 with boxxyerror fillcolor palette
alt = sprintf("Twelve digits, below each whether the ones so far are odd or even, and below that the states of eight units between −1 and 1, which change when a 1 is read. On sequences of 12 digits %s of the answers are right, on sequences of 1,000 digits %s.", percent(metric("parity_short")), percent(metric("parity_long")))
load "figures/alt.gp"
