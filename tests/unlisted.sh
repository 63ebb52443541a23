#!/bin/sh
# unlisted.sh: programs that no exercise's author has thought of. Wrong ones fail, with a hint that is true or
# none and the smallest case; right ones pass, whatever their style. A chapter's lie in
# tests/chapters/chNN-name/: changes of the solutions in unlisted.tsv, whole programs in styles/. What was
# seen once of the same files and compiler is not tried again.
#
# (The hint "any" is for code whose meaning C leaves open: what it answers is the compiler's choice.)
#
#     sh tests/unlisted.sh tests/chapters/ch07-cnn/unlisted.tsv            right ones, and wrong ones that draw a hint
#     sh tests/unlisted.sh tests/chapters/ch07-cnn/unlisted.tsv whole      all
set -u
. tests/harness/judge.sh
export EXERCISE_SECONDS=2
table=$1
chapter=$(basename "$(dirname "$table")")
styles=$(ls "${table%/*}"/styles/*.c 2>/dev/null)
tried=$made/unlisted/$chapter

complain() { echo "$*"; exit 1; }

judged_as()   # status, tag, folder, source, out
{
    wanted=$1 hint=$2
    shift 2
    status=0
    judge "$@" || status=$?
    tag=$(cat "$3.tag")
    [ $status -eq "$wanted" ] && { [ "$hint" = any ] || [ "$tag" = "$hint" ]; } ||
        complain "$2: status $status [$tag], not $wanted [$hint]: $(cat "$3.text" "$3.compiler" 2>/dev/null | head -n 5)"
    [ $status -ne 1 ] || grep -q . "$3.text" || complain "$2: no case is shown"
}

# One line of the table: the solution, changed.
unlisted()   # number of the line
{
    sed -n "$1p" $table | { IFS='	' read -r id name hint change
        folder=$(exercise_folder "$id")
        source=$tried/$1.c
        sed "$change" "$folder/solution.c" >"$source"
        ! cmp -s "$source" "$folder/solution.c" || complain "$id $name: changes nothing"
        case $hint in right) judged_as 0 - "$folder" "$source" "$tried/$1.out" ;; *) judged_as 1 "$hint" "$folder" "$source" "$tried/$1.out" ;; esac
    } || complain "line $1 of $table: $(sed -n "$1p" $table | cut -f 1-3)"
    rm -f "$tried/$1.out".*
}

if [ "${2:-}" = one ]; then
    unlisted "$3"
    exit 0
fi

which='$3 != "-"'
[ "${2:-}" != whole ] || which=1
seen=$made/proofs/unlisted-$({ find tests/harness tests/unlisted.sh "$table" $styles chapters/"$chapter"/exercises -type f | LC_ALL=C sort | xargs cat
    echo "$which"
    ${CC:-gcc} --version; } | sum)
[ ! -e "$seen" ] || { echo "seen before"; exit 0; }
rm -rf "$tried" && mkdir -p "$tried" "$made/proofs"
for source in $styles; do
    folder=$(exercise_folder "$(basename "$source" | cut -c 1-5)")
    references "$folder" $(right_programs "$folder") $(mistakes "$folder") || exit
    judged_as 0 - "$folder" "$source" "$tried/style"
done
for folder in $(cut -f 1 $table | sed 1d | sort -u); do
    folder=$(exercise_folder "$folder")
    references "$folder" $(right_programs "$folder") $(mistakes "$folder") || exit
done
awk -F '\t' "NR > 1 && $which { print NR }" $table | xargs -r -P "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" -n 1 sh tests/unlisted.sh "$table" one || exit 1
touch "$seen"
