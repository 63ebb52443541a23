# The sigmoid squeezes the number line of the logit between 0 and 1; the three apples go through it.
width = 12; height = 7.6
load "figures/style.gp"
file = table("sigmoid"); apples = table("apples-three")
eval over("Probability p"); set xlabel "Logit z"
set xrange [-6:6]; set xtics 2; eval heights(0, 1.05); set ytics 0.25
plot file using 1:2 skip 1 with lines linestyle 1, \
     apples using 4:5 skip 1 with impulses linewidth 1 linecolor rgb "#808080", \
     apples using (-6):5:($4 + 6):(0) skip 1 with vectors nohead linewidth 1 linecolor rgb "#808080", \
     apples using 4:5 skip 1 with points pointtype 7 pointsize 1.1 linecolor rgb ORANGE, \
     apples using 4:5:(sprintf("z = %.1f, p = %.2f", $4, $5)) skip 1 with labels right offset -0.8, 0.6 font SMALL
alt = sprintf("A curve rises from 0 to 1, steepest at a logit of 0, where it is one half. Three apples stand on it: probabilities %.2f, %.2f and %.2f.", metric("apple_1_p"), metric("apple_2_p"), metric("apple_3_p"))
load "figures/alt.gp"
