# What the filters of both layers answer to the first test digit.
width = 15; height = 12
load "figures/style.gp"
eval bare
eval scale_of_answers
maps = table("maps")
stats only(maps, "conv1") using 5 nooutput name "FIRST"
stats only(maps, "conv2") using 5 nooutput name "SECOND"
set cbrange [0:1]
set xrange [-2:252]; set yrange [200:-12]
set label 1 "first layer: 32 maps of 28 x 28" at 0,-6 left
set label 2 "second layer: 64 maps of 14 x 14" at 0,130.5 left
layer(name, side, across, gap) = sprintf("< awk -F'\t' 'NR == 1 || $1 == \"%s\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=%d -v across=%d -v gap=%d", name, maps, side, across, gap)
# The root of the answers, so that weak ones can be seen. Where all are 0, any range will do.
range(most) = most > 0 ? most : 1
plot layer("conv1", 28, 8, 3) using 1:2:(sqrt($3 / range(FIRST_max))) with image, \
     layer("conv2", 14, 16, 1) using 1:($2 + 137):(sqrt($3 / range(SECOND_max))) with image
alt = sprintf("The maps of both layers for one digit. Of the first layer's answers %.0f%% are above 0, of the second's %.0f%%; the largest are %.2f and %.2f.", \
    100 * metric("maps_alive_first"), 100 * metric("maps_alive_second"), FIRST_max, SECOND_max)
load "figures/alt.gp"
