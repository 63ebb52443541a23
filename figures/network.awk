# network.awk: a network's layers, as its program wrote them, in the look that the figures share.
#
#     awk -v what=dot -f figures/network.awk network.tsv network.dot | dot -Tsvg      the drawing
#     awk -v what=alt -f figures/network.awk network.tsv network.dot                  its words
#
# network.tsv has a line a layer (name, shape, parameters, arithmetic, the layer that computes it too);
# network.dot says who reads whom. What has parameters is filled.
BEGIN { FS = "\t"; SKY = "#56b4e9"; INK = "#404040" }

function grouped(n,   text) {   # 454922 as 454,922
    for (text = ""; n >= 1000; n = int(n / 1000)) text = sprintf(",%03d", n % 1000) text
    return n text
}

function sizes(shape) {   # [28, 28, 1] as 28 × 28 × 1
    gsub(/[][]/, "", shape)
    gsub(/, /, " × ", shape)
    return shape == "" ? "1" : shape
}

function cell(width, side, text) {
    return sprintf("<TD WIDTH=\"%d\" ALIGN=\"%s\">%s</TD>", width, side, text)
}

# A box of three columns, each as wide in every box; what nobody computes has two.
function box(id, name, is_input,   columns) {
    columns = cell(is_input ? 46 : 70, "LEFT", name) cell(is_input ? 20 : 66, "CENTER", sizes(shape[name]))
    if (!is_input) columns = columns cell(100, "RIGHT", own[name] ? grouped(own[name]) " parameters" : " ")
    printf "    %s [%slabel=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"><TR>%s</TR></TABLE>>];\n", id,
        is_input ? "style=rounded, " : "group=chain, " (own[name] ? "style=filled, " : ""), columns
}

FNR == 1 { file++ }
file == 1 && FNR > 1 && $3 !~ /^[0-9]+$/ {
    print FILENAME ":" FNR ": the parameters of " $1 " are no number: " $3 >"/dev/stderr"
    broken = 1
    exit 1
}
file == 1 && FNR > 1 {
    layer[++layers] = $1
    shape[$1] = $2
    own[$1] = $3 + 0
    into[$1] = $5
    all += $3
    next
}
what != "dot" { next }
/^digraph/ {
    print
    printf "    rankdir=TB; ranksep=0.16; nodesep=0.3; margin=0; bgcolor=white;\n"
    printf "    node [shape=box, fontname=\"DejaVu Sans\", fontsize=9, margin=\"0.06,0.02\", height=0.26, color=\"%s\", fillcolor=\"%s\", penwidth=0.8];\n", INK, SKY
    printf "    edge [color=\"%s\", penwidth=0.8, arrowsize=0.5];\n", INK
}
match($0, /label="[^"\\]*/) {
    name = substr($0, RSTART + 7, RLENGTH - 7)
    split($0, word, " ")
    of[word[1]] = name
    box(word[1], name, $0 ~ /style=rounded/)
}
/ -> / {
    sub(/;/, "")
    split($0, word, " ")
    # What one loop computes together hangs together without arrows.
    printf "    %s -> %s%s;\n", word[1], word[3], into[of[word[3]]] != "" ? " [arrowhead=none, weight=9]" : ""
}
END {
    if (broken) exit 1
    if (what == "dot") { print "}"; exit }
    for (k = 1; k <= layers; k++)
        if (own[layer[k]]) {
            learned++
            words = words (words == "" ? "" : "; ") layer[k] " gives " sizes(shape[layer[k]]) " numbers and has " grouped(own[layer[k]]) " parameters"
        }
    printf "A network of %d layers, from %s numbers to the loss. %d of the layers learn: %s. Together they have %s parameters.\n", \
        layers, sizes(shape[layer[1]]), learned, words, grouped(all)
}
