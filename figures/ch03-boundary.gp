# Two measures of the tumours and the boundary at epochs 0, 10 and 100.
width = 12; height = 9.4
room_right = 3.1
load "figures/style.gp"
file = table("boundary"); points = table("boundary-points")
at(epoch, column) = real(system(sprintf("awk -F'\t' '$1 == %d { print $%d }' '%s'", epoch, column, file)))
edge(epoch, x) = -(at(epoch, 2) * x + at(epoch, 4)) / at(epoch, 3)
a0 = -at(0, 2) / at(0, 3); c0 = -at(0, 4) / at(0, 3)
a1 = -at(10, 2) / at(10, 3); c1 = -at(10, 4) / at(10, 3)
a2 = -at(100, 2) / at(100, 3); c2 = -at(100, 4) / at(100, 3)
clip(y) = y < 9 || y > 40 ? NaN : y
eval over("Mean texture"); set xlabel "Mean radius"
set xrange [6:29]; set xtics 5; eval heights(9, 40); set ytics 10
eval named_line(4, "Epoch 0", 38); eval named_line(2, "Epoch 10", 24); eval named_line(1, "Epoch 100", 12)
load "figures/names.gp"
set samples 400
plot points using ($3 == 0 ? $1 : NaN):2 skip 1 with points pointtype 6 pointsize 0.6 linewidth 1.2 linecolor rgb "#707070", \
     points using ($3 == 1 ? $1 : NaN):2 skip 1 with points pointtype 7 pointsize 0.55 linecolor rgb BLACK, \
     clip(a0 * x + c0) with lines linestyle 4, clip(a1 * x + c1) with lines linestyle 2, clip(a2 * x + c2) with lines linestyle 1
alt = sprintf("Tumours by mean radius and texture, malignant ones filled and mostly on the right. The boundary begins with the wrong slope, %.0f%% of the test tumours right; after 10 epochs it has turned, %.0f%%; after 100 it falls steeply between the two clouds, %.0f%%.", \
    100 * metric("boundary_accuracy_0"), 100 * metric("boundary_accuracy_10"), 100 * metric("boundary_accuracy_100"))
load "figures/alt.gp"
