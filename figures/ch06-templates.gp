# The weights of softmax regression, as a picture for each class.
width = 12; height = 6.3
load "figures/style.gp"
file = table("templates")
stats file using 4 skip 1 nooutput
most = STATS_max > -STATS_min ? STATS_max : -STATS_min
eval canvas(180, 94.5)
eval scale_of_answers
set cbrange [-root(most):root(most)]
do for [k=0:9] { set label k+1 sprintf("%d", k) at 20 + 35 * (k % 5), 34 + 35 * (k / 5) center font SMALL }
eval root_bar(60, 83, 80, "Weight", sprintf("%.1f 0 %.1f", -floor(10 * most) / 10.0, floor(10 * most) / 10.0))
plot montage(file, 1, 2, 3, 4, 28, 5, 7) using ($1 + 6):($2 + 2):(root($3)) with image pixels
alt = sprintf("Ten pictures, the weights of one class each, on one scale from −%.1f to %.1f. That of the 0 is bright in a ring and dark in the middle; the others show the strokes of their digit less clearly. %s of the test digits are read by them.", most, most, percent(metric("regression_accuracy")))
load "figures/alt.gp"
