# Five digits, and under each the probability of its class when the square around a pixel is covered.
width = 15; height = 5.8
load "figures/style.gp"
eval bare
occlusion = table("occlusion")
set xrange [-2:162]; set yrange [64:-2]
set colorbox vertical user origin 0.9,0.1 size 0.02,0.36
set cbtics 0.5 scale 0; set label 1 "probability" at screen 0.86,0.53
eval scale_of_answers
set cbrange [0:1]
set rmargin 10
grey(v) = 255 - v
plot for [k=0:4] only(occlusion, sprintf("%d", k)) \
        using ($4 + k * 33):3:(grey($5)):(grey($5)):(grey($5)) with rgbimage pixels, \
     for [k=0:4] only(occlusion, sprintf("%d", k)) using ($4 + k * 33):($3 + 33):6 with image pixels
least(k) = system(sprintf("awk -F'\t' '$1 == %d { l = $2; if (m == \"\" || $6 < m) m = $6 } END { printf \"a %%d falls to %%.3f\", l, m }' '%s'", k, occlusion))
alt = sprintf("Five digits with a map under each: how sure the network is when a square of 7 by 7 pixels is covered. At the worst place %s, %s, %s, %s, %s. Of 100 digits, %.0f are lost to some square.", \
    least(0), least(1), least(2), least(3), least(4), 100 * metric("occlusion_fragile"))
load "figures/alt.gp"
