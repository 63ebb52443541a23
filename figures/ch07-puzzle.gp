# The puzzle of the first page: one digit in two places, and what two networks read.
width = 12; height = 7.4
load "figures/style.gp"
eval canvas(72, 44.4)
eval ink
where = "still moved"
left(k) = k == 1 ? 5 : 39
reads(who, k) = sprintf("%s: %d (%.0f%%)", who eq "cnn" ? "This week's" : "Dense", metric("puzzle_" . who . "_" . word(where, k)), \
    100 * metric("puzzle_" . who . "_" . word(where, k) . "_sure"))
set label 1 "As it stands" at left(1) + 14, 2.2 center;  set label 2 "Four pixels further left" at left(2) + 14, 2.2 center
do for [k=1:2] {
    set object k rectangle from left(k), 4.5 rto 28, 28 front fillstyle empty border rgb "#888888"
    set label 10 + k reads("dense", k) at left(k) + 14, 36 center
    set label 20 + k reads("cnn", k) at left(k) + 14, 40.5 center
}
plot for [k=1:2] only(table("puzzle"), word(where, k)) using ($3 + left(k) + 0.5):($2 + 5):4 with image pixels
alt = sprintf("A handwritten %d, and the same four pixels further left. The dense network reads %d as it stands and %d when it is moved; this week's network reads %d both times.", \
    metric("puzzle_label"), metric("puzzle_dense_still"), metric("puzzle_dense_moved"), metric("puzzle_cnn_moved"))
load "figures/alt.gp"
