#!/bin/sh
# apart.sh: how far apart are the same numbers on other processors, and with another compiler?
#
#     sh tests/apart.sh          the table of book/setup.md, @sec:setup-numbers; five minutes
#
# Each chapter's run `core` (tests/chapters/*.tsv) with seed 1: by gcc for this processor, for AVX2, for SSE2, by clang,
# and, of the first three weeks, for ARM64 (emulated, where .ci/arm64 has left its programs). A line for each chapter and build says how many
# numbers there are, how many are other in their first three digits, and which are farthest apart. Times, speeds and
# memory do not count, nor do the numbers that measure rounding itself.
set -eu
. tests/few.sh
export OMP_WAIT_POLICY=passive CUDA_VISIBLE_DEVICES=
root=build/arm64/root
tables=$(ls tests/chapters/*.tsv)

build()   # folder, VARIABLE=VALUE …
{
    folder=$1
    shift
    make -s "$@" CUDA_COMPILER= BUILD="build/apart/$folder" compile >&2
}

run_all()   # build, folder of programs, what runs them …
{
    build=$1 programs=$2
    shift 2
    for table in $tables; do
        chapter=$(basename "$table" .tsv) data=data
        share=$(of_run "$table" core data)
        if [ -n "$share" ]; then
            data=build/apart/data/$chapter
            [ -e "$data" ] || few "$data" $share
        fi
        rm -rf "build/apart/results/$build/$chapter"
        "$@" "$programs/$chapter" $(of_run "$table" core arguments) --data "$data" --out "build/apart/results/$build/$chapter" --quiet >&2
    done
}

compare()   # build, chapter
{
    awk -F '\t' -v OFS='\t' -v build="$1" -v chapter="$2" '
        function size(x) { return x < 0 ? -x : x }
        $3 ~ /^(s|ms|MiB|GFLOP\/s|1\/s)$/ || $1 ~ /(_apart|_off|peak_share)$/ || $2 !~ /^[-+.0-9e]+$/ { next }
        FNR == NR { value[$1] = $2; next }
        $1 in value {
            all++
            largest = size($2) > size(value[$1]) ? size($2) : size(value[$1])
            if (size($2 - value[$1]) <= 0.0005 * largest) next
            other++
            if (size($2 - value[$1]) > far * largest) { far = size($2 - value[$1]) / largest; name = $1 " " value[$1] " " $2 }
        }
        END { print chapter, build, all, other + 0, name }' \
        "build/apart/results/native/$2/metrics.tsv" "build/apart/results/$1/$2/metrics.tsv"
}

build native
run_all native build/apart/native
for pair in avx2:-mavx2 sse2:-march=x86-64; do
    build "${pair%%:*}" ARCH="${pair#*:}"
    run_all "${pair%%:*}" "build/apart/${pair%%:*}"
done
build clang CC=clang
run_all clang build/apart/clang
builds="avx2 sse2 clang"
if [ -e build/ci/arm64/ch01-intro ]; then
    tables=$(ls tests/chapters/ch0[123]*.tsv)
    run_all arm64 build/ci/arm64 qemu-aarch64 -L "$root"
    builds="$builds arm64"
fi

printf 'chapter\tbuild\tnumbers\tother in three digits\tfarthest: name, native, build\n'
for table in tests/chapters/*.tsv; do
    chapter=$(basename "$table" .tsv)
    for build in $builds; do
        [ ! -e "build/apart/results/$build/$chapter" ] || compare "$build" "$chapter"
    done
done
