# Three learning rates in one valley: contours of the squared error of the four houses, and the steps.
width = 12; height = 9.6
room_right = 0.5
load "figures/style.gp"
file = table("rates")
steep = metric("rates_steep"); flat = metric("rates_flat"); angle = metric("rates_angle")
w = metric("best_w"); b = metric("best_b"); least = metric("best_loss")
# A contour is an ellipse: its half axes are the roots of 2 (level - least) / curvature.
along(level, t) = sqrt(2 * (level - least) / flat) * sin(t)
across(level, t) = sqrt(2 * (level - least) / steep) * cos(t)
x_of(level, t) = w + across(level, t) * cos(angle) - along(level, t) * sin(angle)
y_of(level, t) = b + across(level, t) * sin(angle) + along(level, t) * cos(angle)
eval over("Bias b (thousand dollars)"); set xlabel "Weight w (dollars per square foot)"
set xrange [-140:360]; set xtics 100; eval heights(-40, 420); set ytics 100
set samples 400; unset grid
set label 20 "best" at w, b left offset 0.8, 0.7
set label 21 "too long" at 150, 392 left; set label 22 "too short" at -40, 352 right; set label 23 "right" at 85, 268 left
array levels[5] = [1500, 5000, 20000, 60000, 150000]
plot for [k=1:5] "+" using (x_of(levels[k], ($0 - 0) * 2 * pi / 399)):(y_of(levels[k], $0 * 2 * pi / 399)) with lines linewidth 0.9 linecolor rgb "#909090", \
     only(file, "long") using (int($2) < 9 ? $3 : NaN):4 with linespoints linestyle 2, \
     only(file, "short") using (int($2) % 6 == 0 ? $3 : NaN):4 with linespoints linestyle 4, \
     only(file, "right") using (int($2) < 3 || int($2) % 6 == 0 ? $3 : NaN):4 with linespoints linestyle 1 pointsize 0.5, \
     "+" using (w):(b) with points pointtype 2 pointsize 1.3 linewidth 2.5 linecolor rgb BLACK
alt = sprintf("Contours of the squared error over weight and bias, a long narrow valley, and three paths from one start at its upper end. After 60 steps the squared error is %.0f with a rate of 0.002, %.0f with 0.07, and %.0f with 0.159, whose steps go to and fro across the valley and grow.", \
    metric("rates_short_loss"), metric("rates_right_loss"), metric("rates_long_loss"))
load "figures/alt.gp"
