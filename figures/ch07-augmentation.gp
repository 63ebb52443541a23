# A thousand training digits, plain and distorted: accuracy on test digits that are moved.
width = 12; height = 7.5; room_right = 4.2
load "figures/style.gp"
augmentation = table("augmentation")
eval over("Test digits read correctly (%)"); set xlabel "Moved right and down, each by (pixels)"
set xrange [-0.1:4]; set xtics 1; eval heights(0, 102); set ytics 20
eval named(1, "Distorted anew\neach time", 100 * last(augmentation, 3))
eval named(2, "Always the same", 100 * last(augmentation, 2))
load "figures/names.gp"
plot augmentation using 1:(100 * $3) skip 1 with linespoints linestyle 1, \
     augmentation using 1:(100 * $2) skip 1 with linespoints linestyle 2
alt = sprintf("Accuracy after learning from few digits, mean of three seeds: %s with distortions and %s without; on digits moved by 3 pixels both ways %s and %s.", \
    percent(metric("augmentation_on")), percent(metric("augmentation_off")), \
    percent(metric("augmentation_on_moved_3")), percent(metric("augmentation_off_moved_3")))
load "figures/alt.gp"
