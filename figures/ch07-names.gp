# Of the unseen names of each language, the share that is read as each language.
width = 14; height = 11
load "figures/style.gp"
names = table("names")
languages = "dutch english finnish french german irish italian polish spanish turkish"
eval scale_of_answers
set cbrange [0:1]; set cbtics ("0" 0, "25" 0.25, "50" 0.5, "75" 0.75, "100" 1); set cblabel "per cent of the language's names"
unset grid; unset key; set border 0; set size ratio -1
set xrange [-0.5:9.5]; set yrange [9.5:-0.5]
set xtics rotate by 40 right scale 0 offset 0,0.2; set ytics scale 0
set for [k=1:10] xtics add (word(languages, k) k - 1)
set for [k=1:10] ytics add (word(languages, k) k - 1)
set xlabel "read as"; set ylabel "language"
plot names using (int($0) % 10):(int($0) / 10):4 skip 1 with image pixels, \
     names using (int($0) % 10):(int($0) / 10):($4 >= 0.01 ? sprintf("%.0f", 100 * $4) : ""):($4 > 0.5 ? 0 : 0xffffff) \
         skip 1 with labels font ",9" textcolor rgb variable
alt = sprintf("Which language unseen names are read as, in percent: %s are right, by letters without order %s, by always saying the largest language %s; %s is the most that is possible.", \
    percent(metric("names_accuracy")), percent(metric("names_bag_accuracy")), \
    percent(metric("names_largest_class")), percent(metric("names_ceiling")))
load "figures/alt.gp"
