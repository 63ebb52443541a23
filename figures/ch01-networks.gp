# Four kinds of networks: few layers, many, a window that moves, a step after the other.
width = 12; height = 11
load "figures/style.gp"
eval canvas(24, 22)
unset grid
count = 0
unit(x, y, colour) = sprintf("count = count + 1; set object count circle at %g, %g size 0.5 front fillcolor rgb '%s' fillstyle solid 1.0 border rgb '#505050' linewidth 1.2", x, y, colour)
line(a, b, c, d, style) = sprintf("set arrow from %g, %g to %g, %g nohead back %s", a, b, c, d, style)
THIN = "linewidth 0.8 linecolor rgb '#606060'"
INPUT = "#ebebeb"; HIDDEN = "#9fc3db"; OUTPUT = "#f5bf4f"
# All units of neighbouring layers are joined. Layers have as many units as these say.
array sizes[2] = ["3 4 2", "3 4 4 4 2"]; array start[2] = [2.5, 13.4]; array apart[2] = [3, 2.2]
many(k, l) = int(word(sizes[k], l))
across(k, l) = start[k] + apart[k] * (l - 1)
down(k, l, u) = 5.2 + 1.8 * (u - 0.5 * many(k, l) - 0.5)
do for [k=1:2] {
    do for [l=1:words(sizes[k])] {
        do for [u=1:many(k, l)] {
            if (l > 1) {
                do for [v=1:many(k, l - 1)] { eval line(across(k, l - 1), down(k, l - 1, v), across(k, l), down(k, l, u), THIN) }
            }
            eval unit(across(k, l), down(k, l, u), l == 1 ? INPUT : l == words(sizes[k]) ? OUTPUT : HIDDEN)
        }
    }
}
# A window of three neighbours, the same three weights at each of five places.
array weight[3] = ["linewidth 1.4 linecolor rgb BLUE", "linewidth 1.4 linecolor rgb BLACK dashtype (2,3)", "linewidth 1.4 linecolor rgb ORANGE dashtype (8,4)"]
do for [u=1:5] {
    do for [v=1:3] { eval line(3.4 + 1.5 * (u - 1), 16.2, 1.9 + 1.5 * (u + v - 2), 19.2, weight[v]) }
}
do for [u=1:7] { eval unit(1.9 + 1.5 * (u - 1), 19.2, INPUT) }
do for [u=1:5] { eval unit(3.4 + 1.5 * (u - 1), 16.2, HIDDEN) }
# The same unit at each step hands on what it remembers.
do for [t=1:4] {
    x = 13.6 + 2.7 * (t - 1)
    eval line(x, 19.8, x, 17.6, THIN); eval line(x, 17.6, x, 15.4, THIN)
    if (t > 1) { set arrow from x - 2.2, 17.6 to x - 0.55, 17.6 filled size 0.5, 20 linewidth 1.6 linecolor rgb BLUE }
    eval unit(x, 19.8, INPUT); eval unit(x, 17.6, HIDDEN); eval unit(x, 15.4, OUTPUT)
}
set label 1 "ANN" at 5.5, 0.8 center; set label 2 "DNN" at 17.8, 0.8 center
set label 3 "CNN" at 6.4, 13.4 center; set label 4 "RNN" at 17.6, 13.4 center
set label 5 "one hidden layer" at 5.5, 10.4 center font SMALL; set label 6 "several" at 17.8, 10.4 center font SMALL
set label 7 "a window that moves" at 6.4, 21.2 center font SMALL; set label 8 "a memory, step by step" at 17.6, 21.2 center font SMALL
plot NaN
alt = "Four drawings of units and lines. ANN: three inputs, a layer of four hidden units, two outputs, all neighbours joined. DNN: the same with three hidden layers. CNN: seven inputs in a row; each of five units sees three neighbours, through the same three kinds of lines. RNN: four steps side by side, each with an input below, a hidden unit and an output above; an arrow leads from each hidden unit to the next."
load "figures/alt.gp"
