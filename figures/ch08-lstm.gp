# One step of an LSTM cell with numbers: what is kept, what is added, what is shown.
width = 12; height = 8.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(15, 10.75)
n(name, form) = minus(sprintf(form, metric(name)))
box(k, x, y, w, role) = sprintf("set object %d rectangle center %g, %g size %g, 1.15 fillcolor rgb %d fillstyle solid 1 border rgb '#505050'", k, x, y, w, shade(role))
eval box(1, 1.4, 1.6, 2.2, "frame"); set label 1 "c = 1" at 1.4, 1.6 center front
eval box(2, 5.2, 1.6, 2.6, "window"); set label 2 "kept " . n("step_kept", "%.2f") at 5.2, 1.6 center front
eval box(3, 9.4, 1.6, 2.8, "window"); set label 3 "c = " . n("step_c", "%.2f") at 9.4, 1.6 center front
eval box(4, 13.4, 1.6, 2.8, "answer"); set label 4 "h = " . n("step_h", "%.2f") at 13.4, 1.6 center front
eval box(5, 9.4, 4.3, 3.0, "window"); set label 5 "added " . n("step_added", "%.2f") at 9.4, 4.3 center front
array gate[4] = ["f", "i", "g", "o"]
array said[4] = ["forget", "input", "candidate", "output"]
array at[4] = [5.2, 8.0, 10.9, 13.6]
do for [k=1:4] {
    eval box(10 + k, at[k], 7, 2.3, "weight")
    set label 10 + k gate[k] . " = " . n("step_" . gate[k], "%.2f") at at[k], 7 center front
    set label 20 + k said[k] at at[k], 8.1 center font SMALL
}
eval arrow(2.5, 1.6, 3.9, 1.6); eval arrow(6.5, 1.6, 8, 1.6); eval arrow(10.8, 1.6, 12, 1.6)
eval arrow(5.2, 6.4, 5.2, 2.2); eval arrow(9.4, 3.7, 9.4, 2.2); eval arrow(13.4, 6.4, 13.4, 2.2)
eval arrow(8.2, 6.4, 8.9, 4.9); eval arrow(10.6, 6.4, 9.9, 4.9)
set label 31 "×" at 4.8, 3.2 center; set label 32 "+" at 9.8, 3 center; set label 33 "×" at 9.4, 5.6 center; set label 34 "tanh(c) ×" at 13.1, 3.2 right font SMALL
set label 35 "x = 1 and h = 0.5 come in from below, to all four" at 9.4, 10.1 center
do for [k=1:4] { set arrow 50 + k from at[k], 9.6 to at[k], 8.5 filled size 0.2, 20 linewidth 1.1 linecolor rgb '#303030' }
plot NaN
alt = sprintf("One step of an LSTM cell. The cell state 1 is multiplied by the forget gate, %s, which keeps %s. The input gate, %s, times the candidate, %s, adds %s. The new cell state is %s; its tanh times the output gate, %s, is the new h, %s.", \
    n("step_f", "%.2f"), n("step_kept", "%.2f"), n("step_i", "%.2f"), n("step_g", "%.2f"), n("step_added", "%.2f"), n("step_c", "%.2f"), n("step_o", "%.2f"), n("step_h", "%.2f"))
load "figures/alt.gp"
