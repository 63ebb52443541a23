# Where a window of 3 by 3 has its middle, with a stride of 1 and of 2.
width = 13; height = 6.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(13, 6.6)
eval title_at("stride 1: nine places", 3, 0.5);  eval title_at("stride 2: four places", 10, 0.5)
eval frame(0.5, 1, 3, 3);  eval frame(7.5, 1, 3, 3)
plot grid("stride", "one", 0.5, 1) @CELLS, grid("stride", "one", 0.5, 1) @SOME_NUMBERS, \
     grid("stride", "two", 7.5, 1) @CELLS, grid("stride", "two", 7.5, 1) @SOME_NUMBERS
alt = "Two grids of 5 by 5 pixels, each with a window of 3 by 3 in its upper left corner. With a stride of 1 the window's middle stands on nine pixels, side by side; with a stride of 2 on four, every second one in every second row."
load "figures/alt.gp"
