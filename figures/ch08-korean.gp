# Korean as whole syllables and as letters: the network beside counting, in bits a character of the text.
width = 12; height = 7.2
load "figures/style.gp"
set xrange [-0.6:1.6]; set xtics scale 0; unset grid
set xtics (sprintf("Syllables (%.0f symbols)", metric("korean_syllables_symbols")) 0, sprintf("Letters (%.0f symbols)", metric("korean_jamo_symbols")) 1)
eval heights(0, 5.6); set ytics 1
eval over("Bits a character of unseen pages")
set boxwidth 0.36
set label 1 "Network" at -0.2, 0.35 center textcolor rgb "white" front; set label 2 "Counting" at 0.2, 0.35 center front
file = table("korean")
plot file using (int($0) - 0.2):4 skip 1 with boxes fillcolor rgb BLUE, file using (int($0) + 0.2):5 skip 1 with boxes fillcolor rgb ORANGE, \
     file using (int($0) - 0.2):4:(sprintf("%.2f", $4)) skip 1 with labels offset 0, 0.8, file using (int($0) + 0.2):5:(sprintf("%.2f", $5)) skip 1 with labels offset 0, 0.8
alt = sprintf("Bits a character on unseen Korean pages. As syllables, %.0f symbols, the network needs %.2f and counting after two symbols %.2f; as letters, %.0f symbols, the network %.2f and counting %.2f.", \
    metric("korean_syllables_symbols"), metric("korean_syllables_bits"), metric("korean_syllables_trigram"), metric("korean_jamo_symbols"), metric("korean_jamo_bits"), metric("korean_jamo_trigram"))
load "figures/alt.gp"
