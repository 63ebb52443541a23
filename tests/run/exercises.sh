#!/bin/sh
# exercises.sh: the proof notices an exercise that does not keep its promises. What was noticed once is not
# planted again before the proof, the exercise or the compiler changes.
#
#     sh tests/run/exercises.sh            a fault of each family
#     sh tests/run/exercises.sh whole      every fault, and when a proof is kept
set -u
. tests/compiled.sh

whole=${1:-}
seen=build/exercises/proofs/planted-$({ find tests/harness tests/run/exercises.sh -type f | LC_ALL=C sort | xargs cat
    echo "$whole"
    ${CC:-gcc} --version; } | cksum | tr ' ' -)
[ ! -e "$seen" ] || { echo "seen before"; exit 0; }
sh tests/harness/prove.sh tests/harness/trial || exit

# A tree with one exercise, in which one fault after the other is planted.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
one=chapters/ch07-cnn/exercises/01-output-size
mkdir -p "$folder/tests" "$folder/$one"
cp -r tests/harness "$folder/tests"
compiled "$folder" $one tests/harness/trial

planted()   # words, a line each; command that plants the fault or the faults
{
    words=$1
    shift
    rm -rf "${folder:?}/$one" && cp -r "$one" "$folder/$one"
    rm "$folder/$one"/mistakes/n* "$folder/$one"/mistakes/s*   # two are enough here
    found=$(cd "$folder" && "$@" && sh tests/harness/prove.sh $one 2>&1)
    printf '%s\n' "$words" | while read -r word; do
        echo "$found" | grep -qF -- "$word" || { echo "$*: the proof does not say '$word' but: $found"; exit 1; }
    done || exit 1
}
change() { sed -i "$2" "$one/$1"; }

# A proof is kept until anything that it stands on changes; a learner's own file is none of that.
proved()   # how many are proved already, command that changes something
{
    wanted=$1
    shift
    said=$(cd "$folder" && "$@" && sh tests/harness/prove.sh tests/harness/trial 2>&1)
    echo "$said" | grep -q "should be; $wanted were proved before" || { echo "$*: not $wanted proved before: $said"; exit 1; }
}
kept()
{
    trial=tests/harness/trial
    rm "$folder"/$trial/unknown/* "$folder"/$trial/hinted/* "$folder"/$trial/mistakes/sign.c
    sed -i '/^printf\|^half\|^tag\|^start/!d' "$folder/tests/harness/hints.tsv"
    proved 0 true
    proved 1 true
    proved 1 cp $trial/solution.c $trial/rows.c
    proved 0 eval "echo '// more' >>$trial/mistakes/half.c"
    proved 0 eval "echo '// more' >>tests/harness/host.c"
    proved 0 export EXERCISE_FLAGS=-O1
    proved 1 export EXERCISE_FLAGS=-O1
    proved 1 true
    proved 0 eval "echo '# more' >>tests/harness/judge.sh"
}
[ -z "$whole" ] || kept

# What is judged as a learner's file is.
judged()
{
    cp $one/solution.c $one/stub.c
    mkdir -p $one/hinted $one/unknown
    cp $one/mistakes/one-side.c $one/hinted/twice.c
    cp $one/mistakes/one-side.c $one/unknown/known.c
    change solution.c 's/int left =/int unused, left =/'
}
planted "status 0 [-], not 2 [-]
hinted/twice.c: status 1 [one-side], not 1 [twice]
unknown/known.c: status 1 [one-side], not 1 [-]
a warning" judged

# What answers are compared with.
planted "hand-computed case 0 does not count" cp $one/mistakes/one-side.c $one/others/another.c
planted "mistakes/rounded-up.answers and right differ in 1 of" change mistakes/rounded-up.c 's/return .*/return (extent + 2 * padding - size) \/ stride + 1 - (extent == 7 \&\& size == 3 \&\& stride == 2 \&\& padding == 1);/'
compared()
{
    planted "status 4" change solution.c 's/return/retrun/'
    planted "hand-computed case 0 does not count" cp $one/mistakes/one-side.c $one/solution.c
    planted "mistakes/rounded-up.answers and mistakes/one-side.answers differ in 0 of" cp $one/mistakes/one-side.c $one/mistakes/rounded-up.c
    planted "mistakes/rounded-up.answers and right differ in 0 of" cp $one/solution.c $one/mistakes/rounded-up.c
    planted "the solution's places is not what right() says" change test.c 's/right(4)/right(5)/'
    planted "of 300 drawn cases count" change others/walk.c 's/return count/return extent > 8 ? 0 : count/'
    planted "case 3: too many outputs" change test.c 's/^    row(extent, size/    for (int k = 0; k < 99; k++) output("y", SHAPE(1));\n&/'
    planted "a case without an output" change test.c 's/answer("places", \(.*\));/\1;/;s/, right(.)//'
}
[ -z "$whole" ] || compared

# What stands beside the programs.
written()
{
    change hints.tsv '3s/\tsec:.*//; 4s/\t[^\t]*/\tsame/2; 5s/sec:ch07/sec:ch08/; $a no-such\tone\t하나\tx\tsec:ch07-loops'
    cp $one/mistakes/one-side.c $one/mistakes/unheard.c
    change solution.c '1s/$/\n#include <math.h>/'
    change stub.c 's/10 minutes/15 minutes/; s/EX=07-01/EX=07-02/g'
}
planted "hints.tsv:3: 4 columns, not 5
hints.tsv:4: the Korean is missing
hints.tsv:5: sec:ch08
[no-such] has no mistake
unheard.c: no hint of that name
15 minutes, and 10 by the formula
the stub names another exercise
stub.c: no <math.h>
no exercise of the kind trace" written
planted "stands there twice
no section is sec:ch07-padding" eval "change hints.tsv '4s/^[a-z-]*/one-side/'; echo '## One {#sec:ch07-one}' >chapters/ch07-cnn/notes.md"
mkdir -p build/exercises/proofs && touch "$seen"
