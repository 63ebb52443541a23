# How the answers of tanh layers are spread: three ways to begin, three layers.
width = 12; height = 9.4; room_between = 0.4; room_below = 0.5; room_left = 2.6; room_top = 1; room_bottom = 1.3
load "figures/style.gp"
file = table("initial-histogram")
array begun[3] = ["small", "xavier", "large"]
array said[3] = ["0.01", "Xavier", "1"]
array depth[3] = [1, 4, 8]
bins(s, l) = sprintf("< awk -F'\t' '$1 == \"%s\" && $2 == %d { print $3 \"\t\" $4 }' '%s'", s, l, file)
set xrange [-1:1]; eval heights(0, 1); unset grid; unset ytics; set border 1
set boxwidth 2 / 21.0
set multiplot
do for [k=1:9] {
    eval panel(k, 3, 3)
    r = (k - 1) / 3 + 1; c = (k - 1) % 3 + 1
    if (r == 1) { set label 98 sprintf("Layer %d", depth[c]) at graph 0.5, graph 1 center offset 0, character 0.8 }
    if (c == 1) { set label 97 said[r] at graph 0, graph 0.5 right offset character -1, 0 }
    set xtics ("−1" -1, "0" 0, "1" 1); if (r < 3) { set xtics ("" -1, "" 0, "" 1) }
    set xlabel (r == 3 && c == 2 ? "Answer of a unit" : "")
    plot bins(begun[r], depth[c]) using 1:2 with boxes fillcolor rgb SKY
}
unset multiplot
share(s, l, bin) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" && $2 == %d && ++n == %d { print $4 }' '%s'", s, l, bin, file)))
alt = sprintf("Nine histograms of the answers of tanh units. With a deviation of 0.01 %.0f%% of the eighth layer's answers are in the middle bin; with 1 %.0f%% are in the two outermost ones; with Xavier's they are spread over the whole range in all layers.", \
    100 * share("small", 8, 11), 100 * (share("large", 8, 1) + share("large", 8, 21)))
load "figures/alt.gp"
