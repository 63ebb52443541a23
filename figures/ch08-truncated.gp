# Windows of 64 and of 8 characters, with the state carried across and without.
width = 12; height = 7
load "figures/style.gp"
set xrange [-0.6:2.6]; set xtics scale 0; unset grid
set xtics ("64 characters,\ncarried" 0, "8 characters,\ncarried" 1, "8 characters,\nforgotten" 2)
if (is_svg) { set xtics offset 0, 0.2 }
room_bottom = 1.6; eval panel(1, 1, 1)
eval heights(0, 3); set ytics 1
eval over("Bits a character of unseen text")
set boxwidth 0.6
plot table("truncated") using (int($0)):3 skip 1 with boxes fillcolor rgb SKY, table("truncated") using (int($0)):3:(sprintf("%.2f", $3)) skip 1 with labels offset 0, 0.8
alt = sprintf("Bits a character after as many steps of as many characters: windows of 64 with a carried state %.2f, windows of 8 with a carried state %.2f, windows of 8 that begin empty %.2f.", \
    metric("truncated_long_carried"), metric("truncated_short_carried"), metric("truncated_short_forgotten"))
load "figures/alt.gp"
