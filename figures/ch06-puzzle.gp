# The puzzle of the first page: the test digit that the network found hardest to decide.
width = 12; height = 5
load "figures/style.gp"
eval canvas(67, 28)
eval ink
set label 1 "0 1 2 3 4" at 50, 10 center font is_svg ? ",24" : ",14"
set label 2 "5 6 7 8 9" at 50, 17 center font is_svg ? ",24" : ",14"
set label 3 "Which of ten?" at 50, 23 center
plot table("puzzle") using ($2 + 4.5):($1 + 0.5):3 skip 1 with image
alt = sprintf("A handwritten digit that one could read in two ways, and beside it the ten digits from 0 to 9. It is labelled %.0f; the words beside it ask which of ten it is.", metric("puzzle_label"))
load "figures/alt.gp"
