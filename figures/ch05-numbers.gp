# A chain of operations: every number forwards, and below it how fast the loss grows with it.
width = 12; height = 8.6
load "figures/style.gp"
load "figures/schematic.gp"
eval canvas(12, 8.6)
node_radius = 0.55
eval text_at("forwards: numbers", 0.3, 0.4); eval text_at("backwards: slopes of the loss", 0.3, 4.7)
across = 1.72
array name[7] = ["x", "×", "+", "tanh", "×", "+", "L"]
do for [k=0:6] { set label 20+k name[k+1] at 0.9 + across * k, 1.15 center font SMALL; set label 30+k name[k+1] at 0.9 + across * k, 5.45 center font SMALL }
do for [k=0:3] { set label 40+k word("w_{1} b_{1} w_{2} b_{2}", k+1) at 0.9 + across * real(word("0 1 3 4", k+1)), 4.25 center font SMALL; \
                 set label 50+k word("w_{1} b_{1} w_{2} b_{2}", k+1) at 0.9 + across * real(word("0 1 3 4", k+1)), 8.4 center font SMALL }
back = sprintf("< awk -F'\t' -v OFS='\t' '$1 == \"numbers-back\" { print 0.9 + %g * $3, 6.2 + 1.4 * $4, $5, $6 }' '%s'", across, table("nodes"))
plot edges("numbers", 0.9, 1.9, across, 1.6) @EDGES, nodes("numbers", 0.9, 1.9, across, 1.6) @NODES, \
     nodes("numbers", 0.9, 1.9, across, 1.6) using 1:2:(minus(strcol(3))) with labels font SMALL, \
     back using 1:2:(node_radius):(shade(strcol(4))) with circles fillcolor rgb variable fillstyle solid 1.0 border rgb '#505050' linewidth 1.2, \
     back using 1:2:(minus(strcol(3))) with labels font SMALL
alt = sprintf("A chain: 2 times the weight 0.5 is 1, less 0.5 is 0.5, tanh makes 0.46, times 2 is 0.92, less 0.4 is 0.52; the loss is %.2f. Below, backwards from 1: −0.37 at the last sum, −0.74 at tanh, −0.58 before it, and %.2f at the first weight.", metric("numbers_loss"), metric("numbers_dw1"))
load "figures/alt.gp"
