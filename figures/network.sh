#!/bin/sh
# network.sh: the drawing of a network for the screen and for print, and its words.
#
#     sh figures/network.sh build/results/ch07-cnn build/figures/ch07-network
set -eu
layers() { awk -v what="$1" -f figures/network.awk "$results/network.tsv" "$results/network.dot"; }

results=$1 picture=$2
part=$picture.$$.part
trap 'rm -f "$part".*' EXIT
layers dot >"$part.dot"
dot -Tpdf -o "$part.pdf" "$part.dot"
# An EPUB may not name a document type that lies elsewhere.
dot -Tsvg "$part.dot" | sed ':a; /<!DOCTYPE[^>]*$/ { N; ba; }; s/<!DOCTYPE[^>]*>//' >"$part.svg"
awk -v name="$picture.svg" -f figures/letters.awk "$part.svg" >&2
layers alt >"$part.alt"
for kind in pdf alt svg; do mv "$part.$kind" "$picture.$kind"; done
