# The puzzle of the first page: four houses, and a fifth whose price nobody has said.
width = 12; height = 7.2
load "figures/style.gp"
houses = table("houses")
eval over("Price (thousand dollars)"); set xlabel "Size (thousand square feet)"
set xrange [1.2:3.4]; set xtics 0.4; eval heights(250, 600); set ytics 100
set arrow 1 from 1.8, 250 to 1.8, 600 nohead linewidth 1.2 linecolor rgb "#606060" dashtype (4,4)
set label 1 "?" at 1.8, 560 center offset 1.2, 0 font is_svg ? ",36" : ",20"
said(price, rooms) = sprintf("%.0f, %.0f bedrooms", price, rooms)
plot houses using 1:3 skip 1 with points pointtype 7 pointsize 1.3 linecolor rgb BLUE, \
     houses using 1:($3 == 369 || $3 == 330 ? NaN : $3):(said($3, $2)) skip 1 with labels center offset 0, 1 font SMALL, \
     houses using ($1 + 0.15):($3 == 330 ? $3 : NaN):(said($3, $2)) skip 1 with labels right offset 0, 1 font SMALL, \
     houses using 1:($3 == 369 ? $3 : NaN):(said($3, $2)) skip 1 with labels center offset 0, -1 font SMALL
alt = "Four points, size against price: 1.6 thousand square feet for 330 thousand dollars, 2.104 for 400, 2.4 for 369, 3.0 for 540. A dashed line and a question mark stand at 1.8."
load "figures/alt.gp"
