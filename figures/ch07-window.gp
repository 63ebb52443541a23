# A kernel on its first place: four products, one answer.
width = 14; height = 3.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(14, 3.4)
eval title_at("picture", 2, 0.5);  eval title_at("kernel", 6, 0.5);  eval title_at("answers", 12.6, 0.5)
eval title_at("×", 4.25, 2);       eval arrow(7.4, 2, 11.1, 2)
eval title_at("1·1 − 1·0 + 0·3 + 2·1", 9.25, 1.5)
eval frame(0.5, 1, 2, 2)
plot grid("window", "picture", 0.5, 1) @CELLS, grid("window", "picture", 0.5, 1) @NUMBERS, \
     grid("window", "kernel", 5, 1) @CELLS, grid("window", "kernel", 5, 1) @NUMBERS, \
     grid("window", "answers", 11.6, 1.5) @CELLS, grid("window", "answers", 11.6, 1.5) @NUMBERS
alt = "A grid of 2 by 3 numbers, 1 0 2 and 3 1 0, its left four in a frame; a kernel of 2 by 2, 1 −1 and 0 2; an arrow to two answers, 3 and a question mark."
load "figures/alt.gp"
