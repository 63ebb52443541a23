# A unit with the numbers of a nerve cell: three dendrites, a threshold that became a bias, an axon.
width = 12; height = 7.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 7.6)
node_radius = 0.6
eval title_at("dendrites", 2, 0.4); eval title_at("cell body", 6.4, 0.4); eval title_at("axon", 10.4, 0.4)
eval text_at("threshold 3,", 7.2, 6.2); eval text_at("as the bias −3", 7.2, 6.8)
plot edges("cell", 2, 1.5, 4.4, 1.75) @EDGES, edges("cell", 2, 1.5, 4.4, 1.75) @WEIGHTS, \
     nodes("cell", 2, 1.5, 4.4, 1.75) @NODES, nodes("cell", 2, 1.5, 4.4, 1.75) @VALUES
sum = real(system(sprintf("awk -F'\t' '$1 == \"cell\" && $2 == \"sum\" { print $5 }' '%s'", table("nodes"))))
alt = sprintf("Three inputs, 1, 0 and 1, reach a sum with the weights 2, −1 and 1.5; a fourth input that is always 1 has the weight −3, the threshold. The sum is %.1f, above 0, so the answer is 1.", sum)
load "figures/alt.gp"
