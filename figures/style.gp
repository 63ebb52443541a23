# style.gp: the look that all figures share. A script says how large it is and loads this file first:
#
#     width = 15; height = 7                 in centimetres
#     load "figures/style.gp"
#     plot …
#     alt = sprintf("…", …)                  what the data show, for those who cannot see the picture
#     load "figures/alt.gp"                  writes it beside the picture
#
# `output` comes from make and ends in .svg (screen) or .pdf (print); `results` is the folder of the run.
# Colours are told apart by colour-blind readers (Okabe & Ito 2008), and in grey print by their
# lightness; lines differ in dashes and points too, so that no figure needs its colours.

is_svg = output[strlen(output)-3:] eq ".svg"
if (!exists("results")) exit error "results is not set: make build/figures/NAME.svg draws a figure"
table(name) = results . "/" . name . ".tsv"

if (is_svg) {
    set terminal svg size 40*width,40*height enhanced font "DejaVu Sans,Verdana,sans-serif,13" \
        background "white" name "figure"
} else {
    set terminal pdfcairo size width cm,height cm enhanced font "DejaVu Sans,9" background "white"
}
set output output
set encoding utf8
set datafile separator "\t"

# Two series: blue, solid, round; orange, dashed, triangles. Then black, dotted; then pale blue.
BLUE = "#0072b2"; ORANGE = "#e69f00"; BLACK = "#000000"; SKY = "#56b4e9"; PALE = "#d9d9d9"
set style line 1 linewidth 2.2 linecolor rgb BLUE   dashtype 1 pointtype 7 pointsize 0.7
set style line 2 linewidth 2.2 linecolor rgb ORANGE dashtype (12,5) pointtype 9 pointsize 0.9
set style line 3 linewidth 2.2 linecolor rgb BLACK  dashtype (3,4) pointtype 5 pointsize 0.7
set style line 4 linewidth 2.2 linecolor rgb SKY    dashtype (16,4,3,4) pointtype 13 pointsize 0.9
set style line 9 linewidth 0.6 linecolor rgb PALE   dashtype 1
set style fill solid 1.0 border rgb BLACK

set border 3 linewidth 0.8 linecolor rgb "#404040"
set tics nomirror out scale 0.6
set grid ytics linestyle 9
set key top right samplen 3 spacing 1.2

# ---- Pictures. Ink on paper for digits; for answers, weights and probabilities a palette that grows
# lighter from end to end, so that grey print keeps the order.
ink = 'set palette defined (0 "#ffffff", 1 "#000000"); set cbrange [0:255]'
scale_of_answers = 'set palette defined (0 "#00204d", 0.25 "#3b4a78", 0.5 "#8a867e", 0.75 "#c9b44f", 1 "#ffee9c")'
bare = 'unset tics; unset border; unset grid; unset key; unset colorbox; set size ratio -1; set yrange [*:*] reverse; set margins 0.5,0.5,0.5,0.5'

# The panels of a table as one picture: lines of `across` panels of side x side pixels, `gap` apart.
montage(file, panel, row, column, value, side, across, gap) = sprintf( \
    "< awk -f figures/montage.awk -v panel=%d -v row=%d -v column=%d -v value=%d -v side=%d -v across=%d -v gap=%d '%s'", \
    panel, row, column, value, side, across, gap, file)
# The lines of a table whose first column, or first two, say this: plot only(table("failures"), "rate") using 2:3
only(file, first) = sprintf("< awk -F'\t' '$1 == \"%s\"' '%s'", first, file)
only2(file, first, second) = sprintf("< awk -F'\t' '$1 == \"%s\" && $2 == \"%s\"' '%s'", first, second, file)
metric(name) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { print $2 }' '%s'", name, table("metrics"))))
percent(share) = sprintf("%.1f%%", 100 * share)
