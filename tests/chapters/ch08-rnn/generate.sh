#!/bin/sh
# generate.sh: --generate, --text, --predict: what a reader asks of the writer and of the reader of names, and what is
# wrong with it. A run of the table of bounds has left both networks.
. tests/mini.sh
results=build/tests/ch08-rnn/all
[ -s $results/network.safetensors ] || sh tests/chapter.sh tests/chapters/ch08-rnn.tsv all || exit
data=$results.data
writer() { ./ch08-rnn --data $data --load $results/network.safetensors --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

# The prompt, and as many characters as asked for. The same again gives the same; another draw does not.
written() { writer --quiet --generate "It is a truth" "$@"; }
written --length 100 >"$folder/one"
head -c 13 "$folder/one" | grep -qx "It is a truth" || fail "the prompt is lost: $(cat "$folder/one")"
[ "$(wc -m <"$folder/one")" -eq 114 ] || fail "$(wc -m <"$folder/one") characters, not 13, 100 and a line's end"
written --length 100 | cmp - "$folder/one" || fail "not twice the same"
! written --length 100 --draw 2 | cmp -s - "$folder/one" || fail "another draw is the same"
written --length 60 | head -c 73 | cmp -n 73 - "$folder/one" || fail "a shorter text begins otherwise"
written --length 50 --temperature 0 >"$folder/sure"
written --length 50 --temperature 0 --draw 7 | cmp - "$folder/sure" || fail "the likeliest is left to chance"

expect "--temperature -1: expected 0 to 100" 2 writer --generate It --temperature -1
expect "--temperature nan: expected a number" 2 writer --generate It --temperature nan
expect "--length 0: expected 1" 2 writer --generate It --length 0
expect "--draw -1: expected 0 or more" 2 writer --generate It --draw -1
expect "--generate : expected a value" 2 writer --generate ""
expect 'character 3, at "한글", does not occur' 1 writer --generate "a 한글"
expect "--generate: line 1, byte 2: 0xFC is not UTF-8" 1 writer --generate "$(printf 'a\374b')"
expect "--length goes with --generate" 2 writer --length 10
expect "--temperature goes with --generate" 2 writer --temperature 1
expect "--temperature goes with --generate" 2 writer --temperature 0.7   # what it is without a word, too
expect "--generate and --predict exclude each other" 2 ./ch08-rnn --predict Kim --generate It
expect "--generate and --part memory exclude each other" 2 ./ch08-rnn --part memory --generate It

# Names.
names() { ./ch08-rnn --data $data --load $results/names-network.safetensors --out "$folder/results" "$@"; }
names --predict Kowalczyk >"$folder/out" || fail "--predict fails"
[ "$(grep -c '%$' "$folder/out")" -eq 3 ] || fail "not three languages: $(cat "$folder/out")"
[ "$(names --quiet --predict Kowalczyk)" = polish ] || fail "Kowalczyk is $(names --quiet --predict Kowalczyk)"
names --predict "Kowalczyk한" >"$folder/out" || fail "--predict fails"
said "letters that were never seen: 1"
names --predict "$(printf 'a%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25)" >"$folder/out"
said "only the first 24 letters are read"
expect "--predict : expected a value" 2 names --predict ""
expect "none of its letters is known" 1 names --predict "한글"
expect "--predict: line 1, byte 1: 0xFC is not UTF-8" 1 names --predict "$(printf '\374')"
expect "--predict goes with --part names" 2 ./ch08-rnn --part writer --predict Abe

# A text of the reader's own.
head -c 30000 data/text/pride-and-prejudice.txt >"$folder/book.txt"
own() { ./ch08-rnn --text "$folder/book.txt" --out "$folder/own" "$@"; }
own --epochs 17 >"$folder/out" || fail "--epochs 17 fails"
said "epoch 17/17"   # as many as the novel gets, but said
own --epochs 2 >"$folder/out" || fail "--text fails: $(cat "$folder/out")"
said "writer: "
awk -F '\t' '$1 == "held_out_characters" { n = $2 } END { exit n != 3000 }' "$folder/own/metrics.tsv" || fail "not a tenth is held out"
own --epochs 2 --generate "It is" --length 5 >"$folder/out" || fail "--generate fails"
said "with the model of the last run"
expect "--part names is about the bundled data; with --text there are writer" 2 own --part names
expect "--part names is about the bundled data" 2 own --predict Abe
bad() { printf "$1" >"$folder/bad.txt"; shift; expect "$1" 1 ./ch08-rnn --text "$folder/bad.txt" --out "$folder/own"; }
bad '' "0 characters, expected at least 650"
bad 'a short text' "12 characters, expected at least 650"
bad 'a\000b' "line 1, byte 2: a NUL"
bad 'one\ntw\374' "line 2, byte 3: 0xFC is not UTF-8"
printf 'x%.0s' $(seq 2000) >"$folder/same.txt"
expect "its 2000 characters are all the same" 1 ./ch08-rnn --text "$folder/same.txt" --out "$folder/own"
expect "nothing.txt: No such file" 1 ./ch08-rnn --text "$folder/nothing.txt" --out "$folder/own"

# Without names, pages or days enough, one line says so.
cp -r $data "$folder/data"
part() { ./ch08-rnn --part "$1" --epochs 1 --data "$folder/data" --out "$folder/results"; }
for language in "$folder"/data/names/*.txt; do : >"$language"; done
expect "dutch.txt: holds no name" 1 part names
head -n 3 data/text/gnome-help-korean.txt >"$folder/data/text/gnome-help-korean.txt"
expect "too few" 1 part korean
head -n 400 data/series/seattle-weather.csv >"$folder/data/series/seattle-weather.csv"
expect "399 values are too few for windows of 30, 14 ahead and a season of 365" 1 part forecast

# Any number of threads, and a training that was stopped: the same bits.
again() { out=$1; shift; ./ch08-rnn --part writer --quiet --data "$folder/short" --out "$folder/out-$out" "$@" || fail "a training fails"; }
mkdir -p "$folder/short/text" && cp "$folder/book.txt" "$folder/short/text/pride-and-prejudice.txt"
again two --threads 2 --epochs 2 --save "$folder/two.st"
again one --threads 1 --epochs 2 --save "$folder/one.st"
cmp "$folder/one.st" "$folder/two.st" || fail "the number of threads changes bits"
stopped() { ./ch08-rnn --part writer --quiet --data "$folder/short" --out "$folder/half" --epochs 2 --save "$folder/half.st"; }
stopped & child=$!
while [ ! -s "$folder/half.st" ] && kill -0 $child 2>/dev/null; do sleep 0.05; done
kill -INT $child 2>/dev/null
wait $child
again half --resume "$folder/half.st" --save "$folder/half.st"
cmp "$folder/half.st" "$folder/two.st" || fail "a resumed training ends otherwise"
