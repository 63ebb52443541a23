#!/bin/sh
# suite.sh: runs test programs and scripts, one after the other or three at a time, and counts.
#
#     sh tests/suite.sh build/release/unit-tests tests/chapters/ch07-cnn.tsv -- tests/run/verbs.sh
#
# A program of Criterion's tests passes when its status is 0, it has run at least one test, and no
# sanitizer has written a line: Criterion lets a test pass that leaks, so the sanitizers write to
# files beside the program, and any such file is a failure. A script passes when its status is 0, is
# skipped when it is 77, and fails otherwise. A chapter's table of bounds stands for its runs, a folder of
# exercises for their proof, and unlisted.tsv for the programs that it lists.
#
# What stands behind -- runs three at a time: most scripts keep no more than one core busy, and wait. Each has a
# line of its own all the same, in the order in which they were named. At the end stands where the time went;
# --since SECONDS tells when the compiling began that came before.

mkdir -p build/tests
unset MAKEFLAGS MAKELEVEL        # a script that calls make starts it afresh
export OMP_WAIT_POLICY=passive   # tests side by side share the cores; none should spin

log_of() { echo "build/tests/$(echo "$1" | tr / -).log"; }

# "[====] Synthesis: Tested: 12 | Passing: 11 | Failing: 1 | Crashing: 0" -> the number after $1
count() { sed -n "s/.*Synthesis.* $1: [^0-9]*\([0-9]*\).*/\1/p" "$log" | tail -n 1; }

unit_tests()
{
    reports=$(dirname "$1")/log
    rm -rf "$reports" && mkdir -p "$reports"
    LSAN_OPTIONS=suppressions=tests/lsan.supp:print_suppressions=0 \
    ASAN_OPTIONS=detect_leaks=1:log_path=$reports/asan \
    UBSAN_OPTIONS=print_stacktrace=1:log_path=$reports/ubsan "$1" --color=never --verbose=1 >"$log" 2>&1
    status=$?
    tested=$(count Tested)
    passing=$(count Passing)
    [ "${tested:-0}" -gt 0 ] || { echo "no test was run" >>"$log"; status=1; tested=1 passing=0; }
    for report in "$reports"/*; do
        [ -f "$report" ] || continue
        cat "$report" >>"$log"
        echo "a sanitizer wrote $report" >>"$log"
        status=1
    done
    ! grep -q "runtime error:" "$log" || status=1
    [ $status -eq 0 ] || [ "$passing" -lt "$tested" ] || passing=$((tested - 1))
    without=$(grep -c '^\[SKIP\]' "$log")
    numbers="$passing $((tested - passing)) $without"
    verdict="$passing of $tested pass"
    [ "$without" -eq 0 ] || verdict="$verdict, $without skipped"
}

script()   # words of a command for sh
{
    CUDA_VISIBLE_DEVICES= sh "$@" >"$log" 2>&1   # what is tested is the CPU, also where there is a card
    status=$?
    case $status in
    0) numbers="1 0 0" verdict=passes ;;
    77) numbers="0 0 1" verdict="skipped: $(tail -n 1 "$log")" status=0 ;;
    *) numbers="0 1 0" verdict=FAILS ;;
    esac
}

# One test. What there is to say of it goes to a file beside its log: how many passed, failed and were
# skipped, then the lines to print.
one()
{
    log=$(log_of "$1")
    start=$(date +%s)
    case $1 in
    *.sh) script "$1" ;;
    */unlisted.tsv) script tests/unlisted.sh "$1" ;;
    *.tsv) script tests/chapter.sh "$1" ;;
    */exercises) script tests/harness/prove.sh "$1"/[0-9][0-9]-*/ ;;
    *) unit_tests "$1" ;;
    esac
    {
        echo "$numbers $(($(date +%s) - start)) $1"
        printf '%-36s %s (%d s)\n' "$1" "$verdict" $(($(date +%s) - start))
        [ $status -eq 0 ] || sed 's/^/    /' "$log"
    } >"$log.part"
    mv "$log.part" "$log.said"
}

# Prints what there is to say of each test, once it is there; all being over, that it was broken off.
say_in_order()
{
    for test in "$@"; do
        said=$(log_of "$test").said
        until [ -e "$said" ]; do
            [ ! -e build/tests/over ] || printf '0 1 0 0 %s\n%-36s FAILS, broken off\n' "$test" "$test" >"$said"
            sleep 0.2
        done
        sed 1d "$said"
    done
}

if [ "${1:-}" = one ]; then
    one "$2"
    exit 0
fi

began= now=$(date +%s)
if [ "${1:-}" = --since ]; then
    began=$2
    shift 2
fi
for test in "$@"; do [ "$test" = -- ] || rm -f "$(log_of "$test").said"; done
rm -f build/tests/over
tests=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    one "$1"
    say_in_order "$1"
    tests="$tests $1"
    shift
done
if [ $# -gt 0 ]; then
    shift
    say_in_order "$@" &
    teller=$!
    trap 'kill $teller; exit 1' INT TERM
    printf '%s\n' "$@" | xargs -r -P 3 -n 1 sh tests/suite.sh one
    touch build/tests/over
    wait $teller
fi

for test in $tests "$@"; do head -n 1 "$(log_of "$test").said"; done >build/tests/numbers

# "where the time went: 41 s compiling, 12 s tests/run/exercises.sh, …": the slowest six. Side by side, their
# seconds are more than those that passed.
{
    [ -z "$began" ] || echo "$((now - began)) compiling"
    cut -d ' ' -f 4- build/tests/numbers
} | sort -rn | head -n 6 | awk -v all=$(($(date +%s) - ${began:-$now})) '
    { said = said (NR > 1 ? ", " : "") $1 " s " $2 } END { print all " s in all; where the time went: " said }'

awk '{ passed += $1; failed += $2; skipped += $3 }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit failed > 0 || NR == 0 }' build/tests/numbers
