# Ten probabilities for the digit of the first page.
width = 12; height = 6
load "figures/style.gp"
shares = table("puzzle-shares")
eval over("Probability"); set xlabel "Class"
set xrange [-0.6:9.6]; set xtics 1 scale 0; eval heights(0, 1); set ytics 0.25
set boxwidth 0.7
plot shares using 1:3 skip 1 with boxes fillcolor rgb SKY, \
     shares using 1:($3 >= 0.005 ? $3 : NaN):(sprintf("%.2f", $3)) skip 1 with labels offset 0, 0.7
first = system(sprintf("sort -t '\t' -k 3 -rg '%s' | head -n 2 | cut -f 1,3 | tr '\t\n' '  '", shares))
alt = sprintf("Ten bars, the probabilities of the classes 0 to 9. The two highest: %s with %s and %s with %s; the others share the rest.", word(first, 1), word(first, 2), word(first, 3), word(first, 4))
load "figures/alt.gp"
