#!/bin/sh
# edition.sh: which state of the book this is, as metadata for pandoc: version, day, and whose numbers it has where they
# are the authors'.
#
#     sh book/edition.sh [RESULTS]
#     sh book/edition.sh version       the version alone
#
# The version stands in CITATION.cff, and nowhere else. Where there is a clone, its commit stands behind it, unless that is
# the version's own. book/metadata.yaml may say more, and wins.
said() { sed -n "s/^$1: *//p" CITATION.cff 2>/dev/null; }
version=$(said version)
[ "${1:-}" != version ] || { echo "$version"; exit; }

day=$(said date-released)
if commit=$(git describe --always --dirty --exclude '*' 2>/dev/null) && committed=$(git log -1 --format=%cs 2>/dev/null); then
    day=$committed
    [ "$(git describe --tags --dirty 2>/dev/null)" = "v$version" ] || version="${version:+$version, }$commit"
fi
[ -n "$version" ] || { echo '{}'; exit; }
numbers=
for about in "${1:-none}"/*/about; do
    [ ! -e "$about" ] || numbers=", numbers: \"The numbers and figures are of the authors' runs; make book makes them of yours\""
done
echo "{version: '$version', date: '$day'$numbers}"
