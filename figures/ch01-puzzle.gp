# The puzzle of the first page: a box of apples by size, and two of which nobody has said whether they are ripe.
width = 12; height = 4.4; room_left = 0.6; room_top = 0.4
load "figures/style.gp"
apples = table("threshold")
of(ripe) = sprintf("< awk -F'\t' '$1 == \"training\" && $4 == %d' '%s'", ripe, apples)
set xlabel "Size (cm)"
set xrange [0.7:3.4]; set xtics 0.5; set yrange [-0.8:1.2]; unset ytics; unset grid; set border 1
set label 1 "Not ripe: open" at 0.8, 0.95 left; set label 2 "Ripe: filled" at 3.3, 0.95 right
set label 3 "?" at 2.0, 0 center front font is_svg ? ",30" : ",17"
set label 4 "?" at 2.65, 0 center front font is_svg ? ",30" : ",17"
plot of(0) using 2:(0) with points pointtype 6 pointsize 2.2 linewidth 1.8 linecolor rgb BLACK, \
     of(1) using 2:(0) with points pointtype 7 pointsize 2.2 linecolor rgb BLUE
alt = "Eight apples on an axis of sizes: four unripe ones from 1.0 to 1.8 centimetres, four ripe ones from 2.2 to 3.0. Question marks stand at 2.0, between the two groups, and at 2.65, among the ripe ones."
load "figures/alt.gp"
