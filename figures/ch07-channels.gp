# Three channels, two filters with weights for each of them, two maps.
width = 12; height = 8.4
load "figures/style.gp"
load "figures/schematic.gp"
places = 4
row = place / 2; column = place % 2
eval canvas(15.6, 10.92)
colour(c) = word("red green blue", c + 1)
left(c) = 2.2 + 3.3 * c;  top(f) = 2.2 + 3.1 * f
do for [c=0:2] {
    eval title_at(word("Red Green Blue", c + 1), left(c) + 1.5, 0.5);  eval frame(left(c) + column, 1 + row, 2, 2)
}
eval text_at("Picture", 0.2, 2.5);  eval title_at("Bias", 12.1, top(1) - 0.5)
do for [f=1:2] {
    eval text_at(sprintf("Filter %d", f), 0.2, top(f) + 1)
    do for [c=0:1] { eval title_at("+", left(c) + 3.15, top(f) + 1) }
    eval title_at("+ " . cell("channels", "bias", 0, f - 1), 12.1, top(f) + 1);  eval title_at("=", 12.9, top(f) + 1)
    eval title_at(sprintf("Map %d", f), 14.35, top(f) - 0.5)
}
channel(c) = marked("channels", colour(c), left(c), 1, "window", row, column, 2)
filter(f, c) = grid("channels", sprintf("filter%d-%s", f, colour(c)), left(c) + 0.5, top(f))
map(f) = marked("channels", sprintf("map%d", f), 13.35, top(f), "answer", row, column, 1)
plot for [c=0:2] channel(c) @CELLS, for [c=0:2] channel(c) @NUMBERS, \
     for [c=0:2] filter(1, c) @CELLS, for [c=0:2] filter(1, c) @NUMBERS, \
     for [c=0:2] filter(2, c) @CELLS, for [c=0:2] filter(2, c) @NUMBERS, \
     for [f=1:2] map(f) @CELLS, for [f=1:2] map(f) @NUMBERS
answer(f) = cell("channels", sprintf("map%d", f), row, column)
alt = sprintf("Three grids of 3 by 3, the channels of one picture, the same window of 2 by 2 framed in each, at place %d of 4; below each channel the weights that two filters have for it, 2 by 2; the sums over all channels and the biases, %s and %s, marked in two maps of 2 by 2 answers, one number for all three channels.", \
    place + 1, answer(1), answer(2))
load "figures/alt.gp"
