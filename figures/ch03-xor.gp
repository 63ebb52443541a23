# How many of the four answers are right after each update: AND and OR arrive, XOR goes round.
width = 12; height = 7
room_right = 2.5
load "figures/style.gp"
file = table("gates")
eval over("Right answers (of 4)"); set xlabel "Update"
set xrange [0:40]; set xtics 10; eval heights(0, 4.3); set ytics 1
eval named(1, "AND", 4); eval named(2, "OR", 3.4); eval named(3, "XOR", 2)
load "figures/names.gp"
plot only(file, "and") using 2:7 with linespoints linestyle 1, only(file, "or") using 2:7 with linespoints linestyle 2, \
     only(file, "xor") using 2:7 with linespoints linestyle 3
alt = sprintf("Right answers after each update. AND has four after %.0f updates, OR after %.0f. XOR goes round between one and two for all 40 that are shown, and for the %.0f of a hundred passes.", metric("and_updates"), metric("or_updates"), metric("xor_updates"))
load "figures/alt.gp"
