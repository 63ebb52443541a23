#!/bin/sh
# handout.sh: this repository for a class that grades: without solutions, and without the programs that nearly are some.
#
#     sh book/handout.sh FOLDER       makes FOLDER
#     sh book/handout.sh              lists what would stand there
#
# `make check` works there all the same, with its hints: what our programs answered is packed into each exercise's answers.tgz.
# Numbers that are asked for on paper are not: there it only says whether all are filled in.
set -eu
. tests/harness/judge.sh

# Tests are left out, but for the judge: wrong programs stand among them, too.
files()
{
    git ls-files | grep -vE '^chapters/[^/]*/exercises/[^/]*/(solution\.|(others|mistakes|hinted|unknown)/)|^(tests|\.ci)/|^\.git'
    git ls-files | grep -E '^tests/([^/]*\.mk|harness/[^/]*\.(c|h|sh|awk|tsv))$'
}

# Sorted, of nobody and of no time, so that the same answers make the same archive.
answers()   # exercise's folder
{
    references "$1" $(right_programs "$1") $(mistakes "$1") || return
    cd "$made/$1" || return
    { echo names; find reference -name '*.answers'; } | sort |
        tar --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=644 -cf - -T - | gzip -9n
    cd "$OLDPWD" || return
}

if [ $# -eq 0 ]; then files; exit; fi
mkdir -p "$1"
files | tar -cf - -T - | tar -xf - -C "$1"
cp book/handout.md "$1/HANDOUT.md"
for folder in $(exercise_folders); do
    case $(learner_name "$folder") in
    *.c) answers "$folder" >"$1/$folder/answers.tgz" || { echo "$folder: no answers" >&2; exit 1; } ;;
    esac
done
