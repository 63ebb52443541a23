# style.gp: the look that all figures share. A script says how large it is and loads this file first:
#
#     width = 12; height = 7                 in centimetres; 12 wide, so that a telephone can show it
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

# 50 pixels are a centimetre, 16 are nine points: both forms have the same proportions. Where the picture is
# 358 pixels wide, as on a telephone, letters have 9.5 and SMALL ones 8.5; draw.sh refuses smaller ones.
SMALL = is_svg ? ",14.2" : ",8"
if (is_svg) {
    set terminal svg size 50*width,50*height enhanced font "DejaVu Sans,Verdana,sans-serif,16" \
        linewidth 1.2 background "white" name "figure"
} else {
    set terminal pdfcairo size width cm,height cm enhanced font "DejaVu Sans,9" background "white"
}
set output output
set encoding utf8
set minussign
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
unset key
# The screen's terminal leaves more room below an axis than the other.
if (is_svg) { set xtics offset 0, 0.4; set xlabel offset 0, 0.9 }

# ---- Where a plot stands. The y axis has its words over it, so that they need not be turned.
#
#     eval panel(k, across, down)                place k of across x down, without the last one's words and arrows;
#                                                panel(1, 1, 1) holds as it is
#     eval over("Loss")                          words over the y axis
#     eval inside("Rate 0.1")                    words in the panel's upper right corner
#     eval heights(0, 100)                       the y axis; log_heights(0.1, 400) makes it logarithmic
#
# The room around the panels and between them, in centimetres; a script that wants another sets it before it loads.
if (!exists("room_left")) room_left = 1.1
if (!exists("room_right")) room_right = 0.4
if (!exists("room_top")) room_top = 0.8
if (!exists("room_bottom")) room_bottom = 1.2
if (!exists("room_between")) room_between = 0.9
if (!exists("room_below")) room_below = 1.4
panel(k, across, down) = sprintf("area_wide = %.9g; area_high = %.9g; area_left = %.9g; area_top = %.9g; eval area", \
    (width - room_left - room_right - room_between * (across - 1)) / across, \
    (height - room_top - room_bottom - room_below * (down - 1)) / down, \
    room_left + (k - 1) % across * (width - room_left - room_right + room_between) / across, \
    room_top + (k - 1) / across * (height - room_top - room_bottom + room_below) / down)
area = 'unset label; unset arrow; set lmargin at screen 1.0 * area_left / width; set rmargin at screen 1.0 * (area_left + area_wide) / width; ' . \
    'set tmargin at screen 1 - 1.0 * area_top / height; set bmargin at screen 1 - 1.0 * (area_top + area_high) / height'
eval panel(1, 1, 1)
over(words) = sprintf("set label 99 \"%s\" at graph 0, graph 1 offset character -1, character 1 left", words)
inside(words) = sprintf("set label 98 \"%s\" at graph 1, graph 1 offset character -0.5, character -0.8 right", words)
# How high in the plot: 0 at the foot, 1 at the top.
height_in(y) = y <= axis_low ? 0 : y >= axis_high ? 1 : axis_is_log ? log(y / axis_low) / log(axis_high / axis_low) : \
    (y - axis_low) / (axis_high - axis_low)
heights(low, high) = sprintf("axis_low = %.9g; axis_high = %.9g; axis_is_log = 0; set yrange [%.9g:%.9g]", low, high, low, high)
log_heights(low, high) = heights(low, high) . "; axis_is_log = 1; set logscale y"

# ---- Curves are named where they end: a sample of the line and its name stand right of the plot, at the
# height of the curve's last point; names that would meet move apart.
#
#     eval named(1, "Convolutional", 100 * last(shift, 2))      line style, name ("\\n" breaks it), where it ends
#     eval named(2, "Dense", 100 * last(shift, 3))              named_line(…) for a curve without points
#     load "figures/names.gp"                                   before `plot`; forgets the names for the next panel
#
# Of panels side by side, those of the last column have the room: set room_right before the style is loaded. A name that
# would be cut is refused.
array end_style[9]; array end_name[9]; array end_at[9]; array end_points[9]; ends = 0
named_line(style, name, y) = sprintf("ends = ends + 1; end_style[ends] = %d; end_name[ends] = \"%s\"; " . \
    "end_at[ends] = height_in(%.9g); end_points[ends] = 0", style, name, y)
named(style, name, y) = named_line(style, name, y) . "; end_points[ends] = 1"
lines_of(file) = file[1:1] eq "<" ? file[2:*] : "cat '" . file . "'"
last(file, column) = real(system(lines_of(file) . sprintf(" | tail -n 1 | cut -f %d", column)))

# ---- Pictures. Ink on paper for digits; for answers, weights and probabilities a palette that grows
# lighter from end to end, so that grey print keeps the order.
#
#     eval canvas(100, 60)                       what is seen, in units of one's own; y grows downwards, as rows do
#     eval bar(40, 55, 30, "Probability", "0 0.5 1")     one bar for all that share the scale: its left end, its
#                                                middle's height, its length, the words left of it, its numbers
# Where one answer is ten times another, the scale grows with the root: draw root(v), and eval root_bar(…).
ink = 'set palette defined (0 "#ffffff", 1 "#000000"); set cbrange [0:255]'
scale_of_answers = 'set palette defined (0 "#00204d", 0.25 "#3b4a78", 0.5 "#8a867e", 0.75 "#c9b44f", 1 "#ffee9c")'
bare = 'unset tics; unset border; unset grid; unset key; unset colorbox; set size ratio -1'
canvas(w, h) = sprintf("set xrange [0:%g]; set yrange [%g:0]; set lmargin at screen 0; set rmargin at screen 1; " . \
    "set tmargin at screen 1; set bmargin at screen 0; canvas_wide = %g; canvas_high = %g; eval bare", w, h, w, h)
root(v) = v < 0 ? -sqrt(-v) : sqrt(v)
bar_of(x, y, long, words, numbers, scale) = sprintf("set colorbox horizontal user origin %.9g, %.9g size %.9g, %.9g; " . \
    "set label 97 \"%s\" at screen %.9g, screen %.9g right offset character -0.8, 0; unset cbtics; set cbtics scale 0 offset 0, %g (\"\" 0); " . \
    "set for [v in \"%s\"] cbtics add (minus(v) %s(real(v)))", \
    1.0 * x / canvas_wide, 1 - 1.0 * y / canvas_high - 0.15 / height, 1.0 * long / canvas_wide, 0.3 / height, \
    words, 1.0 * x / canvas_wide, 1 - 1.0 * y / canvas_high, is_svg ? 0.4 : -0.2, numbers, scale)
bar(x, y, long, words, numbers) = bar_of(x, y, long, words, numbers, "real")
root_bar(x, y, long, words, numbers) = bar_of(x, y, long, words, numbers, "root")
minus(number) = number[1:1] eq "-" ? "−" . number[2:*] : number

# The panels of a table as one picture: lines of `across` panels of side x side pixels, `gap` apart.
montage(file, panel, row, column, value, side, across, gap) = sprintf( \
    "< awk -f figures/montage.awk -v panel=%d -v row=%d -v column=%d -v value=%d -v side=%d -v across=%d -v gap=%d '%s'", \
    panel, row, column, value, side, across, gap, file)
# The lines of a table whose first column, or first two, say this: plot only(table("failures"), "rate") using 2:3
only(file, first) = sprintf("< awk -F'\t' '$1 == \"%s\"' '%s'", first, file)
only2(file, first, second) = sprintf("< awk -F'\t' '$1 == \"%s\" && $2 == \"%s\"' '%s'", first, second, file)
metric(name) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { print $2 }' '%s'", name, table("metrics"))))
percent(share) = sprintf("%.1f%%", 100 * share)
