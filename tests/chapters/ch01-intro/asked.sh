#!/bin/sh
# asked.sh: --digit, --k and --picture: what a reader asks, and what is wrong with it.
. tests/mini.sh
mini 500 100
cp -r data/penguins "$folder/data"
intro() { ./ch01-intro --data "$folder/data" --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

intro --digit 0 >"$folder/out" || fail "--digit fails"
said "test digit 0 is a 7, taken for a 7"
[ "$(intro --digit 0 --quiet)" = 7 ] || fail "--quiet hides the answer"
[ "$(grep -c "from the mean" "$folder/out")" -eq 10 ] || fail "not ten distances: $(cat "$folder/out")"
intro --part clusters --k 5 >"$folder/out" || fail "--k fails"
said "clusters: 5 groups of 342 penguins"
intro --part clusters --k 342 >"$folder/out" || fail "as many clusters as penguins"
said "named by their most frequent species 100.0% are right"

# A picture that the program itself has written is a picture of the reader's.
intro --part formats >"$folder/out" || fail "formats fails"
said "formats: grain, 280 x 280"
cp "$folder/results/formats-digits-gif.gif" "$folder/mine.gif"
head -c 3000 "$folder/results/formats-grain-png.png" >"$folder/cut.png"
first=$(grep -o "GIF [0-9]*" "$folder/out" | head -n 1)
intro --part formats --picture "$folder/mine.gif" >"$folder/out" || fail "--picture fails"
said "formats: own, 280 x 280"
said "$first"

expect "--digit 100: there are 0 to 99" 2 intro --digit 100
expect "--digit -5: there are 0 to 99" 2 intro --digit -5
expect "--digit -1: there are 0 to 99" 2 intro --digit -1
expect "--digit and --part exclude each other" 2 intro --digit 3 --part grid
expect "--k 0: 1 to 342 are possible" 2 intro --part clusters --k 0
expect "--k -1: 1 to 342 are possible" 2 intro --part clusters --k -1
expect "--k 343: 1 to 342 are possible" 2 intro --part clusters --k 343
expect "--k goes with --part clusters" 2 intro --k 3
expect "--k goes with --part clusters" 2 intro --k 3 --part digits
expect "--lr: each mean says how far it moves" 2 intro --lr 0.5
expect "--picture goes with --part formats" 2 intro --picture "$folder/mine.gif"
echo "no picture" >"$folder/none.png"
expect "none.png" 1 intro --part formats --picture "$folder/none.png"
expect "absent.png" 1 intro --part formats --picture "$folder/absent.png"
expect "cut.png" 1 intro --part formats --picture "$folder/cut.png"
