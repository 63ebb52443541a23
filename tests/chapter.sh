#!/bin/sh
# chapter.sh: runs a chapter's program and looks whether what it found lies within its bounds.
#
#     sh tests/chapter.sh tests/chapters/ch07-cnn.tsv [RUN …]    all runs but those called whole…, or these
#     FOUND=FOLDER sh tests/chapter.sh …                         what a run has left in this folder, nothing is run
#
# The table has a line for each bound: run, metric, low, high.
#
#     arguments   instead of a metric: the run's command line is its third column
#     data        the run sees few data: digits to train with, digits to test with, one line in how many
#     printed     how many lines the program printed
#     NAME.tsv    how many lines that table has
#     low, high   a number, the name of another metric of the same run, or - for none
#
# A run whose name ends in far is of the program with the far device (tests/far.mk), whose memory the host must not
# touch. A run's results stay in build/tests/ch07-cnn/RUN, for whoever else wants to look at them.
set -u
. tests/few.sh
export CUDA_VISIBLE_DEVICES=   # what is tested is the CPU, also where there is a card
table=$1
shift
chapter=$(basename "$table" .tsv)
[ -s "$table" ] || { echo "$table: every chapter has its table of bounds"; exit 1; }
head -n 1 "$table" | grep -qx 'run	metric	low	high' || { echo "$table: the first line is no heading"; exit 1; }

start_run()   # run; its results in $results, what it printed beside them
{
    [ -z "${FOUND:-}" ] || { results=$FOUND; return; }
    results=build/tests/$chapter/$1
    rm -rf "$results" "$results".*
    mkdir -p "$results"
    data=data
    share=$(of_run "$table" "$1" data)
    if [ -n "$share" ]; then
        data=$results.data
        few "$data" $share
    fi
    program=./$chapter device=cpu
    case $1 in *far) program="build/release/$chapter-far --device far" device=far ;; esac
    $program $(of_run "$table" "$1" arguments) --data "$data" --out "$results" >"$results.printed" ||
        { echo "$chapter: the run $1 fails: $(tail -n 3 "$results.printed")"; return 1; }
    grep -q "^device	$device	" "$results/metrics.tsv" || { echo "$chapter: the run $1 was not on $device"; return 1; }
}

# name, value: the metrics, then what can be counted.
found()
{
    cut -f 1,2 "$results/metrics.tsv"
    [ ! -e "$results.printed" ] || printf 'printed\t%d\n' "$(wc -l <"$results.printed")"
    for file in "$results"/*.tsv; do printf '%s\t%d\n' "${file##*/}" "$(wc -l <"$file")"; done
}

within_bounds()   # run
{
    found | awk -F '\t' -v run="$1" -v file="$table" '
        function number(bound) { return bound in value ? value[bound] : bound }
        function bad(why) { printf "%s, %s: %s is %s, %s\n", file, run, $2, value[$2], why; failed = 1 }
        FILENAME == "-" { value[$1] = $2; next }
        $1 != run || $2 == "arguments" || $2 == "data" { next }
        NF != 4 { printf "%s:%d: %d columns, not 4\n", file, FNR, NF; failed = 1; next }
        !($2 in value) { printf "%s, %s: no %s\n", file, run, $2; failed = 1; next }
        { bounds++ }
        $3 != "-" && !(value[$2] + 0 >= number($3) + 0) { bad("below " $3) }
        $4 != "-" && !(value[$2] + 0 <= number($4) + 0) { bad("above " $4) }
        END { if (!bounds) print file ": no bound for the run " run; exit failed || !bounds }' - "$table"
}

[ $# -gt 0 ] || set -- $(sed 1d "$table" | grep -v '^#' | cut -f 1 | grep -v '^whole' | awk '!seen[$0]++')
[ $# -gt 0 ] || { echo "$table: no run that is not called whole"; exit 1; }
failed=0
for run; do
    start_run "$run" && within_bounds "$run" || failed=1
done
exit $failed
