# schematic.gp: drawings of how a thing works, from small numbers that a program wrote. A script loads it behind
# style.gp and begins with canvas(width, height), in cells; y grows downwards, as rows do.
#
# Grids. table("grids") has a line for each cell: drawing, grid, row, column, value, role. A role gives the cell its
# shade; the shades differ in lightness, for grey print.
#     plot grid("padding", "picture", x, y) @CELLS, grid(…) @NUMBERS       its upper left corner at (x, y)
#     plot marked(drawing, grid, x, y, "window", row, column, size) @CELLS   some of its cells in another role
#     most = largest("test", "confusion")
#     plot grid("test", "confusion", x, y) @CELLS, grid(…) @SQUARES, grid(…) @CORNERS    areas in the numbers' proportion
#     cell(drawing, grid, row, column)                                     its number, for a sum in words: plus(term) is a further one
#
# Networks. table("nodes"): drawing, node, layer, place, value, role; table("edges"): drawing, from, to, value, role.
# A node stands at (x + dx * layer, y + dy * place), a place may be a fraction; an unrolled chain is a network whose
# layers are steps. What has no value is drawn without one.
#     plot edges("neuron", x, y, dx, dy) @EDGES, edges(…) @WEIGHTS, nodes(…) @NODES, nodes(…) @VALUES, nodes(…) @NAMES
#
# Words and strokes, on a canvas or in a plot's own coordinates:
#     eval title_at("Picture", x, y)              words, their middle at (x, y); text_at: their left end
#     eval arrow(x1, y1, x2, y2)                  from one thing to the next
#     eval frame(x, y, width, height)             a thick line around some cells
#     eval ball(x, y)                             a ball, on a curve
#     eval tangent(x, y, slope, reach)            the line that touches a curve there
#     eval number_line(x, y, long, low, high, "0 0.5 1")   an axis of its own; on_line(v) is a number's x on the last one
#
# A window that moves: a script that says `places = 16`, alone in its line, is drawn once for each `place` from 0 on. Paper
# shows place 0, a page of the web all of them in turn.
if (!exists("place")) place = 0
set style fill solid 1.0 border rgb "#505050"

# The roles, and the shade of each.
roles  = "plain frame  window both   weight answer asked  winner gradient"
shades = "ffffff ebebeb c6e0f2 9fc3db fbe3b0 f5bf4f ffffff f5bf4f 9fc3db"
place_of(role) = (sum [k = 1:words(roles)] (word(roles, k) eq role ? k : 0))
shade(role) = place_of(role) ? int("0x" . word(shades, place_of(role))) : 0xffffff
number(value, role) = role eq "asked" ? "?" : minus(value)
# Without the zeros, where a zero says that there is nothing.
some_number(value, role) = value eq "0" ? "" : number(value, role)

# In a frame of zeros a window's cells are darker.
marked(drawing, name, x, y, role, row, column, size) = sprintf( \
    "< awk -F'\t' -v OFS='\t' '$1 == \"%s\" && $2 == \"%s\" { if ($3 >= %d && $3 < %d && $4 >= %d && $4 < %d) " . \
    "$6 = $6 == \"frame\" ? \"both\" : \"%s\"; print %g + $4 + 0.5, %g + $3 + 0.5, $5, $6 }' '%s'", \
    drawing, name, row, row + size, column, column + size, role, x, y, table("grids"))
grid(drawing, name, x, y) = marked(drawing, name, x, y, "", 0, 0, 0)
cell(drawing, name, row, column) = minus(system(sprintf( \
    "awk -F'\t' '$1 == \"%s\" && $2 == \"%s\" && $3 == %d && $4 == %d { print $5 }' '%s'", drawing, name, row, column, table("grids"))))
largest(drawing, name) = real(system(sprintf( \
    "awk -F'\t' '$1 == \"%s\" && $2 == \"%s\" && $5 > m { m = $5 } END { print m }' '%s'", drawing, name, table("grids"))))
# A further term of a sum in words.
plus(term) = term[1:1] eq "−" ? " − " . term[2:*] : " + " . term
CELLS = "using 1:2:(0.5):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable"
NUMBERS = "using 1:2:(number(strcol(3), strcol(4))) with labels"
SOME_NUMBERS = "using 1:2:(some_number(strcol(3), strcol(4))) with labels"
CORNERS = "using ($1 + 0.42):($2 + 0.3):(number(strcol(3), strcol(4))) with labels right font SMALL"
SQUARES = "using 1:2:(0.46 * sqrt($3 / most)):(0.46 * sqrt($3 / most)) with boxxyerror fillcolor rgb SKY linewidth 0.9"

nodes(drawing, x, y, dx, dy) = sprintf( \
    "< awk -F'\t' -v OFS='\t' '$1 == \"%s\" { print %g + %g * $3, %g + %g * $4, $5 == \"\" ? \" \" : $5, $6, $2 }' '%s'", \
    drawing, x, dx, y, dy, table("nodes"))
# From, by, a third of the way for the weight's number.
edges(drawing, x, y, dx, dy) = sprintf( \
    "< awk -F'\t' -v OFS='\t' 'FNR == NR { if ($1 == \"%s\") { x[$2] = %g + %g * $3; y[$2] = %g + %g * $4 } next } " . \
    "$1 == \"%s\" { a = x[$2]; b = y[$2]; c = x[$3] - a; d = y[$3] - b; r = %g / sqrt(c * c + d * d); " . \
    "print a + r * c, b + r * d, (1 - 2 * r) * c, (1 - 2 * r) * d, $4 == \"\" ? \" \" : $4, a + 0.4 * c, b + 0.4 * d }' '%s' '%s'", \
    drawing, x, dx, y, dy, drawing, node_radius, table("nodes"), table("edges"))
node_radius = 0.5
NODES = "using 1:2:(node_radius):(shade(strcol(4))) with circles fillcolor rgb variable fillstyle solid 1.0 border rgb '#505050' linewidth 1.2"
VALUES = "using 1:2:(minus(strcol(3))) with labels"
NAMES = "using ($1 - 0.75 * node_radius):($2 - 0.9 * node_radius):5 with labels right font SMALL"
EDGES = "using 1:2:3:4 with vectors filled size 0.2, 20 linewidth 1.1 linecolor rgb '#505050'"
apart(number) = number eq "" ? "" : " " . number . " "   # from the line: "—1" would be read as −1
set style textbox opaque noborder fillcolor rgb "white" margins 0.4, 0.2
WEIGHTS = "using 6:7:(apart(minus(strcol(5)))) with labels boxed font SMALL"

title_at(words, x, y) = sprintf("set label \"%s\" at %g, %g center", words, x, y)
text_at(words, x, y) = sprintf("set label \"%s\" at %g, %g left", words, x, y)
arrow(a, b, c, d) = sprintf("set arrow from %g, %g to %g, %g filled size character 0.9, 20 linewidth 1.3 linecolor rgb '#303030'", a, b, c, d)
frame(x, y, w, h) = sprintf("set object rectangle from %g, %g to %g, %g front fillstyle empty border rgb '%s' linewidth 3", x, y, x + w, y + h, BLUE)
ball(x, y) = sprintf("set label \"\" at %g, %g front point pointtype 7 pointsize 1.6 linecolor rgb ORANGE", x, y)
tangent(x, y, slope, reach) = sprintf("set arrow from %g, %g to %g, %g nohead linewidth 1.8 linecolor rgb BLACK dashtype (6,4)", \
    x - reach, y - slope * reach, x + reach, y + slope * reach)
number_line(x, y, long, low, high, numbers) = sprintf("line_left = %g; line_long = %g; line_low = %g; line_high = %g; " . \
    "set arrow from %g, %g rto %g, 0 nohead linewidth 1.3; " . \
    "set for [v in \"%s\"] arrow from on_line(real(v)), %g rto 0, 0.12 nohead linewidth 1.3; " . \
    "set for [v in \"%s\"] label minus(v) at on_line(real(v)), %g center offset 0, character -0.9", \
    x, long, low, high, x, y, long, numbers, y, numbers, y)
on_line(v) = line_left + line_long * 1.0 * (v - line_low) / (line_high - line_low)
