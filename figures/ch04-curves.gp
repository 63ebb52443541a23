# The loss of few digits, epoch by epoch: of those that are learned and of others, without a cure and with dropout.
width = 12; height = 7.2
room_right = 3.3; room_between = 0.6; room_top = 1.2
load "figures/style.gp"
file = table("techniques-curves")
keys = "nothing dropout"
set multiplot
do for [k=1:2] {
    eval panel(k, 2, 1)
    set xrange [0:40]; set xtics 20; eval heights(0, 1); set ytics 0.25; set xlabel "Epoch"
    if (k == 1) { eval over("Loss (nats)") } else { set format y "" }
    set label 98 (k == 1 ? "nothing" : "dropout") at graph 1, graph 1 right offset 0, character 1
    if (k == 2) { eval named_line(2, "Validation", last(only(file, "dropout"), 4)); eval named_line(1, "Training", last(only(file, "dropout"), 3)); load "figures/names.gp" }
    plot only(file, word(keys, k)) using 2:3 with lines linestyle 1, only(file, word(keys, k)) using 2:4 with lines linestyle 2
}
unset multiplot
alt = sprintf("The loss over 40 epochs. Without a cure the training loss ends at %.3f and the validation loss at %.2f, above its least value; with dropout at %.3f and %.2f.", \
    last(only(file, "nothing"), 3), last(only(file, "nothing"), 4), last(only(file, "dropout"), 3), last(only(file, "dropout"), 4))
load "figures/alt.gp"
