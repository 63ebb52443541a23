#!/bin/sh
# predict.sh: --predict reads the digits of 200 pictures that a reader might have drawn, 95% or more of
# them rightly, and finds none in a blank picture. tests/pictures.c says what the pictures are like. Where it
# has to train first, it says why.
#
#     sh tests/chapters/ch07-cnn/predict.sh          50 of them, with the network that few digits have trained
#     sh tests/chapters/ch07-cnn/predict.sh whole    all, with that of a usual run
. tests/mini.sh
run=${1:-core} count=50 seed=2207 wanted=92
[ "$run" != whole ] || count=200 wanted=95

net=build/tests/ch07-cnn/$run/network.safetensors
[ -s $net ] || sh tests/chapter.sh tests/chapters/ch07-cnn.tsv "$run" || fail "the training fails"
predict() { ./ch07-cnn --load $net --out "$folder/results" --predict "$1"; }

mkdir "$folder/drawn"
build/release/pictures "$folder/drawn" $count $seed data/mnist/t10k-images-idx3-ubyte data/mnist/t10k-labels-idx1-ubyte ||
    fail "the generator fails"

# The first of the three likeliest stands in the line "it is 7   99.1%".
tail -n +2 "$folder/drawn/pictures.tsv" | cut -f 1,2 >"$folder/list"
right=0
while read -r file label; do
    said=$(predict "$folder/drawn/$file" | sed -n 's/^it is \([0-9]\) .*%$/\1/p')
    if [ "$said" = "$label" ]; then right=$((right + 1)); else echo "$file: read as '$said'"; fi
done <"$folder/list"
echo "$right of $count are right"
[ "$(wc -l <"$folder/list")" -eq $count ] || fail "not $count pictures were made"
[ $((100 * right)) -ge $((wanted * count)) ] || fail "fewer than $wanted%"

# A grey sheet; and noise, for compressed bytes look like chance.
pgm() { printf 'P5\n%d %d\n255\n' "$2" "$1"; head -c $(($1 * $2)); }
tr '\0' '\200' </dev/zero | pgm 120 90 >"$folder/blank.pgm"
tail -c +5000 data/mnist/train-images-idx3-ubyte.gz | pgm 100 140 >"$folder/noise.pgm"
for picture in blank noise; do
    expect "no digit found" 1 predict "$folder/$picture.pgm"
done

# A reader's own network: none yet, then that of the last run, then one of another shape, which is replaced.
mini 200 100
drawn=$folder/drawn/$(head -n 1 "$folder/list" | cut -f 1)
own=$folder/own/network.safetensors
said()   # words: --predict with the reader's own network must say this line
{
    ./ch07-cnn --epochs 1 --data "$folder/data" --out "$folder/own" --predict "$drawn" >"$folder/out" || fail "--predict fails"
    grep -qF -- "$1" "$folder/out" || fail "--predict does not say '$1' but: $(cat "$folder/out")"
}
said "no trained model yet: training one first"
said "with the model of the last run, $own (20"
sed 's/"shape":\[5,5,1,32\]/"shape":[5,5,32,1]/' "$own" >"$folder/other" && mv "$folder/other" "$own"
said "the saved network does not fit: $own: conv1.weight is [5, 5, 32, 1], this network has [5, 5, 1, 32]; training one that replaces it"
said "with the model of the last run, $own (20"
