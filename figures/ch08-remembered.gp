# How long a single 1 is remembered, and how much of a gradient comes back, for three weights of the state.
width = 12; height = 9.6; room_right = 2.6; room_left = 1.5
load "figures/style.gp"
file = table("remembered")
set xrange [1:8]; set xtics 1
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "State h" : "Share of a gradient that comes back to step 1")
    if (k == 1) { eval heights(0, 1); set ytics 0.5 } else { eval log_heights(1e-3, 1); set ytics ("1" 1, "0.1" 0.1, "0.01" 0.01, "0.001" 0.001) }
    set xlabel k == 2 ? "Step" : ""
    eval named(3, "v = 1.5", last(only(file, "1.5"), 2 + k)); eval named(1, "v = 1", last(only(file, "1"), 2 + k)); eval named(2, "v = 0.5", last(only(file, "0.5"), 2 + k))
    load "figures/names.gp"
    plot only(file, "1.5") using 2:(column(2 + k)) with linespoints linestyle 3, only(file, "1") using 2:(column(2 + k)) with linespoints linestyle 1, \
         only(file, "0.5") using 2:(column(2 + k)) with linespoints linestyle 2
}
unset multiplot
alt = sprintf("Above, the state after a single 1 at the first of eight steps: with v = 0.5 it falls to %.3f, with v = 1 slowly to %.2f, with v = 1.5 it stays at %.2f. Below, on a logarithmic axis, what a gradient keeps on its way back to step 1: after eight steps %.3f with v = 0.5, %.2f with v = 1, %.3f with v = 1.5.", \
    metric("remembered_0.5"), metric("remembered_1"), metric("remembered_1.5"), metric("passed_0.5"), metric("passed_1"), metric("passed_1.5"))
load "figures/alt.gp"
