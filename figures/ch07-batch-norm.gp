# The loss with and without batch normalisation, at four learning rates.
width = 12; height = 9.5; room_right = 2.9; room_between = 0.5; room_below = 0.9
load "figures/style.gp"
curves = table("batch-norm"); rates = "0.01 0.1 0.5 2"
set xrange [0:100]; eval log_heights(0.05, 12)
accuracy(rate, norm) = 100 * metric("batch_norm_" . norm . "_rate_" . rate)
set multiplot
do for [k=1:4] {
    rate = word(rates, k)
    eval panel(k, 2, 2)
    eval over(k % 2 ? "Loss" : "");  eval inside("Rate " . rate)
    set ytics ("0.1" 0.1, "1" 1, "10" 10);  set xtics 50 format k > 2 ? "%g" : ""
    if (k % 2 == 0) {
        set ytics ("" 0.1, "" 1, "" 10)
        eval named_line(1, "With", last(only2(curves, rate, "on"), 4))
        eval named_line(2, "Without", last(only2(curves, rate, "off"), 4))
        load "figures/names.gp"
    }
    set xlabel k > 2 ? "Step (64 digits each)" : ""
    plot only2(curves, rate, "off") using 3:4 with lines linestyle 2, only2(curves, rate, "on") using 3:4 with lines linestyle 1
}
unset multiplot
pair(rate) = sprintf("at %s %.1f%% and %.1f%%", rate, accuracy(rate, "on"), accuracy(rate, "off"))
alt = "Test accuracy after one pass over few digits, with batch normalisation and without: " . \
    pair("0.01") . ", " . pair("0.1") . ", " . pair("0.5") . ", " . pair("2") . "."
load "figures/alt.gp"
