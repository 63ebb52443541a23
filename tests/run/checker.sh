#!/bin/sh
# checker.sh: the simulator reports each fault that is planted in tests/cuda/, by its lines, and says nothing of the kernels
# that have none: of tests/cuda/faultless.cu and of the project's own.
#
#     sh tests/run/checker.sh              each fault in one order of the threads' turns, by turns; single kernels
#     sh tests/run/checker.sh whole        in each order; recorded steps and random networks, too
. tests/mini.sh
grep -q '^CXX = .' build/config.mk || { echo "no C++ compiler, and so no simulator"; exit 77; }
ulimit -c 0

# A kind of fault is found by the checker's program or by the sanitizers' (common/cuda-sim/simulator.h).
program_for()
{
    case $1 in
    shared_*|local_index.*|misaligned.*|leak.*|host_looks.*|too_early.*) echo build/asan/planted ;;
    *) echo build/release/planted ;;
    esac
}

planted_lines() { grep -n "// BUG.* $1\( \|\$\)" tests/cuda/*.cu | cut -d : -f 1,2 | sort -u; }
# Where it was launched is said of every kernel. A leak is reported by the sanitizer alone.
reported_lines()
{
    case $1 in
    leak.*) sed -n '/LeakSanitizer/,$s/^ *#.* \(tests[^ ]*:[0-9]*\)$/\1/p' "$folder/said" | sed -n 1p ;;
    *) sed -n '/^    kernel /d; s/.* at \([^ ]*:[0-9]*\)$/\1/p' "$folder/said" | sort -u ;;
    esac
}

run() { timeout 60 "$@" >/dev/null 2>"$folder/said"; }

one_of() { shift $(($1 % 3 + 1)) && echo "$1"; }   # a number, three words

whole=${1:-} all="forward reverse random"
tried=0
for name in $(build/release/planted); do
    program=$(program_for "$name")
    orders=$all
    [ -n "$whole" ] || case $name in faultless.*) ;; *) orders=$(one_of $tried $all) ;; esac
    for order in $orders; do
        export CUDA_SIM_ORDER=$order
        tried=$((tried + 1))
        case $name in
        faultless.*)
            for program in build/release/planted build/asan/planted; do
                run $program "$name" && [ ! -s "$folder/said" ] || fail "$program $name, $order: $(cat "$folder/said")"
            done ;;
        *)
            ! run "$program" "$name" || fail "$program $name, $order: no fault is found"
            [ -n "$(planted_lines "$name")" ] && [ "$(reported_lines "$name")" = "$(planted_lines "$name")" ] ||
                fail "$program $name, $order: planted at" $(planted_lines "$name") "and it says: $(cat "$folder/said")" ;;
        esac
    done
done
[ $tried -ge 75 ] || fail "only $tried runs"
unset CUDA_SIM_ORDER

for tests in 'cuda/*' ${whole:+'graph_runs/*card*' 'networks/*simulator'}; do
    build/release/check-tests --filter "$tests" >"$folder/said" 2>&1 || fail "$tests: $(cat "$folder/said")"
    grep -q 'Tested: .*[1-9]' "$folder/said" || fail "$tests: no test"
done
