# Both boxes in the plane of size and colour: the threshold on the size, and the line that the sum makes.
width = 12; height = 8; room_right = 3.5
load "figures/style.gp"
apples = table("threshold"); at = metric("line_at"); size = metric("threshold_at")
of(box, ripe) = sprintf("< awk -F'\t' '$1 == \"%s\" && $4 == %d' '%s'", box, ripe, apples)
eval over("Colour (0 green, 3 red)"); set xlabel "Size (cm)"
set xrange [0.5:3.5]; set xtics 0.5; eval heights(0, 3); set ytics 1
set arrow 1 from size, 0 to size, 3 nohead linestyle 3 linewidth 1.2
set label 2 sprintf("Size %.1f", size) at size, 2.85 right offset -0.5, 0
eval named_line(1, sprintf("Size + colour\n= %.1f", at), at - 3.5)
set label 3 "Ripe: filled" at graph 1, 2.8 left offset 1, 0 font SMALL
set label 4 "New box: triangles" at graph 1, 2.5 left offset 1, 0 font SMALL
load "figures/names.gp"
plot at - x with lines linestyle 1, \
     of("training", 1) using 2:3 with points pointtype 7 pointsize 1.2 linecolor rgb BLUE, of("training", 0) using 2:3 with points pointtype 6 pointsize 1.2 linecolor rgb BLACK, \
     of("new", 1) using 2:3 with points pointtype 9 pointsize 1.4 linecolor rgb ORANGE, of("new", 0) using 2:3 with points pointtype 8 pointsize 1.4 linecolor rgb BLACK
alt = sprintf("Apples of two boxes by size and colour. Right of the threshold %.1f lie %d unripe apples of the new box, which are large and green; the line size plus colour = %.1f has all %d apples on their side.", \
    size, metric("threshold_new_wrong"), at, metric("line_apples"))
load "figures/alt.gp"
