# k-means in steps, on bills alone: who belongs to which centre, and where the centres are.
width = 12; height = 8.6; room_between = 0.5; room_below = 0.6
load "figures/style.gp"
rounds = table("clusters-rounds"); centres = table("clusters-centres")
array round[4] = [0, 1, 2, 5]; array colour[3] = [BLUE, ORANGE, "#909090"]; array point[3] = [6, 8, 4]
group(k, g) = sprintf("< awk -F'\t' '$1 == %d && $4 == %d' '%s'", round[k], g, rounds)
unset grid
set multiplot
do for [k=1:4] {
    eval panel(k, 2, 2)
    set xrange [-2.4:3.2]; set xtics 2; eval heights(-2.4, 2.8); set ytics 2
    if (k > 2) { set xlabel "Bill length (deviations)"; set format x "%g" } else { set xlabel ""; set format x "" }
    if (k % 2 == 1) { set format y "%g" } else { set format y "" }
    if (k == 1) { eval over("Bill depth (deviations)") }
    set label 97 sprintf("Round %d", round[k] + 1) at graph 0.97, graph 0.06 right
    plot for [g=0:2] group(k, g) using 2:3 with points pointtype point[g + 1] pointsize 0.5 linecolor rgb colour[g + 1], \
         only(centres, sprintf("%d", round[k])) using 3:4 with points pointtype 3 pointsize 2 linewidth 2.5 linecolor rgb BLACK
}
unset multiplot
spread(k) = real(system(sprintf("awk -F'\t' '$1 == %d { print $5; exit }' '%s'", round[k], centres)))
alt = sprintf("Four panels of penguins by bill length and depth, in three groups with three centres. The mean squared distance is %.2f in the first round, %.2f in the second, %.2f in the third, %.2f in the sixth.", \
    spread(1), spread(2), spread(3), spread(4))
load "figures/alt.gp"
