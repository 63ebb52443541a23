#!/bin/sh
# exercises.sh: every exercise keeps its promises, and the proof notices one that does not.
set -u

sh tests/harness/prove.sh || exit

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

planted "status 0 [-], not 2 [-]" cp $one/solution.c $one/stub.c
planted "solution.c: status 1 [one-side], not 0 [-]" cp $one/mistakes/one-side.c $one/solution.c
planted "rounded-up.c: status 1 [one-side], not 1 [rounded-up]" cp $one/mistakes/one-side.c $one/mistakes/rounded-up.c
planted "rounded-up.c: status 0 [-], not 1 [rounded-up]" cp $one/solution.c $one/mistakes/rounded-up.c
planted "others/another.c: status 1 [one-side], not 0 [-]" eval "mkdir $one/others; cp $one/mistakes/one-side.c $one/others/another.c"
planted "unknown/known.c: status 1 [one-side], not 1 [-]" cp $one/mistakes/one-side.c $one/unknown/known.c
planted "status 4" change solution.c 's/return/retrun/'
planted "a warning" change solution.c 's/int left =/int unused, left =/'
planted "[echo] is right in every case" change test.c '0,/right(4);/s//&\n    wrong("echo", 4);/'
planted "[twin] and [one-side] look alike" change test.c 's/^ *wrong("one-side".*/&\n&/;s/\(.*\n *wrong("\)one-side/\1twin/'
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
