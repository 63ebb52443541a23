# What each input does to the price, when it grows by one deviation.
width = 12; height = 7.6
room_left = 3.6; room_right = 1.6; room_top = 0.4
load "figures/style.gp"
file = table("weights")
rows = int(system("awk 'END { print NR - 1 }' '" . file . "'"))
name(k) = system(sprintf("awk -F'\t' 'NR == %d { print $1 }' '%s'", k + 1, file))
set xlabel "Change of the price per deviation (thousand dollars)"
set xrange [-150:200]; set xtics 50; set yrange [rows + 0.6:0.4]; unset ytics; unset grid; set border 1
set arrow 1 from 0, graph 0 to 0, graph 1 nohead linewidth 0.8
do for [k=1:rows] { set label k name(k) at graph 0, first k right offset -0.8, 0 noenhanced font SMALL }
plot file using ($2 / 2000):($0 + 1):(abs($2) / 2000):(0.36) skip 1 with boxxyerror fillcolor rgb BLUE linewidth 0.6, \
     file using ($2 > 0 ? $2 / 1000 + 4 : NaN):($0 + 1):(sprintf("+%.0f", $2 / 1000)) skip 1 with labels left font SMALL, \
     file using ($2 < 0 ? $2 / 1000 - 4 : NaN):($0 + 1):(sprintf("−%.0f", -$2 / 1000)) skip 1 with labels right font SMALL
alt = "Bars of the weights per deviation, in thousand dollars: " . \
    system(sprintf("awk -F'\t' 'NR > 1 { printf \"%%s%%s %%.0f\", sep, $1, $2 / 1000; sep = \", \" }' '%s'", file)) . "."
load "figures/alt.gp"
