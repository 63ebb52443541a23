# Where the novel breaks its lines, and where the writer thinks it does.
width = 12; height = 6.8; room_right = 2.8
load "figures/style.gp"
set xrange [0:76]; set xtics 20
eval heights(0, 100); set ytics 50
set xlabel "Column"
eval over("A blank that breaks the line (%)")
eval named(2, "Novel", 100 * last(table("lines"), 3)); eval named(1, "Writer", 100 * last(table("lines"), 4))
load "figures/names.gp"
plot table("lines") using ($1 + 2):(100 * $3) skip 1 with linespoints linestyle 2, table("lines") using ($1 + 2):(100 * $4) skip 1 with linespoints linestyle 1
alt = sprintf("How often a blank breaks the line, by its column. In the novel %s of the blanks between columns 8 and 55 do, and %s behind column 68; the writer says %s and %s.", \
    percent(metric("lines_middle_breaks")), percent(metric("lines_end_breaks")), percent(metric("lines_middle_said")), percent(metric("lines_end_said")))
load "figures/alt.gp"
