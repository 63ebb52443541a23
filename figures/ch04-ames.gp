# Twenty splits of the sales of Ames: four ways, a circle a split, the mean with its standard error.
width = 12; height = 7.6
room_left = 3.6; room_top = 0.4
load "figures/style.gp"
file = table("ames")
array words[4] = ["Plain", "L2 (ridge)", "L1 (lasso)", "Elastic net"]
array keys[4] = ["plain", "ridge", "lasso", "elastic"]
set xlabel "Error of the logarithm of the price, held out"
set xrange [0.1:0.32]; set xtics 0.05; set yrange [4.6:0.4]; unset ytics; unset grid; set border 1
do for [k=1:4] { set label k words[k] at graph 0, first k right offset -0.8, 0 }
jitter(n) = 0.12 * (int(n) % 5 - 2)
plot for [k=1:4] file using (column(1 + k)):(k + jitter($1)) skip 1 with points pointtype 6 pointsize 0.8 linewidth 1.3 linecolor rgb BLUE, \
     for [k=1:4] "+" every ::0::0 using (metric("ames_" . keys[k])):(k):(metric("ames_" . keys[k] . "_error")) with xerrorbars pointtype 5 pointsize 0.9 linewidth 2 linecolor rgb BLACK
alt = sprintf("Errors on held-out sales in twenty splits. Plain least squares %.3f plus or minus %.3f, with wide scatter; L2 %.3f plus or minus %.3f; L1 %.3f plus or minus %.3f; elastic net %.3f plus or minus %.3f.", \
    metric("ames_plain"), metric("ames_plain_error"), metric("ames_ridge"), metric("ames_ridge_error"), metric("ames_lasso"), metric("ames_lasso_error"), metric("ames_elastic"), metric("ames_elastic_error"))
load "figures/alt.gp"
