# Of the unseen names of each language, the share that is read as each language.
width = 12; height = 10.6; room_left = 1.9; room_right = 0.2; room_top = 0.6; room_bottom = 3.2
load "figures/style.gp"
names = table("names")
languages = "Dutch English Finnish French German Irish Italian Polish Spanish Turkish"
eval scale_of_answers
canvas_wide = 12; canvas_high = 10.6
eval bar(7, 9.9, 4.2, "Of the language's names (%)", "0 50 100")
set cbrange [0:100]
unset grid; set border 0
set xrange [-0.5:9.5]; set yrange [9.5:-0.5]
set xtics rotate by 40 right scale 0 offset 0, 0.2; set ytics scale 0
set for [k=1:10] xtics add (word(languages, k) k - 1)
set for [k=1:10] ytics add (word(languages, k) k - 1)
set label 96 "Read as" at screen 0.1 / 12, screen 1 - 8.2 / 10.6 left
set label 95 "Language" at screen 0.1 / 12, screen 1 - 0.3 / 10.6 left
plot names using (int($0) % 10):(int($0) / 10):(100 * $4) skip 1 with image pixels, \
     names using (int($0) % 10):(int($0) / 10):($4 >= 0.01 ? sprintf("%.0f", 100 * $4) : ""):($4 > 0.5 ? 0 : 0xffffff) \
         skip 1 with labels textcolor rgb variable
alt = sprintf("Which language unseen names are read as, in percent: %s are right, by letters without order %s, by always saying the largest language %s; %s is the most that is possible.", \
    percent(metric("names_accuracy")), percent(metric("names_bag_accuracy")), \
    percent(metric("names_largest_class")), percent(metric("names_ceiling")))
load "figures/alt.gp"
