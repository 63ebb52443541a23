# Where a window of 3 by 3 has its middle, with a stride of 1 and of 2.
width = 12; height = 6.6
load "figures/style.gp"
load "figures/schematic.gp"
places = 9
# The window with the longer stride is soon at its last place.
second = place < 4 ? place : 3
row1 = place / 3; column1 = place % 3; row2 = second / 2 * 2; column2 = second % 2 * 2
eval canvas(12, 6.6)
eval title_at("Stride 1: nine places", 2.9, 0.5);  eval title_at("Stride 2: four places", 9.1, 0.5)
eval frame(0.4 + column1, 1 + row1, 3, 3);  eval frame(6.6 + column2, 1 + row2, 3, 3)
one = marked("stride", "one", 0.4, 1, "window", row1, column1, 3)
two = marked("stride", "two", 6.6, 1, "window", row2, column2, 3)
plot one @CELLS, one @SOME_NUMBERS, two @CELLS, two @SOME_NUMBERS
alt = sprintf("Two grids of 5 by 5 pixels, each with a window of 3 by 3, at places %d and %d. With a stride of 1 the window's middle stands on nine pixels, side by side; with a stride of 2 on four, every second one in every second row.", \
    place + 1, second + 1)
if (place == 0) alt = "Two grids of 5 by 5 pixels, each with a window of 3 by 3 in its upper left corner. With a stride of 1 the window's middle stands on nine pixels, side by side; with a stride of 2 on four, every second one in every second row."
load "figures/alt.gp"
