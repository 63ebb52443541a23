# Curves that are lines in powers of the size: degrees 1, 2 and 8.
width = 12; height = 7.8
room_right = 2.8
load "figures/style.gp"
file = table("polynomial-curves")
eval over("Price (million dollars)"); set xlabel "Size (square feet)"
set xrange [0:13600]; set xtics 4000; eval heights(-0.5, 8); set ytics 2
end_of(degree) = last(only(file, degree), 3) / 1e6
eval named_line(3, "Degree 8", end_of("8")); eval named_line(2, "Degree 2", end_of("2")); eval named_line(1, "Degree 1", end_of("1"))
load "figures/names.gp"
plot table("errors-sizes") using 1:($2 / 1e6) skip 1 with points pointtype 7 pointsize 0.25 linecolor rgb PALE, \
     only(file, "1") using 2:($3 / 1e6) with lines linestyle 1, only(file, "2") using 2:($3 / 1e6) with lines linestyle 2, \
     only(file, "8") using 2:($3 / 1e6) with lines linestyle 3
alt = sprintf("Price against size with curves of degree 1, 2 and 8, which agree where most houses are and part where there are few. Their held-out errors are %.0f, %.0f and %.0f dollars.", metric("polynomial_1"), metric("polynomial_2"), metric("polynomial_8"))
load "figures/alt.gp"
