#!/bin/sh
# exercises.sh: the proof notices an exercise that does not keep its promises. What was noticed once is not
# planted again before the proof, the exercise or the compiler changes. (Each chapter's exercises are proved
# by tests/chapter.sh.)
set -u

seen=build/exercises/proofs/planted-$({ find tests/harness tests/run/exercises.sh -type f | LC_ALL=C sort | xargs cat
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

planted()   # words, command that plants the fault
{
    words=$1
    shift
    rm -rf "${folder:?}/$one" && cp -r "$one" "$folder/$one"
    rm "$folder/$one"/mistakes/n* "$folder/$one"/mistakes/s*   # two are enough here
    found=$(cd "$folder" && "$@" && sh tests/harness/prove.sh $one 2>&1)
    echo "$found" | grep -qF -- "$words" || { echo "$*: the proof does not say '$words' but: $found"; exit 1; }
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

planted "status 0 [-], not 2 [-]" cp $one/solution.c $one/stub.c
planted "hand-computed case 0 does not count" cp $one/mistakes/one-side.c $one/solution.c
planted "hand-computed case 0 does not count" cp $one/mistakes/one-side.c $one/others/another.c
planted "mistakes/rounded-up.answers and mistakes/one-side.answers differ in 0 of" cp $one/mistakes/one-side.c $one/mistakes/rounded-up.c
planted "mistakes/rounded-up.answers and right differ in 0 of" cp $one/solution.c $one/mistakes/rounded-up.c
planted "mistakes/rounded-up.answers and right differ in 1 of" change mistakes/rounded-up.c 's/return .*/return (extent + 2 * padding - size) \/ stride + 1 - (extent == 7 \&\& size == 3 \&\& stride == 2 \&\& padding == 1);/'
planted "the solution's places is not what right() says" change test.c 's/right(4)/right(5)/'
planted "of 300 drawn cases count" change others/walk.c 's/return count/return extent > 8 ? 0 : count/'
planted "unknown/known.c: status 1 [one-side], not 1 [-]" cp $one/mistakes/one-side.c $one/unknown/known.c
planted "hinted/twice.c: status 1 [one-side], not 1 [twice]" eval "mkdir $one/hinted; cp $one/mistakes/one-side.c $one/hinted/twice.c"
planted "status 4" change solution.c 's/return/retrun/'
planted "a warning" change solution.c 's/int left =/int unused, left =/'
planted "case 3: too many outputs" change test.c 's/^    row(extent, size/    for (int k = 0; k < 99; k++) output("y", SHAPE(1));\n&/'
planted "a case without an output" change test.c 's/answer("places", \(.*\));/\1;/;s/, right(.)//'
planted "[no-such] has no mistake" change hints.tsv '$a no-such\tone\t하나\tx\tsec:ch07-loops'
planted "unheard.c: no hint of that name" cp $one/mistakes/one-side.c $one/mistakes/unheard.c
planted "4 columns, not 5" change hints.tsv '3s/\tsec:.*//'
planted "the Korean is missing" change hints.tsv '3s/\t[^\t]*/\tsame/2'
planted "no place in chapter 07" change hints.tsv '3s/sec:ch07/sec:ch08/'
planted "stands there twice" change hints.tsv '4s/^[a-z-]*/one-side/'
planted "15 minutes, and 10 by the formula" change stub.c 's/10 minutes/15 minutes/'
planted "the stub names another exercise" change stub.c 's/EX=07-01/EX=07-02/g'
planted "stub.c: no <math.h>" change solution.c '1s/$/\n#include <math.h>/'
planted "no exercise of the kind trace" true
planted "no section is sec:ch07-padding" eval "echo '## One {#sec:ch07-one}' >chapters/ch07-cnn/notes.md"
mkdir -p build/exercises/proofs && touch "$seen"
