# One weight that the samples want at 3, pulled towards 0 with three strengths.
width = 12; height = 7
room_right = 2.8
load "figures/style.gp"
load "figures/schematic.gp"
file = table("penalty-bowl")
at(lambda) = metric("penalty_bowl_" . lambda)
high(lambda) = (at(lambda) - 3) ** 2 + real(lambda) * at(lambda) ** 2
eval over("(w − 3)² + λw²"); set xlabel "w"
set xrange [-0.5:4]; set xtics 1; eval heights(-0.6, 12); set ytics 4
eval named_line(3, "λ = 2", 10); eval named_line(2, "λ = 0.5", 7); eval named_line(1, "λ = 0", 1.2)
load "figures/names.gp"
do for [k=1:3] { l = word("0 0.5 2", k); eval ball(at(l), high(l)) }
set label 30 sprintf("%g", at("0")) at at("0"), high("0") offset 0, 1.2 center
set label 31 sprintf("%g", at("0.5")) at at("0.5"), high("0.5") offset 0, -1.2 center
set label 32 sprintf("%g", at("2")) at at("2"), high("2") offset 0, 1.2 center
plot only(file, "0") using 2:($3 > 12 ? NaN : $3) with lines linestyle 1, only(file, "0.5") using 2:($3 > 12 ? NaN : $3) with lines linestyle 2, \
     only(file, "2") using 2:($3 > 12 ? NaN : $3) with lines linestyle 3
alt = sprintf("Three parabolas over one weight. Without a pull the lowest place is at %g; with a pull of 0.5 the bowl is narrower and its lowest place at %g; with a pull of 2 at %g.", at("0"), at("0.5"), at("2"))
load "figures/alt.gp"
