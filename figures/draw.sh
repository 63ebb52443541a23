#!/bin/sh
# draw.sh: one figure for the screen and for print, and its words. The three come into their places whole.
#
#     sh figures/draw.sh figures/ch07-shift.gp build/results/ch07-cnn build/figures/ch07-shift
set -eu
script=$1 results=$2 picture=$3
part=$(dirname "$picture")/part.$$
name=$(basename "$picture")
trap 'rm -rf "$part"' EXIT
mkdir -p "$part"

# Without a locale gnuplot warns once a figure that it cannot write a degree sign.
for kind in pdf svg; do
    LC_ALL=C.UTF-8 gnuplot -e "results = '$results'; output = '$part/$name.$kind'" "$script" 2>"$part/said" ||
        { cat "$part/said" >&2; exit 1; }
    # A warning is a curve that is not there.
    [ ! -s "$part/said" ] || { echo "$script: gnuplot warns:" >&2; cat "$part/said" >&2; exit 1; }
done
sed "s/<image /<image style='image-rendering:pixelated' /" "$part/$name.svg" >"$part/$name.whole"
mv "$part/$name.pdf" "$picture.pdf"
mv "$part/$name.alt" "$picture.alt"
mv "$part/$name.whole" "$picture.svg"
