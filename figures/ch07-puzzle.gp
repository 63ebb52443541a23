# The puzzle of the first page: one digit in two places, and what two networks read.
width = 13; height = 6.6
load "figures/style.gp"
eval bare
eval ink
set xrange [-8:72]; set yrange [40:-4]
where = "still moved"
left(k) = k == 1 ? 0 : 36
reads(who, k) = sprintf("%s: %d (%.0f%%)", who eq "cnn" ? "this week's" : "dense", metric("puzzle_" . who . "_" . word(where, k)), \
    100 * metric("puzzle_" . who . "_" . word(where, k) . "_sure"))
set label 1 "as it stands" at 13.5, -2 center;  set label 2 "four pixels further left" at 49.5, -2 center
do for [k=1:2] {
    set object k rectangle from left(k) - 0.5, -0.5 to left(k) + 27.5, 27.5 front fillstyle empty border rgb "#888888"
    set label 10 + k reads("dense", k) at left(k) + 13.5, 31 center
    set label 20 + k reads("cnn", k) at left(k) + 13.5, 35.5 center
}
plot for [k=1:2] only(table("puzzle"), word(where, k)) using ($3 + left(k)):2:4 with image
alt = sprintf("A handwritten %d, and the same four pixels further left. The dense network reads %d as it stands and %d when it is moved; this week's network reads %d both times.", \
    metric("puzzle_label"), metric("puzzle_dense_still"), metric("puzzle_dense_moved"), metric("puzzle_cnn_moved"))
load "figures/alt.gp"
