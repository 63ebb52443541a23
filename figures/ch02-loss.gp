# The loss curves of the three rates.
width = 12; height = 7.2
room_right = 3; room_left = 1.7
load "figures/style.gp"
file = table("rates")
set format y "10^{%T}"
eval over("Squared error"); set xlabel "Step"
set xrange [0:60]; set xtics 10; eval log_heights(1000, 1e7); set ytics 10
eval named_line(2, "Too long", metric("rates_long_loss")); eval named_line(4, "Too short", metric("rates_short_loss"))
eval named_line(1, "Right", metric("rates_right_loss"))
load "figures/names.gp"
plot only(file, "long") using 2:5 with lines linestyle 2, only(file, "short") using 2:5 with lines linestyle 4, \
     only(file, "right") using 2:5 with lines linestyle 1
alt = sprintf("Squared error over 60 steps, logarithmic. Too short: it falls slowly, to %.0f. Right: it falls at once, then slowly, to %.0f. Too long: it rises in a straight line, to %.0f.", \
    metric("rates_short_loss"), metric("rates_right_loss"), metric("rates_long_loss"))
load "figures/alt.gp"
