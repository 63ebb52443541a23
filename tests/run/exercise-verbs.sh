#!/bin/sh
# exercise-verbs.sh: a learner's way from stub to pass, in a copy of the tree, and all that can go wrong on it.
set -u
. tests/mini.sh
. tests/compiled.sh
. tests/said.sh
unset LC_ALL LC_MESSAGES
export LANG=C EXERCISE_SECONDS=1

all=chapters/ch07-cnn/exercises
mkdir -p "$folder/$all" "$folder/common"
cp -r Makefile book figures tests "$folder"
cp common/detect.sh common/help.sh common/macros.mk "$folder/common"
mkdir "$folder/common/cuda" && cp common/cuda/cuda.mk "$folder/common/cuda"
for name in 01-output-size 02-convolution 04-receptive-field 06-by-hand; do
    mkdir "$folder/$all/$name"
    (cd $all/$name && cp -r hints.tsv stub.* solution.* mistakes others "$folder/$all/$name")
    cp $all/$name/*.h $all/$name/test.c "$folder/$all/$name" 2>/dev/null
    compiled "$folder" $all/$name
done
root=$PWD
cd "$folder" || exit
first=$all/01-output-size/output_size.c second=$all/02-convolution/convolution.c

# Every name of a chapter; nothing is started.
for verb in check-7 check-ch07 check-ch07-cnn "check CH=07"; do said 0 "07-02-convolution" make $verb; done
said 0 "not started" make check CH=ch07-cnn
[ "$(wc -l <out)" -eq 4 ] || fail "more is said than a line an exercise: $(cat out)"
[ "$(grep -c "not started" out)" -eq 4 ] || fail "four stubs are not started: $(cat out)"
said 0 "open $first" make next
for name in 07-02 7-2 ch07-02 07-02-convolution; do said 0 "07-02-convolution" make check EX=$name; done

# Wrong: a hint with the mistake's name, a little more each time, in the reader's language.
cp $all/02-convolution/mistakes/no-bias.c $second
said 2 "FAIL" make check EX=07-02
grep -q "hint \[no-bias\]" out || fail "no hint [no-bias]: $(cat out)"
grep -q "^        x \[2,3,1\] = 1 2 3 4 5 6$" out && grep -q "^        y \[1,2,1\], yours = 11 14$" out || fail "the case's numbers: $(cat out)"
said 2 "hint [no-bias]" make check-7
said 0 "  1  Every answer is off" make hint EX=07-02
unsaid "  2  "
said 0 "  2  y(i,j,f) = b(f) + sum" make hint EX=07-02
said 0 "  3  read sec:ch07-loops" make hint EX=07-02
printf '## One {#sec:ch07-one .core}\n\n## Two {#sec:ch07-loops .core}\n' >chapters/ch07-cnn/notes.md
said 0 '  3  read section 7.2, "Two"' make hint EX=07-02
rm chapters/ch07-cnn/notes.md
# The exercises on C lead to an appendix.
mkdir -p chapters/ch00-c/exercises && cp -r $all/06-by-hand chapters/ch00-c/exercises/01-c
cp $all/06-by-hand/mistakes/averaged.txt chapters/ch00-c/exercises/01-c/answer.txt
sed -i 's/sec:ch07-[a-z-]*/sec:app-c-rows/' chapters/ch00-c/exercises/01-c/hints.tsv
printf '## One {#sec:app-c-one}\n\n## Two {#sec:app-c-rows}\n' >book/c.md
for time in 1 2 3; do said 0 "hint [averaged]" make hint EX=00-01; done
grep -q '  3  read section C.2, "Two"' out || fail "no hint to the appendix: $(cat out)"
said 0 "appendix C: 0 of 1 passed" make progress
grep -q "chapter 7: 0 of 4 passed" out || fail "no chapter 7: $(cat out)"
rm -r chapters/ch00-c book/c.md .progress/hints/00-01
said 0 "편향만큼" env LANG=ko_KR.UTF-8 make hint EX=07-02
said 2 "not passed yet" make solution EX=07-02

# What the compiler says, and what a crash comes to; the others still run. (Other ends: exercise-limits.sh.)
echo 'int output_size(int extent' >$first
said 2 "does not compile; the compiler says" make check-7
grep -q "output_size.c:2: error" out || fail "the compiler is not heard: $(cat out)"
grep -q "hint \[no-bias\]" out || fail "the exercise behind it did not run: $(cat out)"
echo '#include "output_size.h"' >$first
said 2 "undefined reference" make check EX=07-01
grep -q "there is no output_size in $first\$" out || fail "the missing function is not named: $(cat out)"
learner() { printf '#include "output_size.h"\n#include <stdio.h>\nint output_size(int a, int b, int c, int d) { %s }\n' "$1" >$first; }
learner 'return *(volatile int *)0;'
said 2 "[null-pointer]" make check EX=07-01
learner 'printf("a is %d\n", a); return 17;'
said 2 "your program printed: a is 7" make check EX=07-01
[ "$(grep -c "a is 7" out)" -eq 1 ] || fail "printed more than once: $(cat out)"
grep -q "no known mistake explains this" out || fail "a hint for an unknown mistake: $(cat out)"
cp $first mine
echo 'double output_size(void);' >>$all/01-output-size/output_size.h
said 2 "conflicting types" make check EX=07-01
cp "$OLDPWD/$all/01-output-size/output_size.h" $all/01-output-size

# No work is lost: neither to reset nor to rm nor to make clean.
said 0 ".progress/backups/07-01/1-output_size.c" make reset EX=07-01
cmp -s $first $all/01-output-size/stub.c || fail "reset left something else than the stub"
cmp -s mine .progress/backups/07-01/1-output_size.c || fail "the backup is not what was there"
said 0 "is as it was at the start" make reset EX=07-01
cp mine $first
said 0 ".progress/backups/07-01/2-output_size.c" make reset EX=07-01
rm $second
said 0 ".progress/kept/07-02/convolution.c" make check EX=07-02
cmp -s .progress/kept/07-02/convolution.c $all/02-convolution/mistakes/no-bias.c || fail "the kept version is another"

# Earlier versions are kept too, and an empty file takes no full one's place.
kept=.progress/kept/07-02
cp $all/02-convolution/mistakes/flipped-filter.c $second
said 2 "hint [flipped-filter]" make check EX=07-02
: >$second
said 2 "there is no convolution in $second" make check EX=07-02
cmp -s $kept/convolution.c $all/02-convolution/mistakes/flipped-filter.c || fail "an empty file is kept over a full one"
[ ! -e $kept/2-convolution.c ] && cmp -s $kept/1-convolution.c $all/02-convolution/mistakes/no-bias.c || fail "no earlier version: $(ls $kept)"
rm -r $kept $second
said 0 "$second was gone; a fresh one lies there" make next EX=07-02
[ -e $second ] || fail "make next names a file that is not there"
said 0 "" make clean
[ -s .progress/history ] || fail "make clean took the history"

# To the pass, the board, and what the board refuses.
cp $all/01-output-size/solution.c $first
said 0 "pass" make check EX=07-01
said 0 "left / stride + 1" make solution EX=07-01
said 0 "open $all/02-convolution/convolution.c" make next

# Begun is not the same as not started, and as little a failure.
said 0 "07-02-convolution                not started" make check EX=07-02
sed 's/EXERCISE_TODO/int begun; EXERCISE_TODO/' $all/02-convolution/stub.c >$second
said 0 "begun: EXERCISE_TODO() is still there" make check EX=07-02
{ cat $all/06-by-hand/stub.txt && echo "# a note"; } >$all/06-by-hand/answer.txt
said 0 "begun: 0 of 8 filled in" make check EX=07-06
sed 's/^\(y_[01]_.\) = ?/\1 = 4/' $all/06-by-hand/stub.txt >$all/06-by-hand/answer.txt
said 0 "begun: 6 of 8 filled in" make check EX=07-06
said 0 "core      25 min  begun: 6 of 8 filled in" make progress
cp $all/06-by-hand/mistakes/averaged.txt $all/06-by-hand/answer.txt
said 2 "[averaged]" make check EX=07-06
said 0 "1 of 4 passed, 10 of 95 minutes" make progress NAME=ann
said 0 "nobody.progress is written" make progress NAME=nobody
unsaid "code:"
! grep -q "return\|float" ann.progress || fail "there is code in ann.progress"
said 0 "2 met 07-02 [no-bias]" make board FILES='*.progress'
grep -q "^ann .*+ .*  1$" out || fail "the board's line for ann: $(cat out)"
{ printf 'exercise\toutcome\thints\n07-02\twrong\tno-bias'; for k in 1 2 3 4 5 6 7 8 9 10 11 12; do printf ',h%d' $k; done; echo; } >much.progress
said 0 "3 met 07-02 [no-bias]" make board FILES='*.progress'
[ "$(grep -c ' met 07' out)" -eq 10 ] || fail "the board shows more than ten hints: $(cat out)"
grep -q "^and [0-9]* more hints, none met by more than 1$" out || fail "the board does not count the others: $(cat out)"
echo "rm -rf" >bad.progress
said 0 "bad.progress: not a file" make board FILES='*.progress'
grep -q "^ann .*+ .*  1$" out || fail "one bad file ends the board: $(cat out)"
said 2 "bad.progress: not a file" make board FILES=bad.progress
said 2 "nothing.progress: cannot be read" make board FILES=nothing.progress
said 2 "which files?" make board
said 2 "letters, digits" make progress NAME='a/b'
said 2 "no such exercise" make check EX=07-99
said 2 "is named like" make check EX=convolution
said 2 "no exercises there yet" make check CH=9
said 2 "which one?" make hint

# A save is seen by watch.
: >watched   # the shell behind & may be late
make watch EX=07-02 >>watched 2>&1 &
watch=$!
await() { for k in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do ! grep -q "$1" watched || return 0; sleep 1; done; }
await Watching
sleep 1
cp $all/02-convolution/solution.c $second
await pass
kill $watch
wait $watch 2>/dev/null
grep -q "07-02-convolution  *pass" watched || fail "watch did not see the save: $(cat watched)"

# Core exercises come before a further one with a lower number, as book/study-plan.md promises.
said 0 "trace, core, 25 minutes: open $all/06-by-hand/answer.txt" make next
cp $all/06-by-hand/solution.txt $all/06-by-hand/answer.txt
said 0 "build, further, 20 minutes: open $all/04-receptive-field/receptive_field.c" make next CH=7
cp $all/04-receptive-field/solution.c $all/04-receptive-field/receptive_field.c
said 0 "All exercises that are here are passed." make next

# The file to write is named by the header that the stub includes, whatever other headers lie there; what is still to do
# is said as it is.
cp -r "$root/$all/07-a-flat-curve" $all/
rm -f $all/07-a-flat-curve/*.c.* && echo "// a table" >$all/07-a-flat-curve/a_table.h
said 0 "open $all/07-a-flat-curve/flat_curve.c" make next
{ cat $all/07-a-flat-curve/stub.c && echo "// begun"; } | sed 's/EXERCISE_TODO();/return 0;/' >$all/07-a-flat-curve/flat_curve.c
said 0 "begun: cause is still UNDECIDED" make check EX=07-07
