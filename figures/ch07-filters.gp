# The 32 filters of the first layer before training, after it, and what training added.
width = 15; height = 4
load "figures/style.gp"
eval bare
eval scale_of_answers
filters = table("filters")
set cbrange [-1:1]
when(k) = word("before after learned", k)
# 8 x 4 filters of 5 x 5 weights; each part has its own range around 0, which is the middle grey.
array most[3]
do for [k=1:3] {
    stats only(filters, when(k)) using 5 nooutput
    most[k] = STATS_max > -STATS_min ? STATS_max : -STATS_min
}
set xrange [-1:158]; set yrange [23.5:-7]
set for [k=1:3] label k word("before after learned", k) at (k - 1) * 55 + 23.5, -4 center
part(k) = sprintf("< awk -F'\t' 'NR == 1 || $1 == \"%s\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=5 -v across=8 -v gap=1", when(k), filters)
plot for [k=1:3] part(k) using ($1 + (k - 1) * 55):2:($3 / most[k]) with image pixels
alt = sprintf("32 filters of 5 by 5 weights, before training, after it, and the difference. Neighbouring weights correlate by %+.2f before; before and after are alike by %.2f; in what was learned neighbours correlate by %+.2f. The largest weights are %.2f, %.2f and %.2f.", \
    metric("filters_smoothness_before"), metric("filters_likeness"), metric("filters_smoothness_learned"), most[1], most[2], most[3])
load "figures/alt.gp"
