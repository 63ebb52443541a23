# Twenty splits: accuracy, recall and the area under the ROC curve, a point a split, the mean as a bar.
width = 12; height = 6.6
room_left = 3.4; room_top = 0.4
load "figures/style.gp"
file = table("splits")
array words[3] = ["Accuracy", "Recall", "Area (ROC)"]
array mean[3] = [metric("splits_accuracy"), metric("splits_recall"), metric("splits_area")]
array off[3] = [metric("splits_accuracy_error"), metric("splits_recall_error"), metric("splits_area_error")]
set xlabel "On held-out tumours"
set xrange [0.84:1.005]; set xtics 0.04; set yrange [3.6:0.4]; unset ytics; unset grid; set border 1
do for [k=1:3] { set label k words[k] at graph 0, first k right offset -0.8, 0 }
jitter(n) = 0.12 * (int(n) % 5 - 2)
plot for [k=1:3] file using (column(1 + k)):(k + jitter($1)) skip 1 with points pointtype 6 pointsize 0.8 linewidth 1.3 linecolor rgb BLUE, \
     mean using (mean[$1]):1:(off[$1]) with xerrorbars pointtype 5 pointsize 0.9 linewidth 2 linecolor rgb BLACK
alt = sprintf("Twenty points each. Accuracy %.3f plus or minus %.3f, recall %.3f plus or minus %.3f, area under the ROC curve %.4f plus or minus %.4f; recall is scattered most.", mean[1], off[1], mean[2], off[2], mean[3], off[3])
load "figures/alt.gp"
