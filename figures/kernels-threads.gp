# Which thread has which answer: 3 by 4 pixels, two filters, blocks of eight threads.
width = 12; height = 5.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(10.4, 4.85)
eval title_at("Filter 0", 2.4, 0.45);  eval title_at("Filter 1", 8, 0.45)
eval title_at("block 0", 1.4, 4.4);  eval title_at("block 1", 5.2, 4.4);  eval title_at("block 2", 9, 4.4)
array tint[3] = ["plain", "weight", "both"]
do for [k = 0:2] {
    left = 0.15 + 3.8 * k - 0.1 * (k > 0)
    set object 10 + k rectangle from left, 4.2 to left + 0.4, 4.6 fillcolor rgb shade(tint[k+1]) fillstyle solid 1 border rgb "#505050"
}
plot grid("threads", "one", 0.4, 0.8) @CELLS, grid("threads", "one", 0.4, 0.8) @NUMBERS, \
     grid("threads", "two", 6, 0.8) @CELLS, grid("threads", "two", 6, 0.8) @NUMBERS
alt = sprintf("Two grids of 3 rows and 4 columns, the answers of two filters. Each row of pixels is a block of eight threads, shaded by block. Along a row filter 0 has threads %s, %s, %s, %s and filter 1 has threads %s, %s, %s, %s: neighbours among the threads have the two filters of one pixel.", \
    cell("threads", "one", 0, 0), cell("threads", "one", 0, 1), cell("threads", "one", 0, 2), cell("threads", "one", 0, 3), \
    cell("threads", "two", 0, 0), cell("threads", "two", 0, 1), cell("threads", "two", 0, 2), cell("threads", "two", 0, 3))
load "figures/alt.gp"
