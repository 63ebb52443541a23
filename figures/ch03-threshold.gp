# What 1000 answers cost, against the probability from which on the alarm rings.
width = 12; height = 7.2
room_right = 3.3
load "figures/style.gp"
file = table("threshold")
eval over("Cost of 1000 answers (false alarms)"); set xlabel "Alarm from probability p on"
set xrange [0:1]; set xtics 0.2; eval heights(0, 400); set ytics 100
eval named_line(1, "Together", 360); eval named_line(2, "Missed", 290); eval named_line(3, "Alarms", 5)
load "figures/names.gp"
rule = metric("threshold_rule")
set arrow 1 from rule, 0 to rule, 400 nohead linewidth 1 linecolor rgb "#606060" dashtype (4,4)
set label 1 "1/11" at rule, 370 left offset 0.5, 0 font SMALL
plot file using 1:2 skip 1 with lines linestyle 1, file using 1:(10 * $3) skip 1 with lines linestyle 2, file using 1:4 skip 1 with lines linestyle 3
alt = sprintf("The cost of 1000 answers, a miss counted as ten false alarms: %.0f at one half, %.0f at one eleventh, and least, %.0f, at %.2f.", metric("threshold_cost_half"), metric("threshold_cost_rule"), metric("threshold_cost_least"), metric("threshold_best"))
load "figures/alt.gp"
