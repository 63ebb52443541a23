#!/bin/sh
# network.sh: the drawing of a network for the screen and for print, and its words.
#
#     sh figures/network.sh build/results/ch07-cnn build/figures/ch07-network
set -eu
layers() { awk -v what="$1" -f figures/network.awk "$results/network.tsv" "$results/network.dot"; }

results=$1 picture=$2
trap 'rm -f "$picture.dot"' EXIT
layers dot >"$picture.dot"
dot -Tpdf -o "$picture.pdf" "$picture.dot"
# An EPUB may not name a document type that lies elsewhere.
dot -Tsvg "$picture.dot" | sed ':a; /<!DOCTYPE[^>]*$/ { N; ba; }; s/<!DOCTYPE[^>]*>//' >"$picture.svg"
layers alt >"$picture.alt"
