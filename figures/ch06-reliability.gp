# What was said of the likeliest class and how often it was right, by a network that has learned few digits by heart.
width = 12; height = 8.2; room_right = 3.9
load "figures/style.gp"
file = table("reliability")
eval over("Share that was right"); set xlabel "Probability that was said (mean of the box)"
set xrange [0.35:1]; set xtics 0.2; eval heights(0.35, 1.03); set ytics 0.2
eval named(1, "By heart", 0.6); eval named(2, sprintf("the same,\nT = %.2f", metric("reliability_heart_temperature")), 0.85)
load "figures/names.gp"
plot x with lines linestyle 9 linewidth 1.2 linecolor rgb "#909090", \
     only(file, "heart-scaled") using ($4 >= 10 ? $2 : NaN):3 with linespoints linestyle 2, only(file, "heart") using ($4 >= 10 ? $2 : NaN):3 with linespoints linestyle 1
alt = sprintf("Boxes of at least ten test digits by the probability that was said. A network that has learned few digits by heart lies below the diagonal: it is too sure, off by %.4f on average. With its logits divided by %.2f, found on other digits, it lies near the diagonal, off by %.4f.", \
    metric("reliability_heart_error"), metric("reliability_heart_temperature"), metric("reliability_heart_error_scaled"))
load "figures/alt.gp"
