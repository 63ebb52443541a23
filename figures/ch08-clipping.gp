# One training with clipping and without: loss and length of the gradient at each step.
width = 12; height = 10; room_right = 2.9; room_left = 1.3
load "figures/style.gp"
file = table("clipping")
set xrange [0:300]; set xtics 100
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "Loss (nats a character)" : "Length of the gradient")
    if (k == 1) { eval log_heights(1, 100); set ytics ("1" 1, "2" 2, "5" 5, "20" 20, "100" 100) } else { eval log_heights(0.1, 200); set ytics ("0.1" 0.1, "1" 1, "10" 10, "100" 100) }
    set xlabel k == 2 ? "Step" : ""
    eval named_line(2, "Without", last(only(file, "without"), 2 + k)); eval named_line(1, "Clipped", last(only(file, "with"), 2 + k))
    load "figures/names.gp"
    plot only(file, "without") using 2:(column(2 + k)) with lines linewidth 1.2 linecolor rgb ORANGE, only(file, "with") using 2:(column(2 + k)) with lines linewidth 1.6 linecolor rgb BLUE
}
unset multiplot
alt = sprintf("Above, the loss over 300 steps: with clipping it falls to %.2f, without it jumps up again and again and ends at %.2f. Below, the length of the gradient: without clipping it reaches %.0f, with clipping %.1f at most.", \
    metric("clipping_with_loss"), metric("clipping_without_loss"), metric("clipping_without_longest"), metric("clipping_with_longest"))
load "figures/alt.gp"
