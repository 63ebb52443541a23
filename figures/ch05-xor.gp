# The loss of twenty networks with two hidden units that learn XOR.
width = 12; height = 7.4; room_right = 0.6
load "figures/style.gp"
file = table("xor-curves"); ends_of = table("xor")
eval over("Loss"); set xlabel "Step"
set xrange [0:2000]; set xtics 500; eval heights(0, 1.2); set ytics 0.2
stuck(seed) = real(system(sprintf("awk -F'\t' '$1 == \"tanh\" && $2 == 2 && $3 == %d { print $4 < 4 }' '%s'", seed, ends_of))) > 0
first = real(system(sprintf("awk 'NR == 2 { print $1 }' '%s'", file)))
set label 1 "dashed: never all four right" at graph 0.98, graph 0.93 right font SMALL
plot for [k=0:19] only(file, sprintf("%d", first + k)) using 2:3 with lines linestyle (1 + stuck(first + k)) linewidth 1.3
alt = sprintf("Twenty curves of the loss over 2000 steps. %.0f fall to nearly 0, some at once, some after a long flat stretch; %.0f stay high for ever.", metric("xor_tanh_2"), 20 - metric("xor_tanh_2"))
load "figures/alt.gp"
