#!/bin/sh
# kept.sh: what book/results keeps is all that figures draw and pages quote, is small, comes out of its packing as it was,
# and says what it is: the authors', and where the program has changed since.
. tests/mini.sh
trap 'rm -rf "$folder"' EXIT
unset MAKEFLAGS MAKELEVEL

# A small chapter of its own. Tables: a grid, a training, numbers that only look like a grid, words, lines that miss a field.
root=$PWD small=$folder/small
mkdir -p "$small/chapters/ch01-x" "$small/common/cpu" "$small/data" "$small/figures" "$small/book" "$small/run"
cp book/kept.sh book/*.awk "$small/book"
cp figures/tables.sh "$small/figures"
cd "$small" || exit
printf '// says\nint x = 1;   // one\n' >chapters/ch01-x/x.c
echo 'int y;' | tee common/y.c common/cpu/z.c common/y.h common/cpu/z.h >chapters/ch01-x/x.h
echo 'abc  digits' >data/SHA256SUMS
printf 'plot table("grid"), table("training"), table("odd"), table("said"), table("short")\n' >figures/ch01-x.gp
echo 'It is []{.num table=quoted key=1 column=y}.' | tee book/c.md >chapters/ch01-x/notes.md
awk 'BEGIN {
    OFS = "\t"
    print "picture", "x", "y", "level" >"run/grid.tsv"
    print "step", "epoch", "loss", "rate" >"run/training.tsv"
    print "a", "b" >"run/odd.tsv"
    print "who", "words" >"run/said.tsv"
    print "a", "b", "c" >"run/short.tsv"
    for (k = 0; k < 3; k++) for (y = 0; y < 20; y++) for (x = -10; x < 20; x++)
        print k, sprintf("%.2f", x * 0.2), sprintf("%.1f", -y / 10), x < 0 ? 0 : sprintf("%.3f", (x - 9) * y / 300) >"run/grid.tsv"
    for (s = 10; s <= 9000; s += 10) print s, int(s / 300), sprintf("%.4f", 3000 / s), 0.03 >"run/training.tsv"
    for (s = 1; s <= 900; s++) print s * s % 77, s % 7 ? "1e-" s : s "+1" >"run/odd.tsv"
    for (s = 1; s <= 900; s++) print s, s % 3 ? "0*3 .5 is " s : "" >"run/said.tsv"
    for (s = 1; s <= 900; s++) print s, (s % 5 ? "" OFS s : 1) >"run/short.tsv"
    for (s = 1; s <= 2000; s++) print s, s * s >"run/quoted.tsv"
    for (s = 1; s <= 2000; s++) print s, s * s >"run/unread.tsv"
}'
printf 'a\t1\t\nthreads\t2\t\nbuild\tgcc\t\n' >run/metrics.tsv
touch -d 2020-02-29 run/metrics.tsv
echo weights >run/network.safetensors
keep() { sh book/kept.sh keep run kept/ch01-x >log 2>&1; }
unpacked() { sh book/kept.sh unpack kept out || fail "what is kept is not unpacked"; }

keep || fail "nothing is kept: $(cat log)"
[ "$(ls kept/ch01-x | tr '\n' ' ')" = "about grid.packed key metrics.tsv odd.tsv quoted.packed said.tsv short.tsv training.packed " ] || fail "kept are $(ls kept/ch01-x)"
[ "$(cat kept/ch01-x/about)" = "2020-02-29, 2 threads, gcc" ] || fail "the run was $(cat kept/ch01-x/about)"
unpacked
for table in run/*.tsv; do
    [ "$table" = run/unread.tsv ] || cmp "$table" "out/ch01-x/$(basename "$table")" || fail "a table is not what it was"
done
[ ! -e out/ch01-x/stale ] || fail "fresh results are said to be old"
printf '// says more\n\n/* and\n * more */\nint x = 1;\n' >chapters/ch01-x/x.c
unpacked
[ ! -e out/ch01-x/stale ] || fail "a comment makes results old"
for change in 'chapters/ch01-x/x.c' 'common/y.h' 'common/cpu/z.c' 'data/SHA256SUMS'; do
    cp "$change" before
    echo 'int q;' >>"$change"
    unpacked
    [ -e out/ch01-x/stale ] || fail "$change changes, and results are not said to be old"
    cp before "$change"
    unpacked
    [ ! -e out/ch01-x/stale ] || fail "$change is as before, and results are said to be old"
done
printf '/* says */ int x = 2;\n' >chapters/ch01-x/x.c
keep && unpacked
printf '/* says */ int x = 3;\n' >chapters/ch01-x/x.c
unpacked
[ -e out/ch01-x/stale ] || fail "code behind a comment changes, and results are not said to be old"
touch run/stale
keep && unpacked && [ -e out/ch01-x/stale ] || fail "results of an older program are kept as if they were not"
awk 'BEGIN { for (s = 1; s <= 90000; s++) print s, s * s % 99991 }' >run/quoted.tsv
! keep && grep -q "would hold [0-9]* bytes, at most 500000" log && [ -s kept/ch01-x/about ] || fail "too much is kept: $(cat log)"
! sh book/kept.sh keep out/ch01-x kept/ch01-x 2>log || fail "the authors' results are kept as if they were one's own"

# What lies in the book.
cd "$root" || exit
kept=$folder/kept
sh book/kept.sh unpack book/results "$kept" || fail "book/results is not unpacked"
for page in chapters/ch*/notes.md book/kernels.md; do
    chapter=$(basename "${page%/notes.md}" .md)
    [ "$(cat book/results/"$chapter"/* | wc -c)" -le 500000 ] || fail "book/results/$chapter has $(du -sb book/results/"$chapter")"
    ! ls book/results/"$chapter" | grep -vE '\.tsv$|\.packed$|^(about|key|network\.dot)$' || fail "$chapter keeps what is no table"
    for script in figures/"${chapter%%-*}"-*.gp; do
        for table in $(sh figures/tables.sh "$script"); do
            [ -s "$kept/$chapter/$table.tsv" ] || fail "$script draws $table, which is not kept"
        done
        for name in $(grep -o 'metric("[^"]*")' "$script" | cut -d '"' -f 2); do
            grep -q "^$name	" "$kept/$chapter/metrics.tsv" || fail "$script reads $name, which is not kept"
        done
    done
    tr '\n' ' ' <"$page" | awk -v page="$chapter" -v folder="$kept" -f tests/book/kept.awk
done >"$folder/lacks"
[ ! -s "$folder/lacks" ] || fail "$(cat "$folder/lacks")"
for chapter in book/results/*/; do [ -d "chapters/$(basename "$chapter")" ] || [ -d "book/$(basename "$chapter")" ] || fail "there is no chapter of $chapter"; done

# Nothing is run for it. Make has no rule that would.
sh common/detect.sh need "make book-html" 2>&1 || exit 77
make -pnq check-book RESULTS=book/results BOOK_OUT="$folder/book" 2>/dev/null | grep -E '^build/kept/[^ ]*/key:' >"$folder/rules"
! grep build/release "$folder/rules" || fail "a book of the authors' results compiles programs"
make -pnq check-book BOOK_OUT="$folder/book" 2>/dev/null | grep -qE '^build/results/[^ ]*/key:.*build/release' || fail "any other book does not run them"
make -pnq figures 2>/dev/null | grep -q '^figures:.*build/figures/kernels-race\.svg' || fail "make figures leaves out those of the appendix"
