#!/bin/sh
# kernels.sh: the steps of the appendix on kernels give what their plain loops give, in every order of the simulator's
# threads, once with work as late as may be, and read memory as often as its tables say; what its ```text fences show is
# what the programs and the debugger print; its schematics are drawn from numbers. Where there is no gdb, or it may not
# look into a program, its session is left out, and the script says so.
. tests/mini.sh
. tests/drawn.sh
unset MAKEFLAGS MAKELEVEL CFLAGS CXXFLAGS
compiler=${CC:-gcc}
case $compiler in *clang*) cxx=clang++ ;; *) cxx=g++ ;; esac
command -v $cxx >/dev/null || { echo "no C++ compiler, and so no simulator"; exit 77; }
make_in()   # folder of the sources, of what is made, target
{
    make -s -C "$1" OUT="$2" CC="$compiler" CXX=$cxx $3 || fail "the steps do not compile"
}
steps=$folder/out/steps results=$folder/results
mkdir "$results"
make_in book/kernels "$folder/out" "$folder/out/steps"

lazy=1
for order in random reverse forward; do
    CUDA_SIM_ORDER=$order CUDA_SIM_LAZY=$lazy "$steps" --out "$results" >"$folder/$order" 2>&1 ||
        fail "$order: $(cat "$folder/$order")"
    grep reads "$folder/$order" | sed 's/apart [^,]*,//' >"$folder/counts"
    [ ! -e "$folder/first" ] || cmp "$folder/first" "$folder/counts" || fail "$order reads memory more or less often"
    cp "$folder/counts" "$folder/first"
    lazy=0
done
grep -q "gives nan" "$folder/forward" || fail "large scores do no harm: $(cat "$folder/forward")"

# By hand: 320 scores of 256 threads, a tree of 255 joints; 144 pixels and 800 weights for 64 * 32 * 25 multiply-adds.
awk -F '\t' 'function is(row, column, wanted) { if ((v[row, column] - wanted) ^ 2 > 1e-10) { print "steps.tsv", row, column, v[row, column], "not", wanted; bad = 1 } }
    NR > 1 { for (k = 2; k <= 4; k++) v[$1, k] = $k }
    END {
        tree = (2 * 255 + 256) / 320
        is(0, 2, 2); is(0, 3, 0); is(0, 4, 32); is(1, 2, 2); is(1, 3, tree); is(1, 4, 4)
        is(2, 2, 3); is(2, 3, 2 * tree); is(3, 2, 1); is(3, 3, 2 * tree); is(3, 4, 4)
        is(4, 2, 2); is(4, 3, 0)
        for (k = 5; k < 8; k++) is(k, 2, 944 / 51200)
        is(5, 3, 2); is(6, 3, 17 / 40); is(7, 3, 32 / 160)
        exit bad
    }' "$results/steps.tsv" || fail "the counts are others"

# The race, in two orders; what the checker says of it, of a barrier in a branch, and of a thread too many.
tail -n 1 "$folder/forward" >"$folder/all"
tail -n 1 "$folder/reverse" >>"$folder/all"
reported()   # order, folder of the sources, of what is made, flags
{
    make_in "$2" "$3" "checked ${4:-}"
    CUDA_SIM_ORDER=$1 "$3/checked" >"$folder/said" 2>&1 && fail "nobody reports what was planted in $2"
    sed -n '/^cuda-sim/,$ { s, at [^ ]*/\([a-z]*\)\.c[up]*:, at \1.cu:,; p }' "$folder/said" >>"$folder/all"
}
planted()   # name, change of softmax.cu
{
    mkdir "$folder/$1"
    cp -a --parents book/kernels common/cuda-sim common/error.[ch] "$folder/$1"
    cp -a "$folder/out" "$folder/$1"   # only what is changed is compiled again
    sed -i "$2" "$folder/$1/book/kernels/softmax.cu"
    ! cmp -s book/kernels/softmax.cu "$folder/$1/book/kernels/softmax.cu" || fail "$1 is not planted"
    reported forward "$folder/$1/book/kernels" "$folder/$1/out" CFLAGS=-g
}
reported reverse book/kernels "$folder/out"
planted branch '/half \/= 2/,/part\[me + half\]/{s/if (me < half) //; s/\( *\)__syncthreads();/\1if (me >= half) continue;\n&/}'
planted guard '/if (n >= rows) return;/d'

# What is typed stands behind the prompt.
line=$(grep -n 'if (me < half) part\[me\] += ' book/kernels/softmax.cu | cut -d : -f 1)
printf '%s\n' "set trace-commands on" "break softmax.cu:$line if blockIdx.x == 1 && threadIdx.x == 2" run \
    "print half" "print part[me]" "print part[me + half]" continue "print half" "print part[me]" >"$folder/commands"
CUDA_SIM_ORDER=forward gdb -q -batch -nx -x "$folder/commands" "$steps" 2>&1 |
    sed '/^\[Thread/d; /^Using host/d; /^warning:/d; /^Breakpoint.*file/d; /^$/d; s/^+/(gdb) /; s, at [^ ]*/softmax, at softmax,; s/ <[^>]*>//' >>"$folder/all"
grep -q '^.5 = ' "$folder/all" || echo "no gdb, or it may not look into a program here: its session is not compared"

# As one line, without addresses and the last digits of a sum: each fence is in what was printed.
flat() { sed 's/0x[0-9a-f]*/0x/g; s/\(\.[0-9]\{3\}\)[0-9]*/\1/g' "$1" | tr -s ' \t\n' ' '; }
awk -v out="$folder" '/^ *```text$/ { file = out "/" ++count ".shown"; next } /^ *```$/ { file = "" } file { print >file }' book/kernels.md
flat "$folder/all" >"$folder/printed"
[ -e "$folder/5.shown" ] || fail "book/kernels.md: fewer fences than there were"
for shown in "$folder"/*.shown; do
    ! grep -q '^(gdb)' "$shown" || grep -q '^.5 = ' "$folder/all" || continue
    flat "$shown" >"$folder/asked"
    awk 'FNR == NR { all = $0; next } { exit index(all, $0) == 0 }' "$folder/printed" "$folder/asked" ||
        fail "this is shown, and not what is printed: $(cat "$shown")
printed is: $(cat "$folder/all")"
done

# The schematics.
sh common/detect.sh need "make figures" 2>&1 || exit 0
pictures=$folder/pictures
mkdir "$pictures"
draw_all kernels-threads kernels-tile kernels-tree kernels-race
results_to_change
changes kernels-tree "in the third one becomes 32" nodes.tsv 's/\t31\t/\t32\t/'
changes kernels-tile "8 in the middle, 80 reads" grids.tsv 's/\t9\twindow/\t8\twindow/'
changes kernels-race "The sum is 14." metrics.tsv 's/race_forward\t13/race_forward\t14/'
changes kernels-threads "filter 0 has threads 9, 2" grids.tsv 's/one\t0\t0\t0/one\t0\t0\t9/'
