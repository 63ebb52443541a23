# What batch normalisation forgives: four ways to begin, with it and without.
width = 12; height = 6.8; room_right = 3.2
load "figures/style.gp"
file = table("batch-norm")
eval over("Test digits read correctly (%)"); set xlabel "First weights"
set xrange [-0.6:3.6]; set xtics ("0.01" 0, "1" 1, "Xavier" 2, "He" 3) scale 0; eval heights(0, 110); set ytics 0,25,100
set boxwidth 0.34
set label 60 "with" at graph 1.12, graph 0.75 left; set label 61 "without" at graph 1.12, graph 0.35 left
set label 62 "" at graph 1.07, graph 0.75 point pointtype 5 pointsize 1.4 linecolor rgb SKY
set label 63 "" at graph 1.07, graph 0.35 point pointtype 5 pointsize 1.4 linecolor rgb PALE
plot file using ($0 - 0.19):(100 * $2) skip 1 with boxes fillcolor rgb PALE, file using ($0 + 0.19):(100 * $3) skip 1 with boxes fillcolor rgb SKY, \
     file using ($0 - 0.19):(100 * $2):(sprintf("%.0f", 100 * $2)) skip 1 with labels offset 0, 0.7 font SMALL, \
     file using ($0 + 0.19):(100 * $3):(sprintf("%.0f", 100 * $3)) skip 1 with labels offset 0, 0.7 font SMALL
one(start) = sprintf("%.0f%% and %.0f%%", 100 * metric("batch_norm_without_" . start), 100 * metric("batch_norm_with_" . start))
alt = "Test accuracy of eight layers after one short training, without batch normalisation and with it: from weights of deviation 0.01 " . one("small") . ", of 1 " . one("large") . ", Xavier's " . one("xavier") . ", He's " . one("he") . "."
load "figures/alt.gp"
