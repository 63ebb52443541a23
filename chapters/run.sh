#!/bin/sh
# run.sh: runs a chapter's program again when what it would print may have changed.
#
#     sh chapters/run.sh build/release/ch07-cnn build/results/ch07-cnn "gcc FLAGS" [STALE]
#
# The key lies beside the results: a hash of the preprocessed sources (so that a comment changes nothing),
# the flags and the data, and one of the results, which a reader's own run may have replaced since. With
# STALE nothing is run, and a file `stale` says so to the pages.
set -eu
program=$1 results=$2 compile=$3 stale=${4:-}
chapter=$(basename "$program")

key()
{
    {
        for file in chapters/"$chapter"/*.c common/*.c common/cpu/*.c; do
            $compile -w -E -P -D__LINE__=0 "$file"
        done
        echo "$compile"
        cat data/SHA256SUMS
    } | sha256sum | cut -d ' ' -f 1
}

printed() { cat "$results"/*.tsv 2>/dev/null | sha256sum | cut -d ' ' -f 1; }

set_aside()
{
    for network in "$results"/*network.safetensors; do
        [ ! -e "$network" ] || mv "$network" "$network.kept"
    done
}

put_back()
{
    for kept in "$results"/*network.safetensors.kept; do
        [ ! -e "$kept" ] || mv "$kept" "${kept%.kept}"
    done
}

now=$(key)
rm -f "$results/stale"
if [ -f "$results/metrics.tsv" ] && [ "$(cat "$results/key" 2>/dev/null)" = "$now $(printed)" ]; then
    touch "$results/key"
elif [ -n "$stale" ] && [ ! -f "$results/metrics.tsv" ]; then
    echo "$results holds no results, and with STALE=1 nothing is run" >&2
    exit 2
elif [ -n "$stale" ]; then
    if [ -f "$results/key" ]; then echo "  stale    $results is older than the program"
    else echo "  stale    $results is of a run by hand, and nobody knows of which program"; fi
    touch "$results/stale"
else
    echo "  run      $program --part all, which takes some minutes"
    mkdir -p "$results"
    # With --part the program would take up the networks of its last run, whatever code trained those.
    # Should it be broken off, they stay what they were.
    set_aside
    trap put_back EXIT
    trap 'exit 130' HUP INT TERM
    # The book's numbers are the CPU's, also where its maker has a card.
    "$program" --part all --device cpu --out "$results"
    rm -f "$results"/*network.safetensors.kept
    echo "$now $(printed)" >"$results/key"
fi
