# Residuals of the training rows against the bell of the same deviation.
width = 12; height = 7.2
room_right = 2.8
load "figures/style.gp"
file = table("likelihood")
eval over("Share of the houses"); set xlabel "Paid less said (thousand dollars)"
set xrange [-870:870]; set xtics 400; eval heights(0, 0.07); set ytics 0.02
eval named_line(1, "Houses", 0.06); eval named_line(2, "A bell", 0.04)
load "figures/names.gp"
plot file using ($1 / 1000):2 skip 1 with steps linestyle 1, file using ($1 / 1000):3 skip 1 with lines linestyle 2
alt = sprintf("The residuals are more pointed than a bell of the same deviation and have longer tails: %.1f%% are beyond three deviations, of a bell %.2f%%.", 100 * metric("likelihood_beyond3"), 100 * metric("likelihood_bell3"))
load "figures/alt.gp"
