# Bits a character of the held-out text while the writer learns, beside counting.
width = 12; height = 7; room_right = 3.4
load "figures/style.gp"
set xrange [0:10300]; set xtics ("0" 0, "5,000" 5000, "10,000" 10000)
eval heights(1.5, 3.1); set ytics 0.5
set xlabel "Step"
eval over("Bits a character of unseen text")
eval named_line(2, "Two before", metric("trigram_bits")); eval named_line(3, "Five before", metric("sixgram_bits"))
eval named(1, "Writer", last(table("bits"), 2))
load "figures/names.gp"
plot metric("trigram_bits") with lines linestyle 2, metric("sixgram_bits") with lines linestyle 3, \
     table("bits") using 1:2 skip 1 with linespoints linestyle 1
alt = sprintf("Bits a character of unseen text over the steps of training: the writer falls from %.2f after its first epoch to %.2f. Counting what follows two characters needs %.2f, what follows five %.2f.", \
    real(system("sed -n 2p '" . table("bits") . "' | cut -f 2")), metric("writer_bits"), metric("trigram_bits"), metric("sixgram_bits"))
load "figures/alt.gp"
