# What each cure gains, in errors and in loss, with two standard errors: what reaches the line of nothing is no gain.
width = 12; height = 9.4
room_left = 4.3; room_between = 0.6; room_top = 1
load "figures/style.gp"
file = table("techniques")
keys = "l2 stopping dropout norm smoothing augmentation data"
name_of(k) = system(sprintf("awk -F'\t' '$1 == \"%s\" { print $2 }' '%s'", word(keys, k), file))
gain(k, what) = metric("techniques_" . word(keys, k) . what)
set multiplot
do for [p=1:2] {
    eval panel(p, 2, 1)
    set yrange [7.6:0.4]; unset ytics; unset grid; set border 1; set xtics
    if (p == 1) { set xrange [-3:7]; set xtics 2; set xlabel "Errors saved (of 100)" } else { set xrange [-0.1:0.25]; set xtics 0.1; set xlabel "Loss saved (nats)" }
    set arrow 20 from 0, graph 0 to 0, graph 1 nohead linewidth 1 linecolor rgb "#606060" dashtype (2,4)
    if (p == 1) { do for [k=1:7] { set label k name_of(k) at graph 0, first k right offset -0.8, 0 } }
    scale = p == 1 ? 100.0 : 1.0; what = p == 1 ? "_gain" : "_loss_gain"
    plot for [k=1:7] "+" every ::0::0 using (scale * gain(k, what)):(k):(2 * scale * gain(k, what . "_error")) with xerrorbars linestyle 1 pointtype 7 pointsize 0.9
}
unset multiplot
text = ""
do for [k=1:7] { text = text . sprintf("%s %.1f plus or minus %.1f; ", name_of(k), 100 * gain(k, "_gain"), 200 * gain(k, "_gain_error")) }
alt = "Of 100 new digits each cure saves, with two standard errors: " . text . "beside it what each saves of the loss."
load "figures/alt.gp"
