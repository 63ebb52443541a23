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

now=$(key)
rm -f "$results/stale"
if [ -f "$results/metrics.tsv" ] && [ "$(cat "$results/key" 2>/dev/null)" = "$now $(printed)" ]; then
    touch "$results/key"
elif [ -n "$stale" ] && [ -f "$results/metrics.tsv" ]; then
    echo "  stale    $results is older than the program"
    touch "$results/stale"
else
    echo "  run      $program --part all"
    mkdir -p "$results"
    # With --part the program would take up the network of its last run, whatever code trained that one.
    # Should it be broken off, that network stays what it was.
    network=$results/network.safetensors
    [ ! -e "$network" ] || mv "$network" "$network.kept"
    trap '[ ! -e "$network.kept" ] || mv "$network.kept" "$network"' EXIT
    trap 'exit 130' HUP INT TERM
    "$program" --part all --quiet --out "$results"
    rm -f "$network.kept"
    echo "$now $(printed)" >"$results/key"
fi
