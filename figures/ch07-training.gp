# The loss while learning, and the learning rate's rise and fall.
width = 13; height = 8
load "figures/style.gp"
training = table("training")
set xlabel "step (a batch each)"; set ylabel "loss (mean of ten steps)"; set y2label "learning rate"
set border 11; set ytics nomirror; set y2tics 0.001 format "%.3f"; set xtics 500; set xrange [0:*]
set logscale y; set yrange [0.01:3]; set y2range [0:*]
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
plot training using 1:3 skip 1 with lines linestyle 1 title "loss", \
     training using 1:4 skip 1 axes x1y2 with lines linestyle 2 title "learning rate"
stats training using 1:3 skip 1 nooutput name "T"
last = real(system(sprintf("tail -n 30 '%s' | awk '{ s += $3 } END { print s / NR }'", training)))
alt = sprintf("The loss falls from %.2f to %.3f, the mean of the last 300 of %d steps, while the learning rate rises for three tenths of them and falls again. Test accuracy at the end: %s.", \
    T_max_y, last, T_max_x, percent(metric("test_accuracy")))
load "figures/alt.gp"
