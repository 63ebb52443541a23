# A frame of zeros: the window's first place begins outside.
width = 12; height = 7.2
load "figures/style.gp"
load "figures/schematic.gp"
places = 16
row = place / 4; column = place % 4
eval canvas(12, 7.2)
eval title_at("Picture in a frame of zeros", 3.3, 0.5);  eval title_at("Answers", 9.7, 1.5)
eval arrow(6.5, 4, 7.5, 4)
eval frame(0.3 + column, 1 + row, 3, 3)
sum_of = marked("padding", "answers", 7.7, 2, "answer", row, column, 1)
plot marked("padding", "picture", 0.3, 1, "window", row, column, 3) @CELLS, grid("padding", "picture", 0.3, 1) @NUMBERS, \
     sum_of @CELLS, sum_of @NUMBERS
alt = sprintf("A picture of 4 by 4 numbers with a frame of zeros around it; a window of 3 by 3 at place %d of 16, and the sum of its nine numbers, %s, marked among 4 by 4 answers: the picture keeps its size.", \
    place + 1, cell("padding", "answers", row, column))
if (place == 0) alt = sprintf("A picture of 4 by 4 numbers with a frame of zeros around it; a window of 3 by 3 at the upper left corner covers five zeros of the frame and four pixels, and its sum, %s, is the first of 4 by 4 answers: the picture keeps its size.", cell("padding", "answers", 0, 0))
load "figures/alt.gp"
