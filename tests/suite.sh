#!/bin/sh
# suite.sh: runs test programs one after the other and counts.
#
#     sh tests/suite.sh build/release/unit-tests build/asan/unit-tests tests/run/*.sh
#
# A program of Criterion's tests passes when its status is 0, it has run at least one test, and no
# sanitizer has written a line: Criterion lets a test pass that leaks, so the sanitizers write to
# files beside the program, and any such file is a failure. A script passes when its status is 0, is
# skipped when it is 77, and fails otherwise.

passed=0 failed=0 skipped=0
mkdir -p build/tests
unset MAKEFLAGS MAKELEVEL        # a script that calls make starts it afresh
export OMP_WAIT_POLICY=passive   # two tests at a time share the cores; none should spin

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
    passed=$((passed + passing)) failed=$((failed + tested - passing)) skipped=$((skipped + without))
    verdict="$passing of $tested pass"
    [ "$without" -eq 0 ] || verdict="$verdict, $without skipped"
}

script()
{
    sh "$1" >"$log" 2>&1
    status=$?
    case $status in
    0) passed=$((passed + 1)) verdict=passes ;;
    77) skipped=$((skipped + 1)) verdict="skipped: $(tail -n 1 "$log")" status=0 ;;
    *) failed=$((failed + 1)) verdict=FAILS ;;
    esac
}

for test in "$@"; do
    log=build/tests/$(echo "$test" | tr / -).log
    start=$(date +%s)
    case $test in
    *.sh) script "$test" ;;
    *) unit_tests "$test" ;;
    esac
    printf '%-36s %s (%d s)\n' "$test" "$verdict" $(($(date +%s) - start))
    [ $status -eq 0 ] || sed 's/^/    /' "$log"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
