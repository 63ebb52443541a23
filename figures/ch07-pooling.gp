# Max pooling forward, and where it sends the gradient back.
width = 13; height = 11.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(13, 11.4)
eval title_at("the largest of each square", 2.5, 0.5);  eval title_at("goes on", 9.5, 1.5)
eval title_at("reaches the winners alone", 2.5, 6.3);   eval title_at("the gradient that arrives", 9.5, 7.3)
eval arrow(5, 3, 8, 3);  eval arrow(8, 8.8, 5, 8.8)
do for [k=0:3] {
    eval frame(0.5 + 2 * (k % 2), 1 + 2 * (k / 2), 2, 2)
    eval frame(0.5 + 2 * (k % 2), 6.8 + 2 * (k / 2), 2, 2)
}
plot grid("pooling", "squares", 0.5, 1) @CELLS, grid("pooling", "squares", 0.5, 1) @NUMBERS, \
     grid("pooling", "largest", 8.5, 2) @CELLS, grid("pooling", "largest", 8.5, 2) @NUMBERS, \
     grid("pooling", "passed", 0.5, 6.8) @CELLS, grid("pooling", "passed", 0.5, 6.8) @NUMBERS, \
     grid("pooling", "arriving", 8.5, 7.8) @CELLS, grid("pooling", "arriving", 8.5, 7.8) @NUMBERS
alt = "Above, a grid of 4 by 4 numbers in four squares; the largest of each, 5, 3, 7 and 6, is marked, and an arrow leads to a grid of these four. Below, four gradients, 2, −1, 1 and 3, and an arrow back to a grid of 4 by 4 that holds them where the winners stood and zeros elsewhere."
load "figures/alt.gp"
