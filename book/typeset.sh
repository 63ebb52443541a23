#!/bin/sh
# typeset.sh: book.tex becomes book.pdf beside it, or the build stops: a missing glyph, a line or a page that
# sticks out of its margin and a reference to nothing are faults, which TeX only murmurs about.
#
#     sh book/typeset.sh build/book/book.tex
set -eu
folder=$(dirname "$1") name=$(basename "$1" .tex)
work=$folder/tex log=$folder/tex/$name.log
mkdir -p "$work"

tex()
{
    echo "  tex      $1, $2"
    xelatex -interaction=batchmode -halt-on-error -output-directory="$work" "$1" >/dev/null && return
    grep -A 5 '^!' "$log" >&2
    exit 1
}

# TeX breaks the lines of its log after 79 characters; a number large enough keeps them whole.
export max_print_line=1000
rm -f "$folder/$name.pdf" "$work/$name".*

# An answer goes to the next page where its question's is the same, which moves what follows: TeX reads the text
# until no page changes, the first time without knowing any.
known() { cat "$work/$name.aux" "$work/$name.toc" "$work/$name.idx" 2>/dev/null | cksum; }
for round in 1 2 3 4 5 6 7 8; do
    before=$(known)
    tex "$1" "round $round"
    [ ! -s "$work/$name.idx" ] || (cd "$work" && makeindex -q "$name.idx")
    [ $round -lt 3 ] || [ "$before" != "$(known)" ] || break
done
[ "$before" = "$(known)" ] || { echo "$1: the pages do not come to rest" >&2; exit 1; }

# What sticks out of a line by less than a point is seen by nobody, and another machine's numbers may be that much
# wider; a page may be a line too long.
faults()
{
    awk '/^Missing character|^LaTeX Warning: (Reference|Hyper reference)|^pdfTeX warning.*dest/ { print; found = 1 }
        /^Overfull \\[hv]box/ { split($0, part, /[(]|pt/); if (part[2] >= (/vbox/ ? 12.2 : 1)) { print; found = 1 } }
        END { exit !found }' "$log"
}
if faults >&2; then
    echo "$1: the lines above are faults" >&2
    mv "$work/$name.pdf" "$folder/$name-faulty.pdf"
    exit 1
fi
mv "$work/$name.pdf" "$folder/$name.pdf"
