# One digit in memory, five views of it.
width = 12; height = 3.3
load "figures/style.gp"
eval canvas(155, 42.6)
eval ink
unset colorbox
array view[5] = ["as it lies", "transposed", "mirrored", "every second", "one row"]
left(k) = 3 + 30.5 * (k - 1)
do for [k=1:5] {
    set object k rectangle from left(k), 3 rto 28, 28 front fillstyle empty border rgb "#888888"
    set label k view[k] at left(k) + 14, 36 center font SMALL
}
plot for [k=1:5] only(table("strides"), view[k]) using ($3 + left(k) + 0.5):($2 + 3.5):4 with image pixels
alt = "One handwritten digit, five times: as it lies in memory, mirrored about its diagonal, mirrored left to right, every second pixel of every second row at half the size, and its middle row repeated from top to bottom as vertical stripes."
load "figures/alt.gp"
