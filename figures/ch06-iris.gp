# The regions of three classes over two measures of the petals, and the flowers.
width = 12; height = 8.6; room_right = 3.6
load "figures/style.gp"
regions = table("iris-regions"); points = table("iris-points")
eval over("Petal width (cm)"); set xlabel "Petal length (cm)"
set xrange [0.5:7.4]; set xtics 1; eval heights(0, 3); set ytics 1; unset grid
array tint[3] = ["0xeef5fb", "0xfdf1d8", "0xdcdcdc"]
tint_of(k) = int(tint[int(k) + 1])
set label 50 "setosa" at graph 1.12, graph 0.12 left
set label 51 "versicolor" at graph 1.12, graph 0.45 left
set label 52 "virginica" at graph 1.12, graph 0.8 left
set label 60 "" at graph 1.07, graph 0.12 point pointtype 7 pointsize 0.8 linecolor rgb BLUE
set label 61 "" at graph 1.07, graph 0.45 point pointtype 9 pointsize 0.9 linecolor rgb ORANGE
set label 62 "" at graph 1.07, graph 0.8 point pointtype 4 pointsize 0.8 linewidth 1.5 linecolor rgb BLACK
plot regions using 1:2:(0.052):(0.026):(tint_of($3)) skip 1 with boxxyerror fillstyle solid 1 noborder linecolor rgb variable, \
     points using ($3 == 0 ? $1 : NaN):2 skip 1 with points pointtype 7 pointsize 0.6 linecolor rgb BLUE, \
     points using ($3 == 1 ? $1 : NaN):2 skip 1 with points pointtype 9 pointsize 0.75 linecolor rgb ORANGE, \
     points using ($3 == 2 ? $1 : NaN):2 skip 1 with points pointtype 4 pointsize 0.6 linewidth 1.5 linecolor rgb BLACK
alt = sprintf("Flowers by length and width of their petals. Three regions with straight borders: setosa at the lower left, far from the others, versicolor in the middle, virginica at the upper right, where the last two touch. %.0f%% of the test flowers lie in the region of their kind.", 100 * metric("iris_petals_accuracy"))
load "figures/alt.gp"
