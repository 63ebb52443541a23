# The line while it learns: after 0, 1, 5 and 50 epochs, and where it would end.
width = 12; height = 7.8
room_right = 3.1
load "figures/style.gp"
file = table("houses-epochs")
at(epoch, column) = real(system(sprintf("awk -F'\t' '$1 == %d { print $%d }' '%s'", epoch, column, file)))
w = metric("best_w"); b = metric("best_b")
array epochs[4] = [0, 1, 5, 50]; array ew[4]; array eb[4]
do for [k=1:4] { ew[k] = at(epochs[k], 2); eb[k] = at(epochs[k], 3) }
eval over("Price (thousand dollars)"); set xlabel "Size (thousand square feet)"
set xrange [1.4:3.2]; set xtics 0.4; eval heights(-20, 600); set ytics 100
eval named_line(9, "Epoch 0", ew[1] * 3.2 + eb[1])
eval named_line(4, "Epoch 1", ew[2] * 3.2 + eb[2])
eval named_line(2, "Epoch 5", ew[3] * 3.2 + eb[3])
eval named_line(1, "Epoch 50", ew[4] * 3.2 + eb[4])
eval named_line(3, "Best", w * 3.2 + b)
load "figures/names.gp"
plot ew[1] * x + eb[1] with lines linestyle 9 linewidth 2 linecolor rgb "#a0a0a0", ew[2] * x + eb[2] with lines linestyle 4, \
     ew[3] * x + eb[3] with lines linestyle 2, ew[4] * x + eb[4] with lines linestyle 1, \
     w * x + b with lines linestyle 3, \
     table("houses") using 1:3 skip 1 with points pointtype 7 pointsize 1.1 linecolor rgb BLACK
alt = sprintf("Four houses and five lines. The line is flat at 0 before the first epoch; after 1, 5 and 50 epochs its squared error is %.0f, %.0f and %.0f, that of the best line %.0f.", \
    at(1, 4), at(5, 4), at(50, 4), metric("best_loss"))
load "figures/alt.gp"
