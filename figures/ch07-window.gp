# A kernel on its places: four products, one answer.
width = 12; height = 4.8
load "figures/style.gp"
load "figures/schematic.gp"
places = 2
eval canvas(9.6, 3.84)
eval title_at("Picture", 1.9, 0.4);  eval title_at("Kernel", 5.6, 0.4);  eval title_at("Answers", 8.3, 0.4)
eval title_at("×", 4, 1.8);  eval arrow(6.75, 1.8, 7.15, 1.8)
term(row, column) = cell("window", "kernel", row, column) . "·" . cell("window", "picture", row, place + column)
answer = cell("window", "answers", 0, place)
products = term(0, 0) . plus(term(0, 1)) . plus(term(1, 0)) . plus(term(1, 1)) . " = " . answer
eval title_at(products, 4.8, 3.4)
eval frame(0.4 + place, 0.8, 2, 2)
plot marked("window", "picture", 0.4, 0.8, "window", 0, place, 2) @CELLS, grid("window", "picture", 0.4, 0.8) @NUMBERS, \
     grid("window", "kernel", 4.6, 0.8) @CELLS, grid("window", "kernel", 4.6, 0.8) @NUMBERS, \
     marked("window", "answers", 7.3, 1.3, "answer", 0, place, 1) @CELLS, marked("window", "answers", 7.3, 1.3, "answer", 0, place, 1) @NUMBERS
alt = sprintf("A grid of 2 by 3 numbers, 1 0 2 and 3 1 0, four of them in a frame, at place %d of 2; a kernel of 2 by 2, 1 −1 and 0 2; the sum of four products, %s; an arrow to two answers, 3 and %s.", \
    place + 1, products, place == 0 ? "a question mark" : answer)
load "figures/alt.gp"
