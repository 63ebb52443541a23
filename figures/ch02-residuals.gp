# What was paid less what was said, for the houses that were held out.
width = 12; height = 7.2
load "figures/style.gp"
eval over("Held-out houses"); set xlabel "Paid less said (thousand dollars)"
set xrange [-650:650]; set xtics 200; eval heights(0, 700); set ytics 100; set yrange [0:*]
set boxwidth 0.95 relative; set style fill solid 1.0 border rgb BLUE
set arrow 1 from 0, graph 0 to 0, graph 1 nohead front linewidth 1 linecolor rgb BLACK dashtype (4,4)
plot table("errors-residuals") using ($1 / 1000):2 skip 1 with boxes linecolor rgb BLUE
alt = sprintf("How many held-out houses are missed by how much: a peak near 0, a little below it, and a long tail to the right, of houses that cost far more than the line said. The root of the mean square is %.0f dollars, the mean without signs %.0f.", metric("line_rmse"), metric("line_mae"))
load "figures/alt.gp"
