# Settings found by descent and by chance: what the model says, and what is true of the plant.
width = 12; height = 9.6; room_right = 3.4; room_below = 1.5; room_left = 1.4
load "figures/style.gp"
file = table("pue")
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    way = k == 1 ? "inside" : "beyond"
    eval over(k == 1 ? "PUE, inside the log's range" : "PUE, beyond it")
    set xrange [0:60]; set xtics 20; eval heights(1.14, 1.24); set ytics 0.04; set xlabel k == 2 ? "Step" : ""
    eval named_line(1, "true", last(only(file, way), 4)); eval named_line(2, "the model", last(only(file, way), 3))
    load "figures/names.gp"
    plot only(file, way) using 2:4 with lines linestyle 1, only(file, way) using 2:3 with lines linestyle 2
}
unset multiplot
alt = sprintf("Mean PUE over the steps of a descent on the settings. Inside the range of the log the model's word falls to %.3f, the plant's truth to %.3f. Beyond it the model promises %.3f, while the plant has %.3f.", last(only(file, "inside"), 3), last(only(file, "inside"), 4), last(only(file, "beyond"), 3), last(only(file, "beyond"), 4))
load "figures/alt.gp"
