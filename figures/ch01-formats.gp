# Bytes of one picture in four formats, clean and with a camera's grain.
width = 12; height = 7; room_left = 3.2; room_right = 1.6
load "figures/style.gp"
set xlabel "Bytes (thousands)"; unset grid; set border 1; unset ytics
set xrange [0:240]; set xtics 100; set yrange [5.6:0.4]
format(k) = word("bitmap gif png jpeg jpeg20", k)
array said[5] = ["Bitmap", "GIF", "PNG", "JPEG", "JPEG, coarser"]
array clean[5]; array grain[5]
do for [k=1:5] {
    clean[k] = metric("formats_digits_" . format(k)) / 1000; grain[k] = metric("formats_grain_" . format(k)) / 1000
    set label k said[k] at graph 0, first k right offset -0.8, 0
    set label 10 + k sprintf("%.0f", clean[k]) at clean[k], k - 0.2 left offset 0.6, 0 font SMALL
    set label 20 + k sprintf("%.0f with grain", grain[k]) at (k == 1 ? 150 : grain[k]), k + 0.2 left offset 0.6, 0 font SMALL
}
set label 21 "with grain as many" at 20, 1.2 left front
plot clean using (clean[$1] / 2):($1 - 0.2):(clean[$1] / 2):(0.18) with boxxyerror fillcolor rgb BLUE linewidth 0.6, \
     grain using (grain[$1] / 2):($1 + 0.2):(grain[$1] / 2):(0.18) with boxxyerror fillcolor rgb ORANGE linewidth 0.6
alt = sprintf("Bars of bytes. Without grain the bitmap has %.0f thousand bytes, GIF %.0f, PNG %.0f, JPEG %.0f; with grain GIF has %.0f, PNG %.0f and JPEG %.0f.", \
    clean[1], clean[2], clean[3], clean[4], grain[2], grain[3], grain[4])
load "figures/alt.gp"
