# One training digit as it is, and seven times moved, turned and stretched.
width = 12; height = 6.6
load "figures/style.gp"
file = table("changes-pixels")
eval canvas(124, 66)
eval ink
set label 1 "the digit" at 15, 32 center font SMALL
plot montage(file, 1, 2, 3, 4, 28, 4, 4) using 1:2:3 with image pixels
alt = "Eight pictures of the same handwritten digit: the first is as it was written, in the others it is moved by up to a pixel or two, turned a little, and slightly larger or smaller."
load "figures/alt.gp"
