# XOR cured by another input: in the plane no line separates, on the axis of (x1 - x2)^2 one point does.
width = 12; height = 5.6; room_left = 0.9; room_between = 1.4
load "figures/style.gp"
pairs = table("gates-pairs")
set multiplot
eval panel(1, 2, 1)
eval over("x2"); set xlabel "x1"
set xrange [-0.4:1.4]; set xtics 1; eval heights(-0.4, 1.5); set ytics 1
plot only(pairs, "xor") using ($4 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 1.4 linecolor rgb BLACK, \
     only(pairs, "xor") using ($4 == 0 ? $2 : NaN):3 with points pointtype 6 pointsize 1.4 linewidth 1.8 linecolor rgb BLACK
eval panel(2, 2, 1)
unset ytics; unset grid; set border 1
set xlabel "(x1 − x2)²"; set xrange [-0.4:1.4]; eval heights(-0.4, 1.5)
set arrow 1 from 0.5, -0.4 to 0.5, 1.2 nohead linewidth 2 linecolor rgb BLUE
set label 1 "no" at 0.05, 1.05 center font SMALL
set label 2 "yes" at 1, 1.05 center font SMALL
plot only(pairs, "xor") using ($4 == 1 ? ($2 - $3) ** 2 : NaN):(0.15 + 0.3 * $2) with points pointtype 7 pointsize 1.4 linecolor rgb BLACK, \
     only(pairs, "xor") using ($4 == 0 ? ($2 - $3) ** 2 : NaN):(0.15 + 0.3 * $2) with points pointtype 6 pointsize 1.4 linewidth 1.8 linecolor rgb BLACK
unset multiplot
alt = "Left, the four points of XOR in a plane: the two that should be a yes lie on a diagonal. Right, the same four on the axis of x1 minus x2, squared: both that should be a no lie at 0, both others at 1, and a line at one half separates them."
load "figures/alt.gp"
