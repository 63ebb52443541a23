# What the filters of both layers answer to the first test digit.
width = 12; height = 11.7
load "figures/style.gp"
maps = table("maps")
stats maps using 5 skip 1 nooutput
eval canvas(252, 245)
eval scale_of_answers
set label 1 "First layer: 32 maps of 28 × 28" at 1, 7 left
set label 2 "Second layer: 64 maps of 14 × 14" at 1, 150 left
# The root of the answers, so that weak ones can be seen. Where all are 0, any range will do.
most = STATS_max > 0 ? STATS_max : 1
set cbrange [0:sqrt(most)]
eval root_bar(102, 231, 110, "Answer", sprintf("0 %.1f %.1f", most / 10, floor(10 * most) / 10.0))
layer(name, side, across, gap) = sprintf("< awk -F'\t' 'NR == 1 || $1 == \"%s\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=%d -v across=%d -v gap=%d", name, maps, side, across, gap)
plot layer("conv1", 28, 8, 3) using ($1 + 2.5):($2 + 15.5):(sqrt($3)) with image, \
     layer("conv2", 14, 16, 1) using (1.03 * $1 + 2.5):(1.03 * $2 + 157.5):(sqrt($3)) with image
alt = sprintf("The maps of both layers for one digit. Of the first layer's answers %.0f%% are above 0, of the second's %.0f%%; the largest of all is %.2f.", \
    100 * metric("maps_alive_first"), 100 * metric("maps_alive_second"), STATS_max)
load "figures/alt.gp"
