# Six kernels made by hand, each with its answers everywhere on the first test digit.
width = 12; height = 9.6
load "figures/style.gp"
eval canvas(105, 84)
eval scale_of_answers
said = "Identity Blur Sharpen Vertical-edge Horizontal-edge Outline"
name(k) = system("echo " . word(said, k + 1) . " | tr IBSVHO ibsvho")
title(k) = system("echo " . word(said, k + 1) . " | tr - ' '")
left(k) = 2 + 37 * (k % 3);  top(k) = 6 + 36 * (k / 3)
set for [k=0:5] label k+1 title(k) at left(k) + 13.5, top(k) - 3 center
largest(k) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { v = $4 < 0 ? -$4 : $4; if (v > m) m = v } END { print m }' '%s'", name(k), table("kernels"))))
array most[6]; all = 0
do for [k=0:5] { most[k+1] = largest(k); all = most[k+1] > all ? most[k+1] : all }
# One scale for all, the same on both sides of 0, so that the grey in the middle is 0.
set cbrange [root(-all):root(all)]
eval root_bar(40, 79, 48, "Answer", "-4 -1 0 1 4")
plot for [k=0:5] only(table("kernels"), name(k)) using ($3 + left(k)):($2 + top(k)):(root($4)) with image
alt = sprintf("Six pictures of one digit, light where a kernel answers above 0 and dark where below. The largest answers, whatever their sign: blur %.2f, sharpen %.2f, vertical edges %.2f, horizontal edges %.2f, outline %.2f.", \
    most[2], most[3], most[4], most[5], most[6])
load "figures/alt.gp"
