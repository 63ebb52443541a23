# montage.awk: panels of a table side by side, as lines "x y value" for gnuplot's `with image`.
# A panel keeps its place in the order in which the table names it; between panels stands nothing (nan).
BEGIN { FS = "\t" }
NR > 1 {
    if (!($panel in place)) place[$panel] = panels++
    k = place[$panel]
    x = (k % across) * (side + gap) + $column
    y = int(k / across) * (side + gap) + $row
    at[y, x] = $value
}
END {
    width = across * (side + gap) - gap
    height = int((panels + across - 1) / across) * (side + gap) - gap
    for (y = 0; y < height; y++)
        for (x = 0; x < width; x++)
            print x "\t" y "\t" ((y, x) in at ? at[y, x] : "nan")
}
