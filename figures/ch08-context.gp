# How much the last characters say: counting, and the writer when it may read so many only.
width = 12; height = 7.4; room_right = 2.8
load "figures/style.gp"
set logscale x; set xrange [0.8:60]; set xtics ("1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50)
eval heights(1, 6); set ytics 1
set xlabel "Characters read"
eval over("Bits for the next character")
eval named(1, "Writer", last(table("reach"), 2)); eval named(2, "Counting", last(table("context"), 2) + 0.6)
load "figures/names.gp"
plot table("reach") using 1:2 skip 1 with linespoints linestyle 1, table("context") using 1:2 skip 2 with linespoints linestyle 2
alt = sprintf("Bits for the next character against how many characters before it are read. Counting goes from %.2f with one to %.2f with five. The writer, from an empty state, needs %.2f after one, %.2f after five, %.2f after fifteen and no less after fifty, %.2f.", \
    real(system("sed -n 3p '" . table("context") . "' | cut -f 2")), metric("sixgram_bits"), metric("reach_1"), metric("reach_5"), metric("reach_15"), metric("reach_50"))
load "figures/alt.gp"
