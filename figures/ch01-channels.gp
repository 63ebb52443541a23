# A picture in colour, and the three channels that it is made of, as numbers.
width = 12; height = 9.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 12)
file = table("pixels-channels")
left(k) = k % 2 ? 0.6 : 8.4
top(k) = k < 3 ? 1 : 7
name(k) = word("Picture Red Green Blue", k)
do for [k=1:4] { eval title_at(name(k), left(k) + 3, top(k) - 0.5) }
rgb_of(r, g, b) = int(r) * 65536 + int(g) * 256 + int(b)
grey(v) = int(255 - 0.45 * (255 - v)) * 65793
plot file using (left(1) + $2 + 0.5):(top(1) + $1 + 0.5):(0.5):(0.5):(rgb_of($3, $4, $5)) skip 1 with boxxyerror linecolor rgb variable linewidth 0.9, \
     for [k=2:4] file using (left(k) + $2 + 0.5):(top(k) + $1 + 0.5):(0.5):(0.5):(grey(column(k + 1))) skip 1 with boxxyerror linecolor rgb variable linewidth 0.9, \
     for [k=2:4] file using (left(k) + $2 + 0.5):(top(k) + $1 + 0.5):(sprintf("%d", column(k + 1))) skip 1 with labels font SMALL
at(r, c, k) = real(system(sprintf("awk -F'\t' '$1 == %d && $2 == %d { print $%d }' '%s'", r, c, k, file)))
alt = sprintf("A picture of 4 by 6 pixels: sky, a sun in its upper right corner, grass in the last row. Beside and below it three grids of numbers: a pixel of the sky is %.0f, %.0f, %.0f in red, green and blue, one of the sun %.0f, %.0f, %.0f.", \
    at(0, 0, 3), at(0, 0, 4), at(0, 0, 5), at(0, 5, 3), at(0, 5, 4), at(0, 5, 5))
load "figures/alt.gp"
