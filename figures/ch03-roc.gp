# The ROC curve of the line and of two single inputs.
width = 12; height = 8.6
room_right = 3.7
load "figures/style.gp"
file = table("roc")
eval over("Recall"); set xlabel "Share of the benign that are called malignant"
set xrange [0:1]; set xtics 0.25; eval heights(0, 1.02); set ytics 0.25
eval named_line(1, "The line", 1); eval named_line(2, "Best single\ninput", 0.85); eval named_line(3, "Worst single\ninput", 0.6)
load "figures/names.gp"
plot x with lines linestyle 9 linewidth 1.2 linecolor rgb "#909090", only(file, "worst") using 3:4 with lines linestyle 3, \
     only(file, "best") using 3:4 with lines linestyle 2, only(file, "line") using 3:4 with lines linestyle 1
alt = sprintf("Three curves from the lower left to the upper right corner. That of the line hugs the upper left corner, area %.4f; that of the best single input lies little below it, %.4f; that of the worst follows the diagonal, %.4f.", metric("roc_line"), metric("roc_best"), metric("roc_worst"))
load "figures/alt.gp"
