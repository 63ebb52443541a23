#!/bin/sh
# layout.sh: no line of C has over 100 columns, and none over 78 in the files that
# the book shows. Columns are characters: in the C locale every awk counts bytes, so the bytes that
# only continue a character are taken out first. A learner's own files may be as wide as they like.
LC_ALL=C
export LC_ALL
long='{ line = $0; gsub(/[\200-\277]/, "", line) }
length(line) > most { print FILENAME ":" FNR ": " length(line) " columns, at most " most }'
whole=$(sed -n '/^```{\.c src=/ { /fn=\|part=/d; s/.*src=\([^ }]*\).*/\1/p; }' chapters/*/notes.md | sort -u)
found=$(awk -v most=78 "$long" chapters/*/*.[ch] common/cpu/tile.[ch] &&
    awk -v most=78 "$long" $(echo "$whole" | grep -v "^chapters/") /dev/null &&
    find book chapters common data figures tests -name '*.[ch]' -o -name '*.cu' |
        awk '!/^chapters\/[^\/]*\/exercises\/[^\/]*\/[^\/]*\.c$/ || /\/(stub|test|solution)\.c$/' |
        xargs awk -v most=100 "$long") || exit
[ -z "$found" ] || { echo "$found"; exit 1; }
