# schematic.gp: drawings of how a thing works, from small numbers that a program wrote. A script loads it behind
# style.gp. One unit is a cell; y grows downwards, as rows do.
#
#     canvas(width, height)               a macro: what is seen, in cells
#     grid(drawing, grid, x, y)           the cells of a grid of table("grids"), its upper left corner at (x, y)
#     plot grid(…) @CELLS, grid(…) @NUMBERS
#     eval title_at("picture", x, y)      words over a grid, in its middle
#     eval arrow(x1, y1, x2, y2)          from one grid to the next
#     eval frame(x, y, width, height)     a thick line around some cells
#
# The table has a line for each cell: drawing, grid, row, column, value, role. A role gives the cell its shade; the
# shades differ in lightness, for grey print.

eval bare
set style fill solid 1.0 border rgb "#505050"
canvas(w, h) = sprintf("set xrange [0:%g]; set yrange [%g:0]; set margins 0,0,0,0", w, h)
grid(drawing, name, x, y) = sprintf( \
    "< awk -F'\t' -v OFS='\t' '$1 == \"%s\" && $2 == \"%s\" { print %g + $4 + 0.5, %g + $3 + 0.5, $5, $6 }' '%s'", \
    drawing, name, x, y, table("grids"))

# The roles, and the shade of each.
roles  = "plain frame  window both   weight answer asked  winner gradient"
shades = "ffffff ebebeb c6e0f2 9fc3db fbe3b0 f5bf4f ffffff f5bf4f 9fc3db"
place_of(role) = (sum [k = 1:words(roles)] (word(roles, k) eq role ? k : 0))
shade(role) = int("0x" . word(shades, place_of(role)))
number(value, role) = role eq "asked" ? "?" : value[1:1] eq "-" ? "−" . value[2:*] : value
# Without the zeros, where a zero says that there is nothing.
some_number(value, role) = value eq "0" ? "" : number(value, role)

CELLS = "using 1:2:(0.5):(0.5):(shade(strcol(4))) with boxxyerror linewidth 0.9 linecolor rgb variable"
NUMBERS = "using 1:2:(number(strcol(3), strcol(4))) with labels"
SOME_NUMBERS = "using 1:2:(some_number(strcol(3), strcol(4))) with labels"

title_at(words, x, y) = sprintf("set label \"%s\" at %g, %g center", words, x, y)
text_at(words, x, y) = sprintf("set label \"%s\" at %g, %g left", words, x, y)
arrow(a, b, c, d) = sprintf("set arrow from %g, %g to %g, %g filled size 0.22, 20 linewidth 1.3 linecolor rgb '#303030'", a, b, c, d)
frame(x, y, w, h) = sprintf("set object rectangle from %g, %g to %g, %g front fillstyle empty border rgb '%s' linewidth 3", x, y, x + w, y + h, BLUE)
