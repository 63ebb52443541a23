#!/bin/sh
# handout.sh: the handout holds no solution and nothing near one, judges and hints all the same, and an archive of the same
# book is twice the same. The exercises are the harness's own trial, and one on paper.
. tests/small_tree.sh
. "$root/tests/said.sh"
command -v git >/dev/null && command git -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1 || { echo "no git, or no clone"; exit 77; }
unset LC_ALL LC_MESSAGES LC_CTYPE LANG
export GIT_CONFIG_GLOBAL=/dev/null
git() { command git -c user.name=x -c user.email=x@x -c safe.directory='*' "$@"; }

# Of the real book: no file that is listed is called like a solution, or has the words of one.
cd "$root" || exit
sh book/handout.sh >"$folder/listed" || fail "nothing is listed"
! grep -E 'exercises/.*/(solution|others|mistakes|hinted|unknown)|^tests/(chapters|harness/trial)' "$folder/listed" || fail "these are listed"
sums() { xargs cksum | cut -d ' ' -f 1,2 | sort -u; }
git ls-files chapters | grep -E 'exercises/.*/(solution\.|(others|mistakes)/)' | sums >"$folder/ours"
[ "$(wc -l <"$folder/ours")" -gt 100 ] || fail "there are $(wc -l <"$folder/ours") programs of ours"
grep -v '/stub\.' "$folder/listed" | sums | comm -12 - "$folder/ours" >"$folder/both"
[ ! -s "$folder/both" ] || fail "listed with the words of a solution: $(cat "$folder/both")"
for file in README.md Makefile chapters/ch02-regression/ch02-regression.c tests/harness/judge.c data/SHA256SUMS; do
    grep -qxF "$file" "$folder/listed" || fail "the handout lacks $file"
done

# A small book: its exercises work in the handout as they do here.
cd "$folder" || exit
build=chapters/ch01-small/exercises/01-rows paper=chapters/ch01-small/exercises/02-by-hand
mkdir -p $build/others $paper stub/html
cp -r "$root"/tests/harness tests
cp -r "$root"/tests/harness/trial/* $build
cp $build/solution.c $build/others/again.c
cp -r "$root"/chapters/ch02-regression/exercises/01-by-hand/* $paper
cp "$root"/book/handout.* "$root/book/dist.sh" "$root/book/edition.sh" "$root/CITATION.cff" "$root/LICENSE" "$root/CHANGELOG.md" .
mv handout.* dist.sh edition.sh book
echo page >stub/html/index.html
echo book | tee stub/book.pdf >stub/book.epub
printf '%s\n' 'chapters/ch01-small/exercises/*/answer.txt' /build/ >.gitignore
git init -q . && git add . && git commit -qm x || fail "no clone"
echo 'a learner of this tree' >$paper/answer.txt

sh book/dist.sh stub build/dist >said || fail "no archive"
archive=$(echo build/dist/deep-learning-in-c-[0-9]*.tar.gz)
grep -qE "$archive, [0-9.]+ MB" said || fail "says $(cat said)"
cp "$archive" first.tar.gz
touch stub/html/index.html $build/*
sh book/dist.sh stub build/dist >said && cmp first.tar.gz "$archive" || fail "the same book makes another archive"
mkdir apart && tar -xzf "$archive" -C apart && cd apart/deep* || exit
[ -s html/index.html ] && [ -s "$(basename "$archive" .tar.gz).pdf" ] && [ -s LICENSE ] && [ -s CHANGELOG.md ] || fail "the archive has $(ls)"
cd handout || exit
left=$(find chapters -path '*exercises*' -type f | sort | tr '\n' ' ')
[ "$left" = "$build/answers.tgz $build/hints.tsv $build/rows.h $build/stub.c $build/test.c $paper/hints.tsv $paper/stub.txt " ] ||
    fail "of the exercises there is $left"
! gzip -dc $build/answers.tgz | grep -qa 'include\|return' || fail "the answers hold a program"

said 0 "01-01-rows                       not started" make check EX=01-01
cp "$folder/$build/solution.c" $build/rows.c
said 0 "pass" make check EX=01-01
said 2 "this copy is a handout" make solution EX=01-01
cp "$folder/$build/mistakes/half.c" $build/rows.c
said 2 "hint [half]: Every number is exactly half" make check EX=01-01
cp "$folder/$build/unknown/plus-one.c" $build/rows.c
said 2 "no known mistake" make check EX=01-01
said 0 "01-02-by-hand                    not started" make check EX=01-02
sed 's/= ?/= 1/' $paper/stub.txt >$paper/answer.txt
said 0 "begun: 5 of 5 filled in" make check EX=01-02
sed '0,/= ?/s//= 1/' $paper/stub.txt >$paper/answer.txt
said 0 "begun: 1 of 5 filled in" make check EX=01-02
sed 's/= ?/= one/' $paper/stub.txt >$paper/answer.txt
said 2 "a number is wanted" make check EX=01-02
