#!/bin/sh
# network.sh: the drawing of a network for the screen and for print, and its words.
#
#     sh figures/network.sh build/results/ch07-cnn build/figures/ch07-network
set -eu
layers() { awk -v what="$1" -f figures/network.awk "$results/network.tsv" "$results/network.dot"; }

results=$1 picture=$2
for kind in pdf svg; do layers dot | dot -T$kind -o "$picture.$kind"; done
sed -i '/^<!DOCTYPE/,/>$/d' "$picture.svg"   # it names a file elsewhere, which an EPUB must not
layers alt >"$picture.alt"
