# A mean that learns: the mean picture of a digit after 1, 2, 10 and 100 pictures of it.
width = 12; height = 3.9
load "figures/style.gp"
eval canvas(124, 40.3)
eval ink
unset colorbox
array seen[4] = [1, 2, 10, 100]
left(k) = 3 + 30 * (k - 1)
do for [k=1:4] {
    set object k rectangle from left(k), 3 rto 28, 28 front fillstyle empty border rgb "#888888"
    set label k sprintf("%d picture%s", seen[k], k == 1 ? "" : "s") at left(k) + 14, 35.5 center font SMALL
}
plot for [k=1:4] only(table("digits-steps"), sprintf("%d", seen[k])) using ($3 + left(k) + 0.5):($2 + 3.5):4 with image pixels
alt = "The mean picture of the threes, four times. After one picture it is that picture, after two a double one, after ten it is blurred, after a hundred it is a soft three with no hand of its own."
load "figures/alt.gp"
