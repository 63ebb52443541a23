# Two arms of points that turn around each other.
width = 8; height = 7.4
load "figures/style.gp"
points = only(table("boundary-points"), "train")
eval over("x_{2}"); set xlabel "x_{1}"
set xrange [-6:6]; set xtics 3; eval heights(-6, 6); set ytics 3; unset grid
plot points using ($4 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb BLUE, \
     points using ($4 == 0 ? $2 : NaN):3 with points pointtype 6 pointsize 0.6 linewidth 1.3 linecolor rgb BLACK
alt = "Points of two classes, filled and open, each class along an arm of a spiral. The arms turn around each other nearly twice, so that every straight line crosses both many times."
load "figures/alt.gp"
