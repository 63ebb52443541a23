# The loss of a network that learns, and beside it that of one with a mistake, for each of four mistakes.
width = 12; height = 9; room_left = 1.3; room_between = 0.6; room_below = 0.9
load "figures/style.gp"
curves = table("failures"); names = "bytes equal straight rate"
said(name) = name eq "bytes" ? "Pixels up to 255" : name eq "equal" ? "Weights all equal" : \
    name eq "straight" ? "Nothing bends" : "Learning rate 0.3"
stats curves using 2 skip 1 nooutput name "S"
steps = S_max; as_it_should = last(only(curves, "none"), 3)
set xrange [0:steps]; eval log_heights(0.02, 400)
set multiplot
do for [k=1:4] {
    name = word(names, k)
    eval panel(k, 2, 2)
    eval over(k % 2 ? "Loss" : "");  eval inside(said(name))
    set ytics ("0.1" 0.1, "1" 1, "ln 10" 2.3026, "10" 10, "100" 100)
    if (k % 2 == 0) { set ytics ("" 0.1, "" 1, "" 2.3026, "" 10, "" 100) }
    set xtics 0,2*10**floor(log10(steps/2.0)),steps format k > 2 ? "%g" : ""
    set xlabel k > 2 ? "Step (64 digits each)" : ""
    if (k == 1) { set label 1 "without the mistake" at 0.98*steps,0.35*as_it_should right }
    plot only(curves, "none") using 2:3 with lines linestyle 2, only(curves, name) using 2:3 with lines linestyle 1
}
unset multiplot
share(name) = percent(metric("failure_" . name))
alt = sprintf("The loss over %d steps of a network and of four with one mistake each. Test accuracy after them: %s as it should be, %s with pixels up to 255, %s with weights that begin equal, %s where nothing bends, %s with a learning rate of 0.3.", \
    steps, share("none"), share("bytes"), share("equal"), share("straight"), share("rate"))
load "figures/alt.gp"
