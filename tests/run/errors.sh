#!/bin/sh
# errors.sh: each way in which the world can be wrong ends in one line with the reason, a status, and nothing
# half-written. PROGRAM is the one that is tried, if it is not ./ch07-cnn.
. tests/mini.sh
mini 200 100
cp -r "$folder/data" "$folder/good"
program=${PROGRAM:-./ch07-cnn}
out=$folder/results
run() { "$program" --part maps --epochs 1 --data "$folder/data" --out "$out" "$@"; }
with() { "$program" --part maps --data "$folder/data" --out "$out" "$@"; }
fresh() { rm -rf "$folder/data"; cp -r "$folder/good" "$folder/data"; }
put() { printf "$2" | dd of="$1" bs=1 seek="$3" conv=notrunc 2>/dev/null; }   # FILE bytes place
images=$folder/data/mnist/train-images-idx3-ubyte
labels=$folder/data/mnist/train-labels-idx1-ubyte

# The command line.
expect "unknown option --bogus" 2 run --bogus
expect "--batch 0: expected 1" 2 run --batch 0
expect "--batch 100000: expected" 2 run --batch 100000
expect "--epochs many: expected a whole number" 2 run --epochs many
expect "--epochs -1: expected" 2 run --epochs -1
expect "--epochs 0: expected 1 to" 2 run --epochs 0
expect "--lr 0: expected" 2 run --lr 0
expect "--lr 1e+39: expected" 2 run --lr 1e39
expect "--lr needs a number" 2 run --lr
expect "--threads -1: expected" 2 run --threads -1
expect "--part nothing: no such experiment" 2 run --part nothing
expect "--device tpu: not one of" 2 run --device tpu
expect "--dataset letters: not one of" 2 run --dataset letters
expect "--epochs would do nothing" 2 run --load net.st
expect "exclude each other" 2 run --predict picture.png

# A machine with few addresses. (A sanitizer needs more than anybody allows.)
few_addresses() { sh -c "ulimit -v 200000; exec timeout 10 '$program' --list"; }
case $program in *asan*) ;; *) expect "OpenBLAS waits for ever" 1 few_addresses ;; esac

# Files of digits.
fresh; rm "$images"; expect "No such file" 1 run
fresh; head -c 100000 "$images" >"$folder/cut"; mv "$folder/cut" "$images"; expect "ends at byte 100000" 1 run
fresh; echo more >>"$images"; expect "bytes follow at byte 156816" 1 run
fresh; put "$images" x 2; expect "magic 0x00007803" 1 run
fresh; put "$images" '\377\377\377\377' 4; expect "4294967295" 1 run
fresh; put "$images" '\000\000\001\220\000\000\000\016' 4; expect "pictures of 14 x 28, expected 28 x 28" 1 run
fresh; gzip "$images"; put "$images.gz" x 5000; expect "gzip" 1 run
fresh; gzip "$images"; head -c 9000 "$images.gz" >"$folder/cut"; mv "$folder/cut" "$images.gz"; expect "gzip" 1 run
fresh; put "$labels" '\012' 20; expect "label 10" 1 run
fresh; some_images train 100; mv "$images" "$folder/few"; fresh; mv "$folder/few" "$images"
expect "holds 100 images" 1 run
fresh; put "$folder/data/mnist/t10k-images-idx3-ubyte" x 2; expect "t10k-images-idx3-ubyte: magic" 1 run
fresh

# Files of names.
cp -r data/names "$folder/good"; fresh
irish=$folder/data/names/irish.txt
names() { "$program" --part names --epochs 1 --data "$folder/data" --out "$out"; }
: >"$irish"; expect "irish.txt: holds no name" 1 names; fresh
printf '\n\n' >"$irish"; expect "irish.txt: holds no name" 1 names; fresh
put "$irish" '\000' 100; expect "irish.txt: line" 1 names; fresh
put "$irish" '\374' 0; expect "irish.txt: line 1, byte 1: 0xFC is not UTF-8" 1 names; fresh
rm "$irish"; expect "No such file" 1 names; fresh
for language in "$folder"/data/names/*.txt; do echo Abe >"$language"; done
expect "too few" 1 names
rm -r "$folder/good/names"; fresh

# Checkpoints.
expect "nothing.st: No such file" 1 with --load "$folder/nothing.st"
echo "no checkpoint" >"$folder/text.st"; expect "text.st" 1 with --load "$folder/text.st"
run --save "$folder/good.st" --quiet || fail "a training fails"
head -c 5000 "$folder/good.st" >"$folder/cut.st"; expect "cut.st" 1 with --load "$folder/cut.st"
sed 's/conv1.weight/conv9.weight/g' "$folder/good.st" >"$folder/other.st"
expect "other.st: conv" 1 with --load "$folder/other.st"
expect "--seed 7, but" 2 with --resume "$folder/good.st" --seed 7
put "$images" '\001' 5000; expect "other data" 1 with --resume "$folder/good.st"; fresh
sed 's/"batch":"64"/"batch":"00"/' "$folder/good.st" >"$folder/batch.st"
expect "batch.st: metadata batch: 00 is no number from 1 to 65536" 1 with --resume "$folder/batch.st"
sed 's/"epochs":"1"/"epochs":"0"/' "$folder/good.st" >"$folder/epochs.st"
expect "epochs.st: metadata epochs" 1 with --resume "$folder/epochs.st"

# The weights of another program: no word on any training.
python() { printf "\\$(printf %o ${#1})\\0\\0\\0\\0\\0\\0\\0%s\\0\\0\\0\\0" "$1"; }
python '{"fc.weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}' >"$folder/python.st"
expect "python.st: conv1.weight is missing, this network has [5, 5, 1, 32]" 1 with --load "$folder/python.st"
expect "python.st: holds no training to go on with" 1 with --resume "$folder/python.st"

# Pictures.
expect "No such file" 1 "$program" --predict "$folder/nothing.png" --out "$out"
expect "picture.png" 1 "$program" --predict "$folder/picture.png" --out "$out"
[ ! -e "$out/network.safetensors" ] || rm "$out/network.safetensors"
printf 'P5\n2 2\n255\n\1\1\1\1' >"$folder/blank.pgm"
expect "no digit found" 1 "$program" --predict "$folder/blank.pgm" --out "$out"

# A path so long that a line does not hold it: the reason stays.
long=$folder/$(printf '%0200d/%0200d/%0200d' 0 0 0)
expect "No such file or directory" 1 with --load "$long/net.st"

# A loss or a weight that is not a number, and nothing of that run is kept.
rm -rf "$out"
expect "try a smaller --lr" 1 run --lr 1e30 --quiet
[ -z "$(find "$out" -type f 2>/dev/null)" ] || fail "a run that failed leaves $(find "$out" -type f)"

# Nobody who reads, no standard output.
run --verbose 2>"$folder/err" | head -n 1 >/dev/null
[ -z "$(find "$out" -mindepth 1)" ] || fail "a reader that goes away leaves $(find "$out" -mindepth 1)"
run >&- || fail "without standard output: status $?"
! grep -q device.cpu, "$out/metrics.tsv" || fail "the lines of the program stand in metrics.tsv"
expect "standard output: cannot be written" 1 sh -c "'$program' --help >/dev/full"
rm -rf "$out"
expect "standard output: cannot be written; the results are in $out" 1 \
    sh -c "'$program' --part maps --epochs 1 --data '$folder/data' --out '$out' >/dev/full"
[ -s "$out/metrics.tsv" ] && [ -s "$out/network.safetensors" ] || fail "results are lost where standard output fails"
