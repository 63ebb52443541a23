# Eight numbers are added in three rounds.
width = 12; height = 9.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 9.4)
node_radius = 0.42
eval title_at("half = 4", 4.1, 0.5);  eval title_at("half = 2", 7.1, 0.5);  eval title_at("half = 1", 10.1, 0.5)
do for [k = 0:7] { eval text_at(sprintf("part[%d]", k), 0.2, 1.4 + 1.02 * k) }
do for [k = 0:2] { set arrow 20 + k from 3.35 + 3 * k, 0.9 to 3.35 + 3 * k, 9.2 nohead linewidth 1.6 linecolor rgb ORANGE dashtype (12, 5) }
plot edges("tree", 2.5, 1.4, 3, 1.02) @EDGES, nodes("tree", 2.5, 1.4, 3, 1.02) @NODES, nodes("tree", 2.5, 1.4, 3, 1.02) @VALUES
at(layer, k) = system(sprintf("awk -F'\t' '$1 == \"tree\" && $3 == %d && $4 == %d { print $5 }' '%s'", layer, k, table("nodes")))
alt = sprintf("Eight numbers stand below each other, %s %s %s %s %s %s %s %s. In the first round the upper four each add the one four places below and become %s %s %s %s; in the second two become %s and %s; in the third one becomes %s. Before each round a dashed line stands for the barrier.", \
    at(0,0), at(0,1), at(0,2), at(0,3), at(0,4), at(0,5), at(0,6), at(0,7), at(1,0), at(1,1), at(1,2), at(1,3), at(2,0), at(2,1), at(3,0))
load "figures/alt.gp"
