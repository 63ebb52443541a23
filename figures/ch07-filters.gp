# The filters of the first layer before training, after it, and what training added: eight large, all small.
width = 12; height = 11
load "figures/style.gp"
filters = table("filters")
stats filters using 5 skip 1 nooutput
most = STATS_max > -STATS_min ? STATS_max : -STATS_min
eval canvas(120, 110)
eval scale_of_answers
when(k) = word("before after learned", k);  said(k) = word("Before After Learned", k)
# Those that changed most, the most changed first.
moved = system(sprintf("awk -F'\t' '$1 == \"learned\" { s[$2] += $5 * $5 } END { for (f in s) print s[f], f }' '%s' | sort -rg | head -n 8 | cut -d ' ' -f 2", filters))
# One scale for all, the same on both sides of 0.
set cbrange [-most:most]
# Large: a filter's 5 x 5 weights, each 2.4 wide; small: each 1.
one(k, f) = sprintf("< awk -F'\t' '$1 == \"%s\" && $2 == %s' '%s'", when(k), f, filters)
all_of(k) = sprintf("< awk -F'\t' 'NR == 1 || $1 == \"%s\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=5 -v across=16 -v gap=1", when(k), filters)
do for [k=1:3] {
    set label k said(k) at 1, 14.5 * k - 3
    set label 10+k said(k) at 1, 46 + 15 * k
}
set label 20 "The eight that changed most" at 18.5, 3 left;  set label 21 "All 32" at 18.5, 51 left
said_most = floor(10 * most) / 10.0
eval bar(50, 103, 50, "Weight", sprintf("%.1f 0 %.1f", -said_most, said_most))
plot for [k=1:3] for [n=1:8] one(k, word(moved, n)) using (18.5 + 12.6 * (n - 1) + 2.4 * ($4 + 0.5)):(14.5 * (k - 1) + 6 + 2.4 * ($3 + 0.5)):5 with image pixels, \
     for [k=1:3] all_of(k) using (18.5 + 1.05 * ($1 + 0.5)):(39.5 + 15 * k + 1.05 * ($2 + 0.5)):3 with image pixels
alt = sprintf("32 filters of 5 by 5 weights, before training, after it, and the difference. Neighbouring weights correlate by %+.2f before; before and after are alike by %.2f; in what was learned neighbours correlate by %+.2f. The largest weight is %.2f.", \
    metric("filters_smoothness_before"), metric("filters_likeness"), metric("filters_smoothness_learned"), most)
load "figures/alt.gp"
