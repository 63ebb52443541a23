#!/bin/sh
# network.sh: the drawing of a network for the screen and for print, and its words.
#
#     sh figures/network.sh build/results/ch07-cnn build/figures/ch07-network
set -eu
layers() { awk -v what="$1" -f figures/network.awk "$results/network.tsv" "$results/network.dot"; }

results=$1 picture=$2
layers dot | dot -Tpdf -o "$picture.pdf"
# An EPUB may not name a document type that lies elsewhere.
layers dot | dot -Tsvg | sed ':a; /<!DOCTYPE[^>]*$/ { N; ba; }; s/<!DOCTYPE[^>]*>//' >"$picture.svg"
layers alt >"$picture.alt"
