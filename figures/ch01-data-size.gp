# More data for a small, a medium and a large model: means of three seeds, bars from the worst to the best of them.
width = 12; height = 7.5; room_right = 2.6
load "figures/style.gp"
data = table("data-size")
eval over("Test digits read correctly (%)"); set xlabel "Training digits"
set logscale x; set xrange [90:30000]; set xtics ("100" 100, "1,000" 1000, "10,000" 10000); eval heights(60, 100); set ytics 10
end_of(model) = 100 * last(only(data, model), 3)
eval named(1, "Large", end_of("large"))
eval named(2, "Medium", end_of("medium"))
eval named(3, "Small", end_of("small"))
load "figures/names.gp"
m(k) = word("large medium small", k)
plot for [k=1:3] only(data, m(k)) using 2:(100 * $3):(100 * $4):(100 * $5) with yerrorbars linestyle k linewidth 1, \
     for [k=1:3] only(data, m(k)) using 2:(100 * $3) with lines linestyle k
alt = sprintf("Three curves that rise with the number of training digits on a logarithmic axis. From 100 digits all three read about equally many, the large one %.0f%%; at the end the small model reads %.1f%%, the medium one %.1f%%, the large one %.1f%%.", \
    100 * metric("data_size_large_100"), end_of("small"), end_of("medium"), end_of("large"))
load "figures/alt.gp"
