# What a pull leaves of a weight: squares shrink it, corners cut it off at 0.
width = 12; height = 7
room_right = 2.6
load "figures/style.gp"
file = table("corners")
eval over("What is left"); set xlabel "The weight without a pull"
set xrange [-4:4]; set xtics 1; eval heights(-4, 4); set ytics 1
eval named_line(9, "no pull", 4); eval named_line(2, "L1", 3); eval named_line(1, "L2", 2)
load "figures/names.gp"
plot x with lines linestyle 9 linewidth 1.5 linecolor rgb "#909090", file using 1:2 skip 1 with lines linestyle 1, file using 1:3 skip 1 with lines linestyle 2
alt = sprintf("What is left of a weight against the weight without a pull. By squares it is halved everywhere: 3 becomes %.1f. By corners it comes nearer by 1, and between −1 and 1 nothing is left: 3 becomes %.0f, 0.5 becomes %.0f.", \
    metric("corners_square_of_3"), metric("corners_corner_of_3"), metric("corners_corner_of_half"))
load "figures/alt.gp"
