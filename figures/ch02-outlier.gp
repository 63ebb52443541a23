# Mean price by bedrooms, and the one house that says 33.
width = 12; height = 7.4
load "figures/style.gp"
file = table("outlier")
eval over("Mean price (million dollars)"); set xlabel "Bedrooms"
set xrange [0:34]; set xtics 5; eval heights(0, 4.5); set ytics 1
set label 1 "one house" at 33, metric("outlier_paid") / 1e6 right offset -0.8, 1
set label 2 "line with it" at 22, 2.45 left font SMALL; set label 3 "without" at 19, 3.1 right font SMALL
array w[2] = [metric("outlier_w_with"), metric("outlier_w_without")]
array b[2] = [metric("outlier_b_with"), metric("outlier_b_without")]
plot file using 1:($3 / 1e6):(0.5 + log10($2) / 3) skip 1 with points pointtype 7 pointsize variable linecolor rgb SKY, \
     (b[1] + w[1] * x) / 1e6 with lines linestyle 1, \
     (b[2] + w[2] * x) / 1e6 with lines linestyle 2
alt = sprintf("Mean price for each number of bedrooms; at 33 stands one house for %.0f dollars, far below both lines, of which the one fitted with it is a little flatter: %.0f dollars a bedroom instead of %.0f.", \
    metric("outlier_paid"), metric("outlier_w_with"), metric("outlier_w_without"))
load "figures/alt.gp"
