# One product of two matrices, rung by rung, on a logarithmic scale.
width = 12; height = 7.4; room_left = 4; room_right = 1.4; room_top = 0.3
load "figures/style.gp"
set xlabel "GFLOP/s"; set logscale x
set xrange [0.5:1000]; set xtics ("1" 1, "10" 10, "100" 100, "1,000" 1000); set yrange [8.6:0.4]; unset ytics; unset grid; set border 1
rung(k) = word("plain blocked vectors threads tile tile_threads openblas openblas_threads", k)
array said[8] = ["Plain loops", "In blocks", "Vectors", "Vectors, threads", "Our tile", "Our tile, threads", "OpenBLAS", "OpenBLAS, threads"]
array speed[8]
do for [k=1:8] {
    speed[k] = metric("ladder_" . rung(k))
    set label k said[k] at graph 0, first k right offset -0.8, 0 font SMALL
    set label 10 + k sprintf(speed[k] < 10 ? "%.1f" : "%.0f", speed[k]) at speed[k], k left offset 0.6, 0
}
plot speed using (sqrt(0.5 * speed[$1])):1:(0.5):(speed[$1]):($1 - 0.34):($1 + 0.34) with boxxyerror fillcolor rgb BLUE linewidth 0.6
alt = sprintf("Eight bars: the plain loops reach %.1f GFLOP/s, vectors %.0f, our tile on all threads %.0f, OpenBLAS %.0f; the machine could do %.0f.", \
    speed[1], speed[3], speed[6], speed[8], metric("ladder_peak"))
load "figures/alt.gp"
