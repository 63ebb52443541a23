# A digit as it looks, and a part of it as it is: grey levels.
width = 12; height = 7
load "figures/style.gp"
eval canvas(96, 56)
eval ink
unset colorbox
first_row = 5; first_column = 11; many = 8
part = sprintf("< awk -F'\t' 'NR > 1 && $1 >= %d && $1 < %d && $2 >= %d && $2 < %d' '%s'", \
    first_row, first_row + many, first_column, first_column + many, table("pixels"))
set object 1 rectangle from 2, 6 rto 42, 42 front fillstyle empty border rgb "#888888"
set object 2 rectangle from 2 + 1.5 * first_column, 6 + 1.5 * first_row rto 12, 12 front fillstyle empty border rgb ORANGE linewidth 2
set object 3 rectangle from 48, 4 rto 46, 46 front fillstyle empty border rgb ORANGE linewidth 2
set label 1 "28 x 28 grey levels" at 23, 52 center
set label 2 "The part in the frame, as numbers" at 71, 53 center
plot table("pixels") using (2 + 1.5 * ($2 + 0.5)):(6 + 1.5 * ($1 + 0.5)):3 skip 1 with image pixels, \
     part using (48 + 5.75 * ($2 - first_column + 0.5)):(4 + 5.75 * ($1 - first_row + 0.5)):(sprintf("%d", $3)) with labels font SMALL
alt = sprintf("A handwritten %d of 28 by 28 pixels, and the numbers of 8 by 8 of them: 0 where the paper is white, up to 255 in the middle of the stroke. %d of %d pixels are not white.", \
    metric("pixels_label"), metric("pixels_ink"), metric("pixels_count"))
load "figures/alt.gp"
