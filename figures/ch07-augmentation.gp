# A thousand training digits, plain and distorted: accuracy on test digits that are moved.
width = 13; height = 8
load "figures/style.gp"
augmentation = table("augmentation")
set xlabel "moved right and down, each by (pixels)"; set ylabel "test digits read correctly (%)"
set xrange [-0.2:4.2]; set yrange [0:102]; set xtics 1; set ytics 20
set key bottom left
plot augmentation using 1:(100 * $3) skip 1 with linespoints linestyle 1 title "distorted anew each time", \
     augmentation using 1:(100 * $2) skip 1 with linespoints linestyle 2 title "always the same"
alt = sprintf("Accuracy after learning from few digits, mean of three seeds: %s with distortions and %s without; on digits moved by 3 pixels both ways %s and %s.", \
    percent(metric("augmentation_on")), percent(metric("augmentation_off")), \
    percent(metric("augmentation_on_moved_3")), percent(metric("augmentation_off_moved_3")))
load "figures/alt.gp"
