# A tile of the picture: how often its pixels are read by nine threads, and how often once it lies in shared memory.
width = 12; height = 7
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15.4, 8.98)
eval title_at("Picture", 3.9, 0.5);  eval title_at("Shared memory", 12.5, 0.5)
eval frame(1.4, 2, 3, 3)
eval arrow(7.7, 4.5, 9.6, 4.5)
total = int(system(sprintf("awk -F'\t' '$1 == \"tile\" && $2 == \"picture\" { s += $5 } END { print s }' '%s'", table("grids"))))
once = int(system(sprintf("awk -F'\t' '$1 == \"tile\" && $2 == \"shared\" { s += $5 } END { print s }' '%s'", table("grids"))))
eval title_at(sprintf("%d reads", total), 3.9, 8.5);  eval title_at(sprintf("%d reads, once each", once), 12.3, 8.5)
plot grid("tile", "picture", 0.4, 1) @CELLS, grid("tile", "picture", 0.4, 1) @SOME_NUMBERS, \
     grid("tile", "shared", 10, 2) @CELLS, grid("tile", "shared", 10, 2) @NUMBERS
alt = sprintf("Left, a picture of 7 by 7 pixels. Its middle 5 by 5 are a tile, and each has the number of threads that read it: %s in the corner, %s in the middle, %d reads together. A frame marks the 3 by 3 pixels of one thread. An arrow leads to shared memory on the right, where the 25 pixels stand once: %d reads.", \
    cell("tile", "picture", 1, 1), cell("tile", "picture", 3, 3), total, once)
load "figures/alt.gp"
