# The puzzle of the first page: three apples, and a fourth of which nobody has said whether it is ripe.
width = 12; height = 7.2
load "figures/style.gp"
apples = table("apples-three")
eval over("Colour (how red)"); set xlabel "Size"
set xrange [0:10.5]; set xtics 2; eval heights(0, 3); set ytics 1
set label 1 "?" at 6, 2 center front font is_svg ? ",36" : ",20"
plot apples using 1:2:(0.3 + 0.05 * $1) skip 1 with circles fillstyle empty linewidth 1.6 linecolor rgb BLACK, \
     apples using ($3 == 1 ? $1 : NaN):2 skip 1 with points pointtype 7 pointsize 1.2 linecolor rgb BLUE, \
     apples using 1:($2 - 0.26 - 0.045 * $1):($3 == 1 ? "ripe" : "not ripe") skip 1 with labels font SMALL
alt = "Three apples in a plane of size and colour: size 3 and colour 2 is ripe, size 1 and colour 1 is not, nor is size 9 and colour 1. A question mark stands at size 6 and colour 2."
load "figures/alt.gp"
