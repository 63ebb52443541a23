# Begun on the wrong side and sure of it: cross-entropy turns round, squared error hardly moves at first.
width = 12; height = 7
room_right = 4
load "figures/style.gp"
file = table("squares")
eval over("Test tumours right (%)"); set xlabel "Step"
set xrange [0:200]; set xtics 50; eval heights(0, 102); set ytics 25
eval named_line(1, "Cross-entropy", 100 * last(file, 2)); eval named_line(2, "Squared error", 100 * last(file, 3))
load "figures/names.gp"
plot file using 1:(100 * $2) skip 1 with lines linestyle 1, file using 1:(100 * $3) skip 1 with lines linestyle 2
alt = sprintf("Accuracy over 200 steps from a line that begins with %.0f%% right. By cross-entropy it ends at %.0f%%, by squared error at %.0f%%.", 100 * metric("squares_begin"), 100 * metric("squares_cross"), 100 * metric("squares_squared"))
load "figures/alt.gp"
