# The Q-values of the grid world: for each place four numbers, one a move, and the best move as an arrow; learned, and computed.
width = 12; height = 13.4
load "figures/style.gp"
eval canvas(60, 67)
set style fill solid 1.0 border rgb "#505050"
unset colorbox
file = table("grid")
side = 11.4
left(j) = 1.5 + side * j
top(k, i) = 4 + 33 * (k - 1) + 9 * i
who(k) = word("computed learned", k)
set label 1 "Computed by value iteration" at 1.5, 2 left
set label 2 "Learned by trying, first seed" at 1.5, 35 left
shade(cell) = cell eq "#" ? 0x909090 : cell eq "G" ? 0x9fc3db : cell eq "P" ? 0xf5bf4f : 0xffffff
said(cell) = cell eq "G" ? "Goal" : cell eq "P" ? "Pit" : ""
open(k) = sprintf("< awk -F'\t' '$1 == \"%s\" && $4 == \".\"' '%s'", who(k), file)
dx(a) = a == 1 ? 1.6 : a == 3 ? -1.6 : 0
dy(a) = a == 0 ? -1.6 : a == 2 ? 1.6 : 0
two(v) = minus(sprintf("%.2f", v))
plot for [k=1:2] only(file, who(k)) using (left($3) + side / 2):(top(k, $2) + 4.5):(side / 2):(4.5):(shade(strcol(4))) with boxxyerror linecolor rgb variable linewidth 0.9, \
     for [k=1:2] only(file, who(k)) using (left($3) + side / 2):(top(k, $2) + 4.5):(said(strcol(4))) with labels, \
     for [k=1:2] open(k) using (left($3) + side / 2 - dx($9) / 2):(top(k, $2) + 4.5 - dy($9) / 2):(dx($9)):(dy($9)) with vectors filled size 0.8, 25 linewidth 2 linecolor rgb BLUE, \
     for [k=1:2] open(k) using (left($3) + side / 2):(top(k, $2) + 1.4):(two($5)) with labels font SMALL, \
     for [k=1:2] open(k) using (left($3) + side - 0.4):(top(k, $2) + 4.5):(two($6)) with labels right font SMALL, \
     for [k=1:2] open(k) using (left($3) + side / 2):(top(k, $2) + 7.7):(two($7)) with labels font SMALL, \
     for [k=1:2] open(k) using (left($3) + 0.4):(top(k, $2) + 4.5):(two($8)) with labels left font SMALL
alt = sprintf("A grid of 3 by 5 places with two walls, a goal and a pit, drawn twice: four values in each place, the best move an arrow. The arrows are the same in both; the values differ by at most %.2f. After %d episodes all arrows are right for %d of %d seeds.", \
    metric("grid_apart"), metric("grid_episodes"), metric("grid_seeds_right"), metric("grid_seeds"))
load "figures/alt.gp"
