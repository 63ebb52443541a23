#!/bin/sh
# figures.sh: what a figure stands on, tried on small tables: one of each mechanism in both forms, names at the ends of
# curves, places of a window, and the faults that the drawing refuses.
sh common/detect.sh need "make figures" 2>&1 || exit 77
. tests/mini.sh
results=$folder/results pictures=$folder/pictures
mkdir -p "$results" "$pictures"
table() { name=$1; shift; printf '%s\n' "$@" | tr ' ' '\t' | tr _ ' ' >"$results/$name.tsv"; }
draw() { sh figures/draw.sh "$1" "$results" "$pictures/$(basename -s .gp "$1")"; }
written() { sed -n 's/.*<text>\(.*\)<\/text>.*/\1/p' "$1" | sed 's/<[^>]*>//g'; }
says() { written "$pictures/$1.svg" | grep -qF -- "$2" || fail "$1 does not say $2: $(written "$pictures/$1.svg" | tr '\n' ' ')"; }

table metrics 'name value unit' 'a 1 '
table grids 'drawing grid row column value role' 'test confusion 0 0 39 plain' 'test confusion 0 1 2 plain' \
    'test confusion 1 0 3 plain' 'test confusion 1 1 70 plain' 'slide picture 0 0 -4 frame' 'slide picture 0 1 5 plain' 'slide picture 0 2 6 plain'
table nodes 'drawing node layer place value role' 'neuron x1 0 0 9 plain' 'neuron x2 0 1 1 plain' 'neuron b 0 2 1 frame' \
    'neuron z 1 1 6.5 window' 'neuron y 2 1 1 answer' 'chain h0 0 0 0.7 window' 'chain x0 0 1  plain' 'chain h1 1 0 0.2 window' 'chain x1 1 1  plain'
table edges 'drawing from to value role' 'neuron x1 z 1 ' 'neuron x2 z 1 ' 'neuron b z -3.5 ' 'neuron z y  ' 'chain x0 h0  ' 'chain x1 h1  ' 'chain h0 h1 0.8 '
table descent 'step weight loss slope' '0 1 1 2' '1 -1.2 1.44 -2.4' '2 1.44 2.0736 2.88'

# Each number of a table stands in its place, a minus is a minus, and the words follow.
draw tests/figures/mechanisms.gp || fail "the mechanisms are not drawn"
for word in 6.5 −3.5 x2 h1 0.8 39 70 −4 0.5; do says mechanisms "$word"; done
[ "$(cat "$pictures/mechanisms.alt")" = "The largest square is 70, the second in its row 3." ] || fail "says $(cat "$pictures/mechanisms.alt")"
draw tests/figures/bowl.gp || fail "the bowl is not drawn"
for word in Loss Weight w² Flat; do says bowl "$word"; done
[ "$(cat "$pictures/bowl.alt")" = "The ball begins at 1.0 and lands at -1.20." ] || fail "says $(cat "$pictures/bowl.alt")"
[ -s "$pictures/bowl.pdf" ] || fail "no bowl for paper"

# Names of curves that end beside each other are a line apart; of two far curves each stays at its end.
heights() { grep -o 'translate([0-9.]*,[0-9.]*)[^>]*>\|<text>.*</text>' "$pictures/bowl.svg" | sed 's/<tspan[^>]*>//g; s/<\/tspan>//g' |
    awk -F '[(,)]' '/^translate/ { y = $3 } /w²|Flat/ { print y }' | sort -g | tr '\n' ' '; }
set -- $(heights)
awk -v a="$1" -v b="$2" 'BEGIN { exit !(b - a >= 20 && b - a < 30) }' || fail "names stand at $1 and $2"

# A name that has no room is refused, and what it wants is said.
sed 's/"Flat"/"Rather flat at the top"/' tests/figures/bowl.gp >"$folder/wide.gp"
draw "$folder/wide.gp" 2>"$folder/err" && fail "a name that is cut passes"
grep -q "the name Rather flat at the top wants room_right = [4-5]" "$folder/err" || fail "says $(cat "$folder/err")"

# A window's places: as many pictures as the script says, each with its words, and those of before are gone.
cat >"$folder/slide.gp" <<'END'
width = 12; height = 4
load "figures/style.gp"
load "figures/schematic.gp"
places = 2
eval canvas(3, 1)
plot marked("slide", "picture", 0, 0, "window", 0, place, 2) @CELLS, grid("slide", "picture", 0, 0) @NUMBERS
alt = sprintf("Place %d begins at %s.", place + 1, cell("slide", "picture", 0, place))
load "figures/alt.gp"
END
draw "$folder/slide.gp" || fail "no window is drawn"
[ "$(cat "$pictures/slide.alt" "$pictures/slide-place-1.alt")" = "Place 1 begins at −4.
Place 2 begins at 5." ] || fail "the places say $(cat "$pictures"/slide*.alt)"
[ ! -e "$pictures/slide-place-2.svg" ] && ! cmp -s "$pictures/slide.svg" "$pictures/slide-place-1.svg" || fail "the places are not two"
sed -i '/^places/d' "$folder/slide.gp"
draw "$folder/slide.gp" && [ ! -e "$pictures/slide-place-1.svg" ] || fail "a place that is no more stays"
[ "$(sh figures/tables.sh tests/figures/mechanisms.gp | tr '\n' ' ')" = "grids nodes edges " ] && [ "$(sh figures/tables.sh tests/figures/bowl.gp)" = descent ] ||
    fail "the figures read $(sh figures/tables.sh tests/figures/mechanisms.gp) $(sh figures/tables.sh tests/figures/bowl.gp)"

# Letters that a telephone makes too small, and a curve without points, are refused; the picture of before stays.
cp "$pictures/slide.svg" "$folder/before.svg"
sed 's/@NUMBERS/@NUMBERS font ",13"/' "$folder/slide.gp" >"$folder/small.gp"
mv "$folder/small.gp" "$folder/slide.gp"
expect "letters of 7.8 pixels on a telephone" 1 draw "$folder/slide.gp"
cmp -s "$pictures/slide.svg" "$folder/before.svg" || fail "what was refused replaces the picture"
sed -i 's/"slide", "picture", 0, 0)/"slide", "none", 0, 0)/' "$folder/slide.gp"
draw "$folder/slide.gp" 2>"$folder/err" && fail "a drawing without its numbers passes"
grep -q "gnuplot warns" "$folder/err" || fail "says $(cat "$folder/err")"
