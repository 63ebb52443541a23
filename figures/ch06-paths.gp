# Eight optimizers in the turned valley, each at its best rate: the first sixty steps.
width = 12; height = 14.5; room_between = 0.4; room_below = 0.75; room_left = 0.9; room_bottom = 1.2; room_right = 0.3
load "figures/style.gp"
file = table("race-valley"); race = table("race")
rules = "sgd momentum nesterov adagrad adadelta rmsprop adam adamw"
steps_of(rule) = int(system(sprintf("awk -F'\t' '$1 == \"%s\" { print $3 }' '%s'", rule, race)))
said(rule) = steps_of(rule) >= 400 ? rule . ", over 400" : sprintf("%s, %d", rule, steps_of(rule))
set xrange [-4.6:2.4]; eval heights(-4.2, 2); set ytics 2; set samples 300; unset grid
steep = 100.0; half = sqrt(0.5)
array level[3] = [1, 4, 10]
along(c, t) = sqrt(2 * level[c]) * cos(t); across(c, t) = sqrt(2 * level[c] / steep) * sin(t)
set multiplot
do for [k=1:8] {
    eval panel(k, 2, 4)
    eval over(said(word(rules, k)))
    set xtics 2 format (k > 6 ? "%g" : ""); set ytics format (k % 2 ? "%g" : "")
    set xlabel (k > 6 ? "a" : "")
    plot for [c=1:3] "+" using (half * (along(c, $0 * 2 * pi / 299) - across(c, $0 * 2 * pi / 299))):(half * (along(c, $0 * 2 * pi / 299) + across(c, $0 * 2 * pi / 299))) with lines linewidth 0.9 linecolor rgb "#909090", \
         only(file, word(rules, k)) using 3:4 with linespoints linestyle 1 pointsize 0.3 linewidth 1.2, \
         "+" using (0):(0) with points pointtype 2 pointsize 1.1 linewidth 2 linecolor rgb BLACK
}
unset multiplot
alt = "Eight paths through a valley that lies slantwise, with the steps until each stays at the bottom: "
do for [k=1:8] { alt = alt . said(word(rules, k)) . (k < 8 ? "; " : ".") }
load "figures/alt.gp"
