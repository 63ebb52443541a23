# What the line says and how often it is so, in ten boxes; and the same with logits twenty times as large.
width = 12; height = 8.2
room_right = 3.6
load "figures/style.gp"
file = table("calibration")
eval over("Share that are malignant"); set xlabel "Probability that was said (mean of the box)"
set xrange [0:1]; set xtics 0.25; eval heights(0, 1.03); set ytics 0.25
eval named(1, "The line", 0.95); eval named(2, "20 times\nas sure", 0.7)
load "figures/names.gp"
plot x with lines linestyle 9 linewidth 1.2 linecolor rgb "#909090", only(file, "sure") using ($4 >= 20 ? $2 : NaN):3 with points linestyle 2, \
     only(file, "line") using 2:3 with linespoints linestyle 1
alt = sprintf("Ten boxes by what was said. The line lies below the diagonal at low probabilities and above it at high ones: it is less sure than it might be, off by %.3f on average. With logits 20 times as large nearly all answers are at the ends.", metric("calibration_error"))
load "figures/alt.gp"
