# The roof of this machine: how fast memory and arithmetic let a computation run, and where some of them stand.
width = 12; height = 8.4; room_left = 1.3
load "figures/style.gp"
points = table("ladder-roof"); peak = metric("ladder_peak"); memory = metric("ladder_bandwidth"); ridge = metric("ladder_ridge")
eval over("GFLOP/s"); set xlabel "Operations a byte"
set logscale x; set xrange [0.1:200]; set xtics ("0.1" 0.1, "1" 1, "10" 10, "100" 100)
eval log_heights(0.3, 2000); set ytics ("1" 1, "10" 10, "100" 100, "1,000" 1000)
# Only some have their name beside them: the others would meet.
named(what) = what eq "a = b + 3 c" || what eq "15 x 15" || what eq "60 x 60" || what eq "480 x 480"
roof(x) = x < ridge ? memory * x : peak
set label 1 sprintf("Memory: %.0f GB/s", memory) at 0.12, memory * 2 left
set label 2 sprintf("Arithmetic: %.0f GFLOP/s", peak) at 190, peak * 1.6 right
plot roof(x) with lines linestyle 1 linewidth 3, \
     points using 2:3 skip 1 with points pointtype 6 pointsize 1.3 linewidth 1.8 linecolor rgb BLACK, \
     points using 2:($3 * 0.45):(named(strcol(1)) ? strcol(1) : "") skip 1 with labels left offset -1, 0 font SMALL
alt = sprintf("Two straight lines on logarithmic axes make a roof: it rises with %.0f gigabytes a second up to %.1f operations a byte and is level at %.0f GFLOP/s from there. A sum of long arrays stands at its left foot, products of larger and larger matrices further and further right.", \
    memory, ridge, peak)
load "figures/alt.gp"
