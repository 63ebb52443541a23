# The loss with and without batch normalisation, at four learning rates.
width = 15; height = 10
load "figures/style.gp"
curves = table("batch-norm"); rates = "0.01 0.1 0.5 2"
set xrange [0:100]; set yrange [0.05:12]; set logscale y
set ytics ("0.1" 0.1, "1" 1, "10" 10)
accuracy(rate, norm) = 100 * metric("batch_norm_" . norm . "_rate_" . rate)
set multiplot layout 2,2
do for [k=1:4] {
    rate = word(rates, k)
    set title sprintf("rate %s: right %.1f%% with, %.1f%% without", rate, accuracy(rate, "on"), accuracy(rate, "off")) \
        offset 0,-0.6 font ",11"
    set ylabel k % 2 ? "loss" : ""
    set xlabel k > 2 ? "step (64 digits each)" : ""
    if (k == 1) { set key bottom left font ",11" } else { unset key }
    plot only2(curves, rate, "on") using 3:4 with lines linestyle 1 \
             title "with", \
         only2(curves, rate, "off") using 3:4 with lines linestyle 2 \
             title "without"
}
unset multiplot
pair(rate) = sprintf("at %s %.1f%% and %.1f%%", rate, accuracy(rate, "on"), accuracy(rate, "off"))
alt = "Test accuracy after one pass over few digits, with batch normalisation and without: " . \
    pair("0.01") . ", " . pair("0.1") . ", " . pair("0.5") . ", " . pair("2") . "."
load "figures/alt.gp"
