# Max pooling forward, and where it sends the gradient back.
width = 12; height = 11
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12.4, 11.37)
eval title_at("The largest of each square", 2.8, 0.5);  eval title_at("Goes on", 9.7, 1.5)
eval title_at("Reaches the winners alone", 2.8, 6.3);   eval title_at("The gradient that arrives", 9.4, 7.3)
eval arrow(5.2, 3, 8.2, 3);  eval arrow(8.2, 8.8, 5.2, 8.8)
do for [k=0:3] {
    eval frame(0.7 + 2 * (k % 2), 1 + 2 * (k / 2), 2, 2)
    eval frame(0.7 + 2 * (k % 2), 6.8 + 2 * (k / 2), 2, 2)
}
plot grid("pooling", "squares", 0.7, 1) @CELLS, grid("pooling", "squares", 0.7, 1) @NUMBERS, \
     grid("pooling", "largest", 8.7, 2) @CELLS, grid("pooling", "largest", 8.7, 2) @NUMBERS, \
     grid("pooling", "passed", 0.7, 6.8) @CELLS, grid("pooling", "passed", 0.7, 6.8) @NUMBERS, \
     grid("pooling", "arriving", 8.7, 7.8) @CELLS, grid("pooling", "arriving", 8.7, 7.8) @NUMBERS
numbers(name) = sprintf("%s, %s, %s and %s", cell("pooling", name, 0, 0), cell("pooling", name, 0, 1), cell("pooling", name, 1, 0), cell("pooling", name, 1, 1))
alt = "Above, a grid of 4 by 4 numbers in four squares; the largest of each, " . numbers("largest") . ", is marked, and an arrow leads to a grid of these four. Below, four gradients, " . numbers("arriving") . ", and an arrow back to a grid of 4 by 4 that holds them where the winners stood and zeros elsewhere."
load "figures/alt.gp"
