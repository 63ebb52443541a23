# The title page: one digit, as the 32 filters of the first layer answer to it after training.
width = 15; height = 7.6
load "figures/style.gp"
eval bare
eval scale_of_answers
maps = table("maps")
stats only(maps, "conv1") using 5 nooutput name "FIRST"
set cbrange [0:1]
set xrange [-1:246]; set yrange [122:-1]
set margins 0,0,0,0
# The root of the answers, so that weak ones can be seen. Where all are 0, any range will do.
most = FIRST_max > 0 ? FIRST_max : 1
plot sprintf("< awk -F'\t' 'NR == 1 || $1 == \"conv1\"' '%s' | awk -f figures/montage.awk -v panel=2 -v row=3 -v column=4 -v value=5 -v side=28 -v across=8 -v gap=3", maps) \
    using 1:2:(sqrt($3 / most)) with image
alt = "A handwritten digit, 32 times: each picture shows where one filter of a trained network answers to it."
load "figures/alt.gp"
