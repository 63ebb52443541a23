# What each of 70 zip codes adds to the price of the same house.
width = 12; height = 7.2
load "figures/style.gp"
file = table("zip")
eval over("Added to the price (thousand dollars)"); set xlabel "Zip codes, the cheapest first"
set xrange [0:71]; set xtics 10; eval heights(-400, 1300); set ytics 200
set boxwidth 0.9; set style fill solid 1.0 border rgb BLUE
which(k) = system(sprintf("awk -F'\t' '$1 == %d { print $2 }' '%s'", k, file))
set label 1 which(70) at 69, last(file, 3) / 1000 right offset -0.8, -0.3
set label 2 which(1) at 1, -300 left
plot file using 1:($3 / 1000) skip 1 with boxes linecolor rgb BLUE
alt = sprintf("70 bars, from the zip code that takes most from the price to the one that adds most: %.0f dollars at one end, %.0f at the other.", metric("zip_cheapest_adds"), metric("zip_dearest_adds"))
load "figures/alt.gp"
