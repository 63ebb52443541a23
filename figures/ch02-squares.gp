# The squared error drawn: each house's error as the side of a square, in the scale of the price.
width = 12; height = 8.4
load "figures/style.gp"
houses = table("houses")
eval over("Price (thousand dollars)"); set xlabel "Size (thousand square feet)"
set xrange [1.4:3.3]; set xtics 0.4; eval heights(250, 600); set ytics 100
# A square has sides of equal length on the page.
stretch = (1.9 / area_wide) / (350.0 / area_high)
set style fill transparent solid 0.35 border rgb "#505050"
set label 1 "guess: 150 · size + 50" at 2.62, 430 left font SMALL
plot houses using ($1 + stretch * abs($5) / 2):(($3 + $4) / 2):(stretch * abs($5) / 2):(abs($5) / 2) skip 1 with boxxyerror fillcolor rgb SKY linewidth 0.9, \
     [1.4:3.2] 150 * x + 50 with lines linestyle 2 dashtype 1, \
     houses using 1:3 skip 1 with points pointtype 7 pointsize 1.2 linecolor rgb BLUE, \
     houses using ($1 + stretch * abs($5) / 2):(($3 + $4) / 2):(sprintf("%.0f²", abs($5))) skip 1 with labels font SMALL
alt = sprintf("Four houses and the line of a guess. At each house a square reaches from the price to the line; the errors are %s thousand dollars, and the mean of the squares is %.1f.", \
    system("awk -F'\t' 'NR > 1 { printf \"%s%s\", sep, $5; sep = \", \" }' '" . houses . "'"), metric("guess_loss"))
load "figures/alt.gp"
