#!/bin/sh
# photographs.sh: --predict reads 200 imitated photographs of digits on paper, 90% or more of them
# rightly, and
# what the faults of earlier readers looked like. tests/photographs.c says what the photographs are
# like.
#
#     sh tests/chapters/ch07-cnn/photographs.sh               50, with the network that few digits trained
#     sh tests/chapters/ch07-cnn/photographs.sh whole [SEED]  all, with that of a usual run
. tests/mini.sh
run=${1:-core} seed=${2:-2207} count=50 wanted=80
[ "$run" != whole ] || count=200 wanted=90

net=build/tests/ch07-cnn/$run/network.safetensors
[ -s $net ] || sh tests/chapter.sh tests/chapters/ch07-cnn.tsv "$run" || fail "the training fails"
predict() { ./ch07-cnn --load $net --out "$folder/results" --predict "$@"; }

mkdir "$folder/drawn"
build/release/photographs "$folder/drawn" $count "$seed" data/mnist/t10k-images-idx3-ubyte data/mnist/t10k-labels-idx1-ubyte ||
    fail "the generator fails"
right=0
while read -r file label rest; do
    [ "$file" = file ] && continue
    said=$(predict "$folder/drawn/$file" --quiet 2>/dev/null)
    if [ "$said" = "$label" ]; then right=$((right + 1)); else echo "$file: read as '$said': $rest"; fi
done <"$folder/drawn/photographs.tsv"
echo "seed $seed: $right of $count photographs are right"
[ "$(wc -l <"$folder/drawn/photographs.tsv")" -eq $((count + 1)) ] || fail "not $count photographs were made"
[ $((100 * right)) -ge $((wanted * count)) ] || fail "fewer than $wanted%"

# A three in light that falls off, with a hairline, on nothing, and beside another.
said()   # words, picture: --predict must say them
{
    predict "$2" >"$folder/out" || fail "$2: --predict fails"
    grep -qF -- "$1" "$folder/out" || fail "$2: does not say '$1' but: $(cat "$folder/out")"
}
mkdir "$folder/threes"
build/release/threes "$folder/threes" || fail "the threes cannot be made"
[ "$run" != whole ] || for picture in "$folder"/threes/*; do said "it is 3 " "$picture"; done
said "more than one digit" "$folder/threes/two.png"

# Nothing there: a picture of what was read, and what to try; --quiet says the line on stderr alone.
{ printf 'P5\n90 120\n255\n'; head -c 10800 /dev/zero | tr '\0' '\200'; } >"$folder/blank.pgm"
! predict "$folder/blank.pgm" >"$folder/out" 2>/dev/null || fail "a digit on a blank page"
grep -q "▒▒▒▒▒▒▒▒" "$folder/out" || fail "the blank page is not shown: $(cat "$folder/out")"
grep -q "thicker pen" "$folder/out" || fail "no advice: $(cat "$folder/out")"
[ -z "$(predict "$folder/blank.pgm" --quiet 2>/dev/null)" ] || fail "--quiet is not quiet"
