# Six kernels made by hand, each with its answers everywhere on the first test digit.
width = 15; height = 10.5
load "figures/style.gp"
eval bare
eval scale_of_answers
set xrange [-2:98]; set yrange [69:-6]
name(k) = word("identity blur sharpen vertical-edge horizontal-edge outline", k + 1)
title(k) = system("echo '" . name(k) . "' | tr - ' '")
set for [k=0:5] label k+1 title(k) at (k%3)*34 + 13.5, (k/3)*36 - 2.5 center
# Each kernel has its own range, the same on both sides of 0, so that a grey in the middle is always 0.
largest(k) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { v = $4 < 0 ? -$4 : $4; if (v > m) m = v } END { print m }' '%s'", name(k), table("kernels"))))
array most[6]
do for [k=0:5] { most[k+1] = largest(k) }
set cbrange [-1:1]
plot for [k=0:5] only(table("kernels"), name(k)) \
    using ($3 + (k % 3) * 34):($2 + (k / 3) * 36):($4 / most[k+1]) with image
alt = sprintf("Six pictures of one digit, light where a kernel answers above 0 and dark where below. The largest answers, whatever their sign: blur %.2f, sharpen %.2f, vertical edges %.2f, horizontal edges %.2f, outline %.2f.", \
    most[2], most[3], most[4], most[5], most[6])
load "figures/alt.gp"
