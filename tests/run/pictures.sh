#!/bin/sh
# pictures.sh: every figure is drawn, twice the same, from a run's results; its words follow the numbers.
command -v gnuplot >/dev/null || { echo "gnuplot is missing"; exit 77; }
. tests/further.sh
pictures=build/tests/figures
draw() { gnuplot -e "results = '$results'; output = '$pictures/$1.$2'" "figures/$1.gp" || fail "$1.$2 cannot be drawn"; }

rm -rf "$pictures" && mkdir -p "$pictures"
for script in figures/ch*.gp; do
    name=$(basename "$script" .gp)
    draw "$name" svg
    mv "$pictures/$name.svg" "$pictures/first.svg"
    draw "$name" svg
    cmp "$pictures/first.svg" "$pictures/$name.svg" || fail "$name.svg is not twice the same"
    [ "$(wc -w <"$pictures/$name.alt")" -ge 12 ] || fail "$name.alt says too little"
    ! grep -qi "nan\|inf\b" "$pictures/$name.alt" || fail "$name.alt: $(cat "$pictures/$name.alt")"
done

# Another number in the results, another picture and other words.
cp -r "$results" "$folder/changed"
results=$folder/changed
sed -i 's/^4\t[0-9.]*\t/4\t0.1234\t/' "$results/shift.tsv"
cp "$pictures/ch07-shift.svg" "$pictures/first.svg"
draw ch07-shift svg
! cmp -s "$pictures/first.svg" "$pictures/ch07-shift.svg" || fail "the picture does not follow its numbers"
grep -q "12.3% and" "$pictures/ch07-shift.alt" || fail "the words do not follow the numbers"
