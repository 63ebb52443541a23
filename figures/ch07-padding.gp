# A frame of zeros: the window's first place begins outside.
width = 13; height = 7.2
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(13, 7.2)
eval title_at("picture in a frame of zeros", 3.5, 0.5);  eval title_at("answers", 10.5, 1.5)
eval arrow(6.9, 4, 8.1, 4)
eval frame(0.5, 1, 3, 3)
plot grid("padding", "picture", 0.5, 1) @CELLS, grid("padding", "picture", 0.5, 1) @NUMBERS, \
     grid("padding", "answers", 8.5, 2) @CELLS, grid("padding", "answers", 8.5, 2) @NUMBERS
alt = "A picture of 4 by 4 numbers with a frame of zeros around it; a window of 3 by 3 at the upper left corner covers five zeros of the frame and four pixels, and its sum, 7, is the first of 4 by 4 answers: the picture keeps its size."
load "figures/alt.gp"
