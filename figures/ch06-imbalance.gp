# A rare digit: how many are found, and of those called so, how many are.
width = 12; height = 7; room_right = 3.3
load "figures/style.gp"
file = table("imbalance")
eval over("Share of the eights (%)"); set xlabel ""
set xrange [-0.6:3.6]; set xtics ("rare" 0, "lifted" 1, "repeated" 2, "all eights" 3) scale 0; eval heights(0, 112); set ytics 0,25,100
set boxwidth 0.34
set label 60 "recall" at graph 1.12, graph 0.75 left; set label 61 "precision" at graph 1.12, graph 0.35 left
set label 62 "" at graph 1.07, graph 0.75 point pointtype 5 pointsize 1.4 linecolor rgb SKY
set label 63 "" at graph 1.07, graph 0.35 point pointtype 5 pointsize 1.4 linecolor rgb PALE
plot file using ($0 - 0.19):(100 * $2) skip 1 with boxes fillcolor rgb SKY, file using ($0 + 0.19):(100 * $3) skip 1 with boxes fillcolor rgb PALE, \
     file using ($0 - 0.19):(100 * $2):(sprintf("%.0f", 100 * $2)) skip 1 with labels offset 0, 0.7 font SMALL, \
     file using ($0 + 0.19):(100 * $3):(sprintf("%.0f", 100 * $3)) skip 1 with labels offset 0, 0.7 font SMALL
one(how) = sprintf("%.0f%% and %.0f%%", 100 * metric("imbalance_" . how . "_recall"), 100 * metric("imbalance_" . how . "_precision"))
alt = "Recall and precision of the digit 8: trained with few of them " . one("rare") . ", with their logit lifted " . one("lifted") . ", with their rows repeated " . one("repeated") . ", with all of them " . one("full") . "."
load "figures/alt.gp"
