# 800 held-out sales, price against size, and the best line of the size alone.
width = 12; height = 8
load "figures/style.gp"
eval over("Price (million dollars)"); set xlabel "Size (square feet)"
set xrange [0:7000]; set xtics 1000; eval heights(0, 3); set ytics 0.5
w = metric("size_w"); b = metric("size_b")
plot table("errors-sizes") using 1:($2 / 1e6) skip 1 with points pointtype 7 pointsize 0.25 linecolor rgb SKY, \
     [200:7000] (w * x + b) / 1e6 with lines linestyle 2 dashtype 1 linewidth 2.5
alt = sprintf("Price against size of 800 held-out houses, a fan that opens to the right, and a line through it: %.0f dollars a square foot, less %.0f.", metric("size_w"), -metric("size_b"))
load "figures/alt.gp"
