# Eight optimizers at their best rates: the loss at the end on digits, and the steps through a turned valley.
width = 12; height = 8.4; room_left = 2.3; room_between = 1.2
load "figures/style.gp"
file = table("race")
most = real(system(sprintf("awk -F'\t' 'NR > 1 && $5 > m { m = $5 } END { print m }' '%s'", file)))
set yrange [7.6:-0.6]; unset grid; set style fill solid 1
set multiplot
eval panel(1, 2, 1)
eval over("Loss on digits"); set xrange [0:most * 1.45]; set xtics 0,0.1; set ytics scale 0
plot file using ($5 / 2):0:($5 / 2):(0.32):yticlabels(1) skip 1 with boxxyerror fillcolor rgb SKY, \
     file using 5:0:(sprintf("%.3f", $5)) skip 1 with labels left offset 0.5, 0 font SMALL
eval panel(2, 2, 1)
eval over("Steps, turned valley"); set xrange [0:620]; set xtics 0,200; set ytics ("" 0)
plot file using ($3 / 2.0):0:($3 / 2.0):(0.32) skip 1 with boxxyerror fillcolor rgb PALE, \
     file using 3:0:($3 >= 400 ? "over 400" : sprintf("%d", $3)) skip 1 with labels left offset 0.5, 0 font SMALL
unset multiplot
line(k) = system(sprintf("awk -F'\t' 'NR == %d { printf \"%%s %%.3f and %%s steps\", $1, $5, $3 }' '%s'", k + 1, file))
alt = "Eight optimizers, each at the best of its rates: the training loss on digits and the steps through a turned valley. "
do for [k=1:8] { alt = alt . line(k) . (k < 8 ? ", " : ".") }
load "figures/alt.gp"
