# The area under the ROC curve from the age alone, with the ad's id as a number, and one-hot.
width = 12; height = 5
room_left = 4; room_right = 1.6; room_top = 0.3
load "figures/style.gp"
file = table("clicks")
set xlabel "Area under the ROC curve (simulated visits)"
set xrange [0:1]; set xtics 0.25; set yrange [3.6:0.4]; unset ytics; unset grid; set border 1
array words[3] = ["Age", "Age, id as a number", "Age, id one-hot"]
array value[3] = [metric("clicks_age_area"), metric("clicks_number_area"), metric("clicks_one_hot_area")]
do for [k=1:3] {
    set label k words[k] at graph 0, first k right offset -0.8, 0 font SMALL
    set label 10 + k sprintf("%.3f", value[k]) at value[k], k left offset 0.6, 0
}
plot file using ($2 / 2):($0 + 1):($2 / 2):(0.34) skip 1 with boxxyerror fillcolor rgb BLUE linewidth 0.6
alt = sprintf("Three bars: %.3f from the age alone, %.3f with the ad's id as a number, %.3f with one input for each ad.", value[1], value[2], value[3])
load "figures/alt.gp"
