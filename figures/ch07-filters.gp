# The 32 filters of the first layer, before training and after.
width = 15; height = 4.4
load "figures/style.gp"
eval bare
eval scale_of_answers
filters = table("filters")
stats only(filters, "after") using 5 nooutput name "AFTER"
stats only(filters, "before") using 5 nooutput name "BEFORE"
most = AFTER_max > -AFTER_min ? AFTER_max : -AFTER_min
first = BEFORE_max > -BEFORE_min ? BEFORE_max : -BEFORE_min
set cbrange [-1:1]
set xrange [-1:104]; set yrange [23.5:-4]
set label 1 "before training" at 23.5,-2.2 center
set label 2 "after training" at 78.5,-2.2 center
# 8 x 4 filters of 5 x 5 weights, 6 apart; each half has its own range around 0, which is the middle grey.
half(when) = sprintf("< awk -F'\t' 'NR == 1 || $1 == \"%s\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=5 -v across=8 -v gap=1", when, filters)
plot half("before") using 1:2:($3 / first) with image pixels, \
     half("after") using ($1 + 55):2:($3 / most) with image pixels
alt = sprintf("Two times 32 filters of 5 by 5 weights. Before training neighbouring weights correlate by %+.2f. After training by %+.2f; the largest weight was %.2f and is %.2f.", \
    metric("filter_smoothness_before"), metric("filter_smoothness_after"), first, most)
load "figures/alt.gp"
