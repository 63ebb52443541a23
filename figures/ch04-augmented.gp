# One training digit as it is, and seven times moved, turned and stretched.
width = 12; height = 6.8
load "figures/style.gp"
file = table("changes-pixels")
eval canvas(128, 72.5)
eval ink
set label 1 "as it was written" at 14, 34 center front font SMALL
plot montage(file, 1, 2, 3, 4, 28, 4, 5) using 1:2:3 with image pixels
alt = "Eight pictures of the same handwritten digit: the first is as it was written, in the others it is moved by up to a pixel or two, turned a little, and slightly larger or smaller."
load "figures/alt.gp"
