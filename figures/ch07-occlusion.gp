# Over five digits, the probability of their class when the square around a pixel is covered.
width = 12; height = 8.2
load "figures/style.gp"
occlusion = table("occlusion")
# A digit is drawn as its outline, where the ink is half of full; contours want rows with a blank line between them.
digit(k) = sprintf("< awk -F'\t' '$1 == \"%d\" { if ($3 != row) print \"\"; row = $3; print $4, $3, $5 }' '%s'", k, occlusion)
set datafile separator whitespace
set contour base; set cntrparam levels discrete 128; unset surface
set table $outlines
do for [k=0:4] { splot digit(k) using ($1 + k % 3 * 34 + 2.5):($2 + k / 3 * 34 + 2.5):3 }
unset table; unset contour
eval canvas(101, 69)
eval scale_of_answers
set cbrange [0:100]
set label 1 "Probability of" at 71, 44 left;  set label 2 "the right digit (%)" at 71, 48 left
eval bar(72, 53, 25, "", "0 50 100")
plot for [k=0:4] only(occlusion, sprintf("%d", k)) using ($4 + k % 3 * 34 + 2.5):($3 + k / 3 * 34 + 2.5):(100 * $6) with image pixels, \
     $outlines using 1:2 with lines linewidth 4 linecolor rgb "white", \
     $outlines using 1:2 with lines linewidth 1.8 linecolor rgb BLACK
least(k) = system(sprintf("awk -F'\t' '$1 == %d { l = $2; if (m == \"\" || $6 < m) m = $6 } END { printf \"a %%d falls to %%.3f\", l, m }' '%s'", k, occlusion))
alt = sprintf("Five digits, each with a map over it: how sure the network is when a square of 7 by 7 pixels is covered. At the worst place %s, %s, %s, %s, %s. Of 100 digits, %.0f are lost to some square.", \
    least(0), least(1), least(2), least(3), least(4), 100 * metric("occlusion_fragile"))
load "figures/alt.gp"
