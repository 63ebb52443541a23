# Twenty days, twenty curves: degrees 1, 4 and 9.
width = 12; height = 6
room_between = 0.5; room_top = 1.2
load "figures/style.gp"
curves = table("variance-curves")
degrees = "1 4 9"
clip(y) = y < -2 || y > 2 ? NaN : y
set multiplot
do for [k=1:3] {
    eval panel(k, 3, 1)
    set xrange [-1:1]; set xtics 1; eval heights(-2, 2); set ytics 1
    if (k > 1) { set format y "" } else { eval over("Height (m)") }
    set xlabel "Time"
    set label 98 "degree " . word(degrees, k) at graph 1, graph 1 right offset 0, character 1 font SMALL
    plot "< awk -F'\t' '$1 == " . word(degrees, k) . " { if ($2 == -1) print \"\"; print }' '" . curves . "'" using 2:(clip($3)) with lines linestyle 1 linewidth 0.7, \
         sin(pi * x) with lines linestyle 3 linewidth 2.4
}
unset multiplot
alt = sprintf("Twenty curves of each degree and the swell, dotted. Straight lines lie close together and far from the swell; curves of degree 4 follow it closely; curves of degree 9 surround it and scatter, most at the ends. Their variances are %.3f, %.3f and %.3f square metres.", \
    metric("variance_1_variance"), metric("variance_4_variance"), metric("variance_9_variance"))
load "figures/alt.gp"
