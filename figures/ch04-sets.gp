# Three sets of readings, and what each is for.
width = 12; height = 6.4
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 6.4)
names = "training validation test"
array words1[3] = ["set the weights", "choose the degree", "are asked once,"]
array words2[3] = ["of each curve", "or the pull", "at the end"]
array keys[3] = ["fits_points", "fits_points", "fits_judges"]
count(k) = metric(keys[k])
do for [k=1:3] {
    x = 0.3 + 3.95 * (k - 1)
    set object 10+k rectangle from x, 1.5 to x + 3.5, 3.3 fillcolor rgb (k == 1 ? "#c6e0f2" : k == 2 ? "#fbe3b0" : "#ebebeb") fillstyle solid border rgb "#505050"
    eval title_at(sprintf("%s", word(names, k)), x + 1.75, 1)
    eval title_at(sprintf("%d", count(k)), x + 1.75, 2.1)
    eval title_at("readings", x + 1.75, 2.8)
    eval title_at(words1[k], x + 1.75, 4.1)
    eval title_at(words2[k], x + 1.75, 4.65)
    if (k < 3) { eval arrow(x + 3.55, 2.4, x + 3.9, 2.4) }
}
set label "curves" at 3.95, 5.7 center; set label "one curve" at 7.95, 5.7 center
set arrow from 4.02, 5.35 to 4.02, 2.7 nohead linewidth 0.8 dashtype (2,3)
set arrow from 7.97, 5.35 to 7.97, 2.7 nohead linewidth 0.8 dashtype (2,3)
plot NaN
alt = sprintf("Three boxes in a row. %d training readings set the weights of each curve; all curves go on to %d validation readings, which choose one; this one goes on to %d test readings, which are asked once, at the end.", count(1), count(2), count(3))
load "figures/alt.gp"
