# What each pull believes of a weight beforehand.
width = 12; height = 6.6
room_right = 3.3
load "figures/style.gp"
file = table("corners-priors")
eval over("Density"); set xlabel "Weight"
set xrange [-4:4]; set xtics 1; eval heights(0, 0.8); set ytics 0.2
eval named_line(2, "L1: Laplace", 0.3); eval named_line(1, "L2: normal", 0.1)
load "figures/names.gp"
plot file using 1:2 skip 1 with lines linestyle 1, file using 1:3 skip 1 with lines linestyle 2
top(column) = real(system(sprintf("awk -F'\t' 'NR > 1 && $%d > m { m = $%d } END { print m }' '%s'", column, column, file)))
alt = sprintf("Two densities of deviation 1 over the weight. The normal one is round at 0 and reaches %.2f; the one of Laplace has a peak at 0 of %.2f and heavier tails.", top(2), top(3))
load "figures/alt.gp"
