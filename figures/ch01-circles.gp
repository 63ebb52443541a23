# Artificial intelligence, machine learning, deep learning: each within the other, with programs of this book in them.
width = 12; height = 7.6
load "figures/style.gp"
eval canvas(24, 15.2)
unset grid
set object 1 ellipse center 12, 7.6 size 23.4, 14.6 fillcolor rgb "#ffffff" fillstyle solid 1.0 border rgb "#505050" linewidth 1.4
set object 2 ellipse center 12, 9 size 18.6, 11.2 fillcolor rgb "#c6e0f2" fillstyle solid 1.0 border rgb "#505050" linewidth 1.4
set object 3 ellipse center 12, 11 size 12.6, 6.6 fillcolor rgb "#9fc3db" fillstyle solid 1.0 border rgb "#505050" linewidth 1.4
set label 1 "Artificial intelligence" at 12, 1.5 center front
set label 2 "a rule that somebody wrote" at 12, 2.7 center front font SMALL
set label 3 "Machine learning" at 12, 5 center front
set label 4 "a threshold, ten means, a line" at 12, 6.3 center front font SMALL
set label 5 "Deep learning" at 12, 9.8 center front
set label 6 "networks of several" at 12, 11.2 center front font SMALL
set label 7 "layers: weeks 5 to 8" at 12, 12.4 center front font SMALL
plot NaN
alt = "Three ovals, each within the other. Outermost artificial intelligence, with a rule that somebody wrote; in it machine learning, with a threshold, ten means and a line; in it deep learning, networks of several layers."
load "figures/alt.gp"
