#!/bin/sh
# draw.sh: one figure for the screen and for print, and its words. They come into their places whole.
#
#     sh figures/draw.sh figures/ch07-shift.gp build/results/ch07-cnn build/figures/ch07-shift
#
# Of a window that moves (a script with a line `places = 16`) there are more pictures for the screen, NAME-place-1.svg
# to NAME-place-15.svg, each with its words.
set -eu
script=$1 results=$2 picture=$3
part=$(dirname "$picture")/part.$$
name=$(basename "$picture")
trap 'rm -rf "$part"' EXIT
mkdir -p "$part"

# Without a locale gnuplot warns once a figure that it cannot write a degree sign.
draw()   # place, file
{
    LC_ALL=C.UTF-8 gnuplot -e "results = '$results'; place = $1; output = '$part/$2'" "$script" 2>"$part/said" ||
        { cat "$part/said" >&2; exit 1; }
    # A warning is a curve that is not there.
    [ ! -s "$part/said" ] || { echo "$script: gnuplot warns:" >&2; cat "$part/said" >&2; exit 1; }
}

draw 0 "$name.pdf"
draw 0 "$name.svg"
awk -v name="$script" -f figures/letters.awk "$part/$name.svg" >&2 || exit 1
places=$(sed -n 's/^places = \([0-9]*\)$/\1/p' "$script")
place=1
while [ "$place" -lt "${places:-1}" ]; do
    draw $place "$name-place-$place.svg"
    place=$((place + 1))
done

rm -f "$part/said" "$picture"-place-*
sed -i "s/<image /<image style='image-rendering:pixelated' /" "$part"/*.svg
# What the others go with comes last.
mv "$part/$name.svg" "$part/whole"
mv "$part"/"$name"[.-]* "$(dirname "$picture")"
mv "$part/whole" "$picture.svg"
