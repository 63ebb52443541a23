#!/bin/sh
# run.sh: runs a chapter's program again when what it would print may have changed.
#
#     sh book/run.sh ch07-cnn "gcc FLAGS" [STALE]
#
# The key is a hash of the preprocessed sources (so that a comment changes nothing), the flags and the
# data. It lies beside the results. With STALE nothing is run, and a file `stale` says so to the pages.
set -eu
chapter=$1 compile=$2 stale=${3:-}
results=build/results/$chapter

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

now=$(key)
rm -f "$results/stale"
if [ -f "$results/metrics.tsv" ] && [ "$(cat "$results/key" 2>/dev/null)" = "$now" ]; then
    touch "$results/key"
elif [ -n "$stale" ] && [ -f "$results/metrics.tsv" ]; then
    echo "  stale    $results is older than the program"
    touch "$results/stale"
else
    echo "  run      ./$chapter --part all"
    make "$chapter"
    ./"$chapter" --part all --quiet
    echo "$now" >"$results/key"
fi
