# The same three additions in two orders: one thread is quicker than the other.
width = 12; height = 7.2
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(16, 9.6)
# Boxes of one panel: thread and time give the place, words stand in it.
boxes(panel) = sprintf("< awk -F'\t' '$1 == \"%s\"' '%s'", panel, table("race"))
XY = "using (3.75 + 2.62 * $3)"
lanes(top, name, answer) = sprintf("set label \"%s\" at 0.2, %g left; set label \"thread 0\" at 0.2, %g left; set label \"thread 1\" at 0.2, %g left; ", name, top, top + 1.3, top + 2.6) . \
    sprintf("set arrow from 2.3, %g to 15.8, %g filled size 0.25, 20 linewidth 1 linecolor rgb PALE back; set arrow from 2.3, %g to 15.8, %g filled size 0.25, 20 linewidth 1 linecolor rgb PALE back", top + 1.3, top + 1.3, top + 2.6, top + 2.6)
said(panel, thread) = system(sprintf("awk -F'\t' '$1 == \"%s\" && $2 == %d { printf \"%%s%%s\", n++ ? \", then \" : \"\", $4 }' '%s'", panel, thread, table("race")))
right = metric("race_reverse"); wrong = metric("race_forward")
eval lanes(0.7, sprintf("Thread 1 is quicker: the sum is %g", right), right)
eval lanes(5.7, sprintf("Thread 0 is quicker: the sum is %g", wrong), wrong)
eval frame(3.75 + 2.62 * 2 - 1.27, 5.7 + 1.3 - 0.5, 2.54, 1)
set label "time →" at 15.8, 9.2 right
plot boxes("right") @XY:(0.7 + 1.3 * (1 + $2)):(1.27):(0.5):(shade($2 == 0 ? "weight" : "window")) with boxxyerror linecolor rgb variable, \
     boxes("right") @XY:(0.7 + 1.3 * (1 + $2)):4 with labels font SMALL, \
     boxes("wrong") @XY:(5.7 + 1.3 * (1 + $2)):(1.27):(0.5):(shade($2 == 0 ? "weight" : "window")) with boxxyerror linecolor rgb variable, \
     boxes("wrong") @XY:(5.7 + 1.3 * (1 + $2)):4 with labels font SMALL
alt = sprintf("Two time lines of threads 0 and 1. Above, thread 1 comes first: %s; then thread 0: %s. The sum is %g. Below, thread 0 comes first: %s; the last of these, in a frame, reads 1 where 17 is due. Thread 1 follows: %s. The sum is %g.", \
    said("right", 1), said("right", 0), right, said("wrong", 0), said("wrong", 1), wrong)
load "figures/alt.gp"
