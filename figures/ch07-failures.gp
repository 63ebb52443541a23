# The loss of a network that learns, and beside it that of one with a mistake, for each of four mistakes. Their names
# are the reader's to find: a letter stands for each.
width = 12; height = 9; room_left = 1.3; room_between = 0.6; room_below = 0.9
load "figures/style.gp"
curves = table("failures"); names = "bytes equal straight rate"
stats curves using 2 skip 1 nooutput name "S"
steps = S_max; as_it_should = last(only(curves, "none"), 3)
set xrange [0:steps]; eval log_heights(0.02, 400)
set multiplot
do for [k=1:4] {
    name = word(names, k)
    eval panel(k, 2, 2)
    eval over(k % 2 ? "Loss" : "");  eval inside(word("A B C D", k))
    set ytics ("0.1" 0.1, "ln 10" 2.3026, "10" 10, "100" 100)
    if (k % 2 == 0) { set ytics ("" 0.1, "" 2.3026, "" 10, "" 100) }
    set xtics 0,2*10**floor(log10(steps/2.0)),steps format k > 2 ? "%g" : ""
    set xlabel k > 2 ? "Step (64 digits each)" : ""
    if (k == 1) { set label 1 "without the mistake" at 0.98*steps,0.35*as_it_should right }
    plot only(curves, "none") using 2:3 with lines linestyle 2, only(curves, name) using 2:3 with lines linestyle 1
}
unset multiplot
curve(name) = sprintf("from %.1f, at most %.1f, then %s of the test digits right", \
    metric("failure_" . name . "_first_loss"), metric("failure_" . name . "_highest_loss"), percent(metric("failure_" . name)))
alt = sprintf("The loss over %d steps of a network and of four with one mistake each. Without a mistake %s. ", steps, curve("none")) . \
    sprintf("A: %s. B: %s. ", curve("bytes"), curve("equal")) . sprintf("C: %s. D: %s.", curve("straight"), curve("rate"))
load "figures/alt.gp"
