# Three channels, two filters with weights for each of them, two maps.
width = 16.5; height = 11
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(16.5, 11)
colours = "red green blue"
top(c) = 1 + 3.35 * c;  left(c) = 5 + 2.5 * c;  row(f) = f == 1 ? 2.5 : 7
eval title_at("three channels", 2, 0.5)
do for [c=0:2] { eval frame(0.5, top(c), 2, 2); eval text_at(word(colours, c + 1), 3.65, top(c) + 1) }
do for [f=1:2] {
    eval title_at(sprintf("filter %d: weights for", f), left(1) + 1, row(f) - 1.1)
    do for [c=0:2] { eval title_at(word(colours, c + 1), left(c) + 1, row(f) - 0.4) }
    eval arrow(12.2, row(f) + 1, 13.7, row(f) + 1);  eval title_at(sprintf("map %d", f), 15, row(f) - 0.4)
}
channel(c) = grid("channels", word(colours, c + 1), 0.5, top(c))
filter(f, c) = grid("channels", sprintf("filter%d-%s", f, word(colours, c + 1)), left(c), row(f))
map(f) = grid("channels", sprintf("map%d", f), 14, row(f))
plot for [c=0:2] channel(c) @CELLS, for [c=0:2] channel(c) @NUMBERS, \
     for [c=0:2] filter(1, c) @CELLS, for [c=0:2] filter(1, c) @NUMBERS, \
     for [c=0:2] filter(2, c) @CELLS, for [c=0:2] filter(2, c) @NUMBERS, \
     for [f=1:2] map(f) @CELLS, for [f=1:2] map(f) @NUMBERS
alt = "Three grids of 3 by 3, the channels of one picture, the same window of 2 by 2 framed in each; two filters, each of three grids of 2 by 2 weights, one grid a channel; an arrow from each filter to a map of 2 by 2 answers, one number for all three channels."
load "figures/alt.gp"
