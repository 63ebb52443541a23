#!/bin/sh
# verbs.sh: every verb that help shows exists, and a chapter answers to each of its names.
set -eu

help=$(make help)
for verb in $(echo "$help" | sed -n 's/^make  *\([a-z][a-z-]*\)  .*/\1/p'); do
    ! make -n "$verb" 2>&1 | grep -q "No rule to make target" || { echo "help shows '$verb', and make does not know it"; exit 1; }
done

for chapter in $(echo "$help" | sed -n "s/.*every chapter's program: //p"); do
    long=${chapter%%-*}         # ch07
    number=${long#ch}           # 07
    for name in "$chapter" "$long" "$number" "${number#0}"; do
        make -n "$name" | grep -q "^install .*/$chapter $chapter\$" ||
            { echo "make $name does not make $chapter"; exit 1; }
    done
done

! make VARIANT=fast help >/dev/null 2>&1 || { echo "VARIANT=fast is accepted"; exit 1; }

# What make -n would do it only says: a line with $(MAKE) is run even then, and must have no other command behind it.
nowhere=$(mktemp -d)
trap 'rm -rf "$nowhere"' EXIT
for verb in figures book-html; do
    make -n "$verb" RESULTS="$nowhere/results" BOOK_OUT="$nowhere/book" >/dev/null 2>&1 || true
    [ -z "$(find "$nowhere/results" -name '*.tsv' 2>/dev/null)" ] && [ ! -e "$nowhere/book/drawn" ] || { echo "make -n $verb runs programs"; exit 1; }
done
