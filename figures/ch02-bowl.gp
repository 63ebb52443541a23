# A ball on the curve w²: the slope where it lies, and the step that leads down.
width = 12; height = 7
load "figures/style.gp"
load "figures/schematic.gp"
row(step) = real(system(sprintf("awk -F'\t' '$1 == 0.4 && $2 == %d { print $3 }' '%s'", step, table("rates-parabola"))))
eval over("Height w²"); set xlabel "w"
set xrange [-1.3:1.9]; set xtics 0.5; eval heights(-0.1, 1.6); set ytics 0.5
a = row(0); b = row(1)
eval ball(a, a * a); eval tangent(a, a * a, 2 * a, 0.24)
set arrow 5 from a, 0 to a, a * a nohead linewidth 0.8 linecolor rgb "#909090" dashtype (3,3)
set arrow 6 from a, 0.06 to b, 0.06 filled size character 0.9, 20 linewidth 2 linecolor rgb BLACK
set label 5 "slope 2" at a + 0.14, a * a - 0.12 left
set label 6 sprintf("step 0.4 · 2") at a - 0.04, 0.18 right font SMALL
set label 7 "" at b, b * b point pointtype 6 pointsize 1.6 linewidth 1.5 linecolor rgb ORANGE
set label 8 sprintf("%.1f", b) at b, b * b offset -1.4, 1 center font SMALL
set samples 500
plot (abs(x) < 1.26 ? x * x : NaN) with lines linestyle 1
alt = sprintf("The curve w squared with a ball at w = %g, where a dashed tangent has slope 2. An arrow along the axis, 0.4 times 2 long, leads to w = %.1f.", a, b)
load "figures/alt.gp"
