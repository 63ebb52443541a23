# The same logits at three temperatures.
width = 12; height = 6; room_between = 0.5
load "figures/style.gp"
file = table("softmax-temperature")
set multiplot
do for [k=1:3] {
    eval panel(k, 3, 1)
    eval over(k == 1 ? "Share" : ""); eval inside("T = " . word("0.5 1 5", k))
    set xrange [-0.6:2.6]; set xtics ("2" 0, "1" 1, "−1" 2) scale 0; eval heights(0, 1.15); set ytics 0,0.5,1 format k == 1 ? "%g" : ""
    set xlabel k == 2 ? "Logit" : ""
    set boxwidth 0.7
    one(c) = sprintf("< awk -F'\t' 'NR == %d { print %d \"\t\" $%d }' '%s'", k + 1, c, c + 2, file)
    plot for [c=0:2] one(c) using 1:2 with boxes fillcolor rgb SKY, for [c=0:2] one(c) using 1:2:(sprintf("%.2f", $2)) with labels offset 0, 0.7 font SMALL
}
unset multiplot
at(t, c) = real(system(sprintf("awk -F'\t' 'NR == %d { print $%d }' '%s'", t + 1, c + 2, file)))
alt = sprintf("The shares of the logits 2, 1 and −1 at three temperatures. At 0.5 the first has %.2f, at 1 it has %.2f, at 5 only %.2f, and the three are nearly equal. Their order never changes.", at(1, 0), at(2, 0), at(3, 0))
load "figures/alt.gp"
