# The ten means: the average of all training digits of each class.
width = 12; height = 6.2
load "figures/style.gp"
eval canvas(150, 77.5)
eval ink
unset colorbox
left(k) = 3 + 29 * (k % 5); top(k) = 3 + 37 * (k / 5)
do for [k=0:9] {
    set object k + 1 rectangle from left(k), top(k) rto 28, 28 front fillstyle empty border rgb "#888888"
    set label k + 1 sprintf("%d", k) at left(k) + 14, top(k) + 31.5 center
}
plot for [k=0:9] only(table("digits-means"), sprintf("%d", k)) using ($3 + left(k) + 0.5):($2 + top(k) + 0.5):4 with image pixels
alt = sprintf("Ten blurred digits, each the average of thousands. The nearest of them is right for %s of the test digits, best for %ds with %.0f%%, worst for %ds with %.0f%%.", \
    percent(metric("digits_test")), metric("digits_best"), 100 * metric("digits_best_share"), metric("digits_worst"), 100 * metric("digits_worst_share"))
load "figures/alt.gp"
