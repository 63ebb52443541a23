#!/bin/sh
# exercise-anywhere.sh: the learner's verbs in other languages, with odd names, after root, without a compiler.
# The exercise is the harness's own trial.
. tests/small_tree.sh
. "$root/tests/said.sh"
unset LC_ALL LC_MESSAGES LC_CTYPE LANG
export EXERCISE_SECONDS=2
exercise=chapters/ch01-small/exercises/01-rows
mkdir -p $exercise
cp -r "$root"/tests/harness tests
cp -r "$root"/tests/harness/trial/* $exercise
learner=$exercise/rows.c

# No locale at all.
cp $exercise/mistakes/half.c $learner
said 2 "hint [half]: Every number is exactly half" make check EX=01-01
said 2 "hint [half]: Every number is exactly half" env -i PATH="$PATH" EXERCISE_SECONDS=2 make check CH=1

# Every message has both languages, with the same places for numbers and names.
LC_ALL=C awk -F '\t' 'NR > 1 {
        english = $2; korean = $3; gsub(/[^%]|%[^sd]/, "", english); gsub(/[^%]|%[^sd]/, "", korean)
        if (NF != 3 || $2 ~ /[\352-\355]/ || $3 !~ /[\352-\355]/ || english != korean) { print "messages.tsv:" NR ": " $0; bad = 1 }
    } END { exit bad || NR < 50 }' tests/harness/messages.tsv || exit 1

# Where the locale is Korean, nothing that is said is English, whatever kind of awk there is.
speaks_korean()   # STATUS "words" verb …
{
    said "$@"
    cut -f 2 tests/harness/messages.tsv | sed '1d; s/%s.*//; s/%d.*//' | grep -E '[a-z]{4}.* [a-z]{4}' >english
    ! grep -F -f english out || fail "$*: speaks English"
}
export LANG=ko_KR.UTF-8
rm -rf .progress
speaks_korean 2 "틀림  3 rows of 4: y(0,0)" make check EX=01-01
grep -q "힌트 \[half\]: 모든 값이 정확히 절반" out || fail "the hint is not Korean: $(cat out)"
speaks_korean 0 "  1  모든 값이" make hint EX=01-01
said 0 "" make hint EX=01-01
speaks_korean 0 "을 읽어 보세요" make hint EX=01-01
speaks_korean 2 "아직 통과하지 않았습니다" make solution EX=01-01
cp $exercise/hinted/crash.c $learner
speaks_korean 2 "힌트 [crash]" make check EX=01-01
cp $exercise/unknown/plus-one.c $learner
speaks_korean 2 "힌트: 알려진 실수" make check EX=01-01
echo 'int rows' >$learner
speaks_korean 2 "컴파일되지 않습니다" make check EX=01-01
speaks_korean 0 "0/1 통과" make progress NAME=민수
head -n 1 민수.progress | grep -q "^exercise" || fail "민수.progress is not there"
speaks_korean 0 "처음 상태로 되돌렸습니다" make reset EX=01-01
speaks_korean 0 "구현, 심화, 1분: $learner" make next
speaks_korean 0 "01-01-rows                       시작 전" make check EX=01-01
rm $learner
speaks_korean 0 "파일이 없어서" make check EX=01-01
speaks_korean 2 "연습 문제가 없습니다" make check EX=01-09
speaks_korean 0 "make board       FILES='*.progress': 모임" make help
cp $exercise/solution.c $learner
speaks_korean 0 "01-01-rows                       통과" make check
speaks_korean 0 "모두 통과했습니다" make next
cp 민수.progress park-kim.progress
speaks_korean 0 "시작 전" make board FILES='*.progress'
# Columns stand below one another: what stands before the outcome is 17 wide, and Hangul is two.
grep -q "^민수             x  *0\$" out && grep -q "^park-kim         x  *0\$" out || fail "the board's columns: $(cat out)"
unset LANG

# Names that a shell or make would read.
touch_it='touch reached'
for name in "it's" 'a"b' '$(shell touch reached)' '`touch reached`' '$(touch reached)' "'; $touch_it; '" '-f' 'min su' 'a/b' 'a;b' '.'; do
    said 2 "letters, digits" make progress NAME="$name"
done
for name in "it's; $touch_it; '" '$(shell touch reached)' '`touch reached`'; do
    said 2 "is named like EX=07-02" make check EX="$name"
    said 2 "is named like CH=7" make check CH="$name"
    said 2 "" make board FILES="$name"
done
said 2 "is named like CH=7" make "check-'; $touch_it; '"
[ ! -e reached ] || fail "a name was run as a command"
for nick in -f a=b "it is"; do cp 민수.progress "./$nick.progress"; done
said 0 "it is" make board FILES='*.progress'
[ "$(grep -c ' x ' out)" -eq 6 ] || fail "five people and a legend, and the board shows: $(cat out)"

# A file manager's copies are no exercises and no part of a program.
cp -r $exercise "$exercise (copy)"
cp chapters/ch01-small/part.c "chapters/ch01-small/part (copy).c"
cp chapters/ch01-small/part.c "chapters/ch01-small/copy of part.c"
cp -r chapters/ch01-small "chapters/ch01-small (copy)"
said 0 "01-01-rows" make check
[ "$(grep -c 01-01 out)" -eq 1 ] || fail "copies are exercises: $(cat out)"
said 0 "link" make
[ "$(./ch01-small)" = 42 ] || fail "copies make another program"
said 2 "there is no chapter 8 here" make 8
said 2 "there is no chapter 08 here" make ch08-rnn

# A save counts whatever its time is, and once.
: >watched   # the shell behind & may be late
make watch >>watched 2>&1 &
watch=$!
await() { for k in 1 2 3 4 5 6 7 8 9 10 1 2 3 4 5 6 7 8 9 10; do [ "$(grep -c "$1" watched)" -lt "$2" ] || return 0; sleep 1; done; fail "watch: $(cat watched)"; }
await Watching 1
cp $exercise/mistakes/half.c saved && touch -d 2001-01-01 saved && mv saved $learner
await "hint .half" 1
cp $exercise/solution.c saved && touch -d 2099-01-01 saved && mv saved $learner
await "pass" 1
sleep 2
kill $watch
wait $watch 2>/dev/null
[ "$(grep -c "pass" watched)" -eq 1 ] || fail "one save is checked more than once: $(cat watched)"

# Without a compiler, one line.
said 2 "the compiler nowhere-cc does not work here; make doctor says" make check CC=nowhere-cc
[ "$(wc -l <out)" -le 2 ] || fail "too much is said without a compiler: $(cat out)"

# What root has made, a user cannot write: that is what is said.
[ "$(id -u)" = 0 ] && command -v setpriv >/dev/null || exit 0
chmod 755 "$folder"
as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
said 2 "build: you may not write there; if root has made it: sudo chown -R" as_user make check
said 2 "you may not write to build/release; if root has made it: sudo rm -r build" as_user make
