# Which test digits are read as which.
width = 12; height = 9.6; room_left = 1.2; room_right = 0.2; room_top = 0.9; room_bottom = 1.5
load "figures/style.gp"
file = table("confusion")
unset grid; set border 0
set xrange [-0.5:9.5]; set yrange [9.5:-0.5]
set xtics scale 0 1; set ytics scale 0 1
set xlabel "Read as"; eval over("Is")
dark(count) = count > 100 ? 0x9fc3db : count >= 8 ? 0xf5bf4f : count > 0 ? 0xfdeecb : 0xffffff
plot file using (int($0) % 10):(int($0) / 10):(0.49):(0.49):(dark($3)) skip 1 with boxxyerror fillstyle solid 1 noborder linecolor rgb variable, \
     file using (int($0) % 10):(int($0) / 10):($3 > 0 ? sprintf("%d", $3) : "") skip 1 with labels font SMALL
worst = system(sprintf("awk -F'\t' 'NR > 1 && $1 != $2 && $3 > m { m = $3; w = $1 \" \" $2 \" \" $3 } END { print w }' '%s'", file))
alt = sprintf("Ten rows, what the digit is, and ten columns, what it is read as. Of %.0f test digits %.0f lie off the diagonal. The mistake made most often: %s digits that are a %s are read as %s.", \
    metric("test_rows"), metric("confusion_wrong"), word(worst, 3), word(worst, 1), word(worst, 2))
load "figures/alt.gp"
