# The gates of one unit while it reads, and its cell state.
width = 12; height = 9.4
load "figures/style.gp"
eval canvas(32, 25)
eval scale_of_answers
set cbrange [0:1]
eval bar(15.5, 23.6, 12, "Gate: closed to open", "0 1")
across = 28
top(n) = 1.2 + 10.8 * int(n / across)
left(n) = 3.7 + (int(n) % across)
array gate[3] = ["f", "i", "o"]
do for [line=0:1] {
    do for [k=1:3] { set label 10 * line + k gate[k] at 2.6, 1.2 + 10.8 * line + 1.45 * k center }
    set label 10 * line + 4 "c" at 2.6, 1.2 + 10.8 * line + 7.3 center
    set label 10 * line + 5 "3" at 3.1, 1.2 + 10.8 * line + 5.7 right font SMALL
    set label 10 * line + 6 "−3" at 3.1, 1.2 + 10.8 * line + 8.9 right font SMALL
    set arrow 100 + line from 3.2, 1.2 + 10.8 * line + 7.3 to 31.6, 1.2 + 10.8 * line + 7.3 nohead linewidth 0.6 linecolor rgb "#909090"
}
rows = table("gates")
plot rows using (left($1)):(top($1)):(strcol(2) eq "_" ? "␣" : strcol(2)) skip 1 with labels noenhanced, \
     rows using (left($1)):(top($1) + 1.45):(left($1) - 0.47):(left($1) + 0.47):(top($1) + 0.85):(top($1) + 2.05):5 skip 1 with boxxyerror fillcolor palette, \
     rows using (left($1)):(top($1) + 2.9):(left($1) - 0.47):(left($1) + 0.47):(top($1) + 2.3):(top($1) + 3.5):4 skip 1 with boxxyerror fillcolor palette, \
     rows using (left($1)):(top($1) + 4.35):(left($1) - 0.47):(left($1) + 0.47):(top($1) + 3.75):(top($1) + 4.95):6 skip 1 with boxxyerror fillcolor palette, \
     rows using (left($1)):(top($1) + 7.3 - 0.27 * $3):(left($1) - 0.35):(left($1) + 0.35):($3 > 0 ? top($1) + 7.3 - 0.53 * $3 : top($1) + 7.3):($3 > 0 ? top($1) + 7.3 : top($1) + 7.3 - 0.53 * $3) skip 1 with boxxyerror fillcolor rgb BLUE
alt = sprintf("A line of the novel, letter by letter; below each letter the forget, input and output gates of unit %.0f, and its cell state as a bar up or down. At each blank the forget gate is closed and the cell state begins again at 1.", metric("gates_unit"))
load "figures/alt.gp"
