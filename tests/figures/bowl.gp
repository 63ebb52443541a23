# A ball in a bowl, the tangent under it, and where two steps land.
width = 12; height = 7.5; room_right = 3
load "figures/style.gp"
load "figures/schematic.gp"
descent = table("descent")
entry(step, column) = real(system(sprintf("awk -F'\t' '$1 == %d { print $%d }' '%s'", step, column, descent)))
eval over("Loss"); set xlabel "Weight"
set xrange [-1.6:1.6]; eval heights(0, 2.5); set ytics 1
eval ball(entry(0, 2), entry(0, 3));  eval tangent(entry(0, 2), entry(0, 3), entry(0, 4), 0.4)
do for [k=0:1] { eval arrow(entry(k, 2), entry(k, 3), entry(k + 1, 2), entry(k + 1, 3)) }
eval named_line(1, "w²", 2.5)
eval named_line(2, "Flat", 2.4)
load "figures/names.gp"
plot x**2 with lines linestyle 1, 2.4 with lines linestyle 2
alt = sprintf("The ball begins at %.1f and lands at %.2f.", entry(0, 2), entry(1, 2))
load "figures/alt.gp"
