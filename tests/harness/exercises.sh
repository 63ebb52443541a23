#!/bin/sh
# exercises.sh: what a learner's verbs do. Runs at the root; make gives what it was given.
#
#     sh tests/harness/exercises.sh check|next|progress|hint|solution|reset|watch|board
#
# CH=7     one chapter: 7, 07, ch07 and ch07-cnn all name it          EX=07-02   one exercise
# NAME=    progress: a nickname, whose file is written                FILES=     board: such files
#
# Nothing here removes work: a learner's file is made from the stub where it is missing, reset keeps a
# backup, and each version that was checked last lies in .progress/, which `make clean` leaves alone.
set -u
. tests/harness/judge.sh

fail() { echo "$*" >&2; exit 2; }
two_digits() { printf '%02d' "$(echo "$1" | sed 's/^0*\(.\)/\1/')"; }

# CH and EX in any spelling -> the folders that are meant.
chosen()
{
    if [ -n "${EX:-}" ]; then
        numbers=$(echo "$EX" | sed -n 's/^\(ch\)\{0,1\}\([0-9]\{1,2\}\)-\([0-9]\{1,2\}\)\(-.*\)\{0,1\}$/\2 \3/p')
        [ -n "$numbers" ] || fail "EX=$EX: an exercise is named like EX=07-02"
        exercise_folder "$(two_digits "${numbers% *}")-$(two_digits "${numbers#* }")" | grep . ||
            fail "EX=$EX: no such exercise; make progress lists them"
    elif [ -n "${CH:-}" ]; then
        number=$(echo "$CH" | sed -n 's/^\(ch\)\{0,1\}\([0-9]\{1,2\}\)\(-.*\)\{0,1\}$/\2/p')
        [ -n "$number" ] || fail "CH=$CH: a chapter is named like CH=7"
        exercise_folders | grep "^chapters/ch$(two_digits "$number")-" || fail "CH=$CH: no exercises there yet"
    else
        exercise_folders
    fi
}

one_exercise() { [ -n "${EX:-}" ] || fail "which one? make $1 EX=07-02"; chosen; }

# Lays the stub out where there is no learner's file. Sets learner and id.
lay_out()   # folder
{
    id=$(exercise_id "$1")
    learner=$1/$(learner_name "$1")
    [ -e "$learner" ] && return
    cp "$(stub_of "$1" "$learner")" "$learner"
    chmod u+w "$learner"
    grep -q "	$id	" .progress/history 2>/dev/null || return 0
    kept=.progress/kept/$id/$(basename "$learner")
    last=
    [ ! -e "$kept" ] || last=", and your last checked version is $kept"
    echo "$id  $learner was gone; a fresh one lies there$last"
}

keep() { cmp -s "$learner" "$(stub_of "$1" "$learner")" || { mkdir -p ".progress/kept/$id" && cp "$learner" ".progress/kept/$id/"; }; }

# One line a change: when, which exercise, how it ended, the tag of the hint.
remember()
{
    mkdir -p .progress && touch .progress/history
    last=$(awk -F '\t' -v id="$id" '$2 == id { last = $3 FS $4 } END { print last }' .progress/history)
    now=$(printf '%s\t%s' "$outcome" "$tag")
    [ "$last" = "$now" ] || printf '%s\t%s\t%s\n' "$(date +%Y-%m-%dT%H:%M:%S)" "$id" "$now" >>.progress/history
}

# Judges the learner's file. Sets outcome, tag, text, out.
examine()   # folder
{
    lay_out "$1"
    keep "$1"
    out=$made/$1/mine
    judge "$1" "$learner" "$out"
    case $? in
    0) outcome=passed ;;
    1) outcome=wrong ;;
    2) outcome=open ;;
    4) outcome=compile ;;
    *) fail "$id: the test itself is at fault: $(head -n 1 "$out.text")" ;;
    esac
    tag=$(cat "$out.tag")
    begun=
    [ $outcome != open ] || begun=$(how_far "$1")
    remember
}

# What a learner has written who is not done yet; nothing where the file is the stub.
how_far()   # folder
{
    cmp -s "$learner" "$(stub_of "$1" "$learner")" && return
    grep . "$out.text" || echo "EXERCISE_TODO() is still there"
}

# A function that was renamed or deleted is missed by the linker only, which names files nobody has written.
missing_names()
{
    sed -n "s/.*undefined reference to [^A-Za-z0-9_]*\([A-Za-z0-9_]*\).*/\1/p; s/.*undefined symbol: *//p" "$out.compiler" |
        sort -u | while read -r symbol; do echo "    there is no $symbol in $learner"; done
}

show()   # folder
{
    name=$id$(echo "${1##*/}" | sed 's/^[0-9]*//')
    case $outcome in
    passed) printf '%-32s pass\n' "$name" ;;
    open) printf '%-32s %s\n' "$name" "${begun:+begun: }${begun:-not started}" ;;
    compile) printf '%-32s does not compile; the compiler says:\n' "$name" ;;
    wrong) printf '%-32s FAIL  %s\n' "$name" "$(head -n 1 "$out.text")" ;;
    esac
    missing_names
    sed 's/^/    /' "$out.compiler"
    [ $outcome = wrong ] || return 0
    if [ "$tag" = - ]; then
        echo "    hint: no known mistake explains this; look at that one case"
    else
        echo "    hint [$tag]: $(hint_part "$1" "$tag" 1)"
    fi
    line=$(cat "$out.line")
    [ "$line" -eq 0 ] || echo "    the case: line $line of $1/test.c"
    sed '1d; s/^/    your program printed: /' "$out.text"
}

check()
{
    folders=$(chosen) || exit
    wrong=0
    for folder in $folders; do
        examine "$folder"
        show "$folder"
        case $outcome in wrong | compile) wrong=1 ;; esac
    done
    return $wrong
}

# "build, core, 10 minutes": the head of each stub says so.
about() { sed -n 's/.*\(\(trace\|build\|diagnose\|transfer\), \(core\|further\), [0-9]* minutes\).*/\1/p' "$1"/stub.* | head -n 1; }

# A chapter's core is enough to go on to the next chapter, so all core exercises come before any further one.
core_first()   # folders
{
    for folder in "$@"; do
        case $(about "$folder") in *", core, "*) echo "1 $folder" ;; *) echo "2 $folder" ;; esac
    done | sort | cut -d ' ' -f 2
}

next()
{
    folders=$(chosen) || exit
    for folder in $(core_first $folders); do
        examine "$folder"
        [ $outcome != passed ] || continue
        show "$folder"
        echo "$(about "$folder"): open $learner, then make check EX=$id"
        return
    done
    echo "All exercises that are here are passed."
}

hint()
{
    folder=$(one_exercise hint) || exit
    examine "$folder"
    show "$folder"
    case $outcome in
    passed) echo "make solution EX=$id shows how we did it."; return ;;
    compile) return ;;
    open) tag=start ;;
    *) [ "$tag" != - ] || tag=start ;;
    esac
    mkdir -p .progress/hints
    before=
    [ ! -e ".progress/hints/$id" ] || read -r before level <".progress/hints/$id"
    [ "$before" = "$tag" ] && level=$((level + 1)) || level=1
    [ $level -le 3 ] || level=3
    echo "$tag $level" >".progress/hints/$id"
    echo "  1  $(hint_part "$folder" "$tag" 1)"
    [ $level -lt 2 ] || echo "  2  $(hint_part "$folder" "$tag" 2)"
    [ $level -lt 3 ] || echo "  3  read $(section "$(hint_part "$folder" "$tag" 3)")"
}

solution()
{
    folder=$(one_exercise solution) || exit
    examine "$folder"
    [ $outcome = passed ] || awk -F '\t' -v id="$id" '$2 == id && $3 == "passed" { found = 1 } END { exit !found }' .progress/history ||
        fail "$id is not passed yet; make hint EX=$id says a little more each time"
    cat "$folder"/solution.*
}

reset()
{
    folder=$(one_exercise reset) || exit
    lay_out "$folder"
    if cmp -s "$learner" "$(stub_of "$folder" "$learner")"; then
        echo "$learner is as it was at the start"
        return
    fi
    mkdir -p ".progress/backups/$id"
    number=1
    while [ -e ".progress/backups/$id/$number-${learner##*/}" ]; do number=$((number + 1)); done
    backup=.progress/backups/$id/$number-${learner##*/}
    cp "$learner" "$backup" && cp "$(stub_of "$folder" "$learner")" "$learner" || fail "$learner: not reset"
    echo "$learner is as it was at the start; what you had is $backup"
}

# Checks what is saved, as soon as it is saved, until Ctrl-C.
watch()
{
    folders=$(chosen) || exit
    mkdir -p "$made"
    for folder in $folders; do lay_out "$folder"; done
    echo "Watching; each save is checked, Ctrl-C ends it."
    touch "$made/looked"
    while sleep 0.5; do
        touch "$made/looking" || exit
        for folder in $folders; do
            lay_out "$folder"
            [ -z "$(find "$learner" -newer "$made/looked")" ] && continue
            examine "$folder"
            show "$folder"
        done
        mv "$made/looking" "$made/looked"
    done
}

# The tags of an exercise that were ever met, with commas between.
met() { awk -F '\t' -v id="$1" '$2 == id && $4 != "-" && !seen[$4]++ { printf "%s%s", n++ ? "," : "", $4 }' .progress/history; }

progress()
{
    case ${NAME:-x} in *[!A-Za-z0-9_-]*) fail "NAME=$NAME: letters, digits, - and _ only" ;; esac
    table=$made/progress.tsv
    mkdir -p "$made"
    : >"$table"
    for folder in $(exercise_folders); do
        examine "$folder"
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$id" "${folder##*/}" "$outcome" "$(about "$folder")" "$(met "$id")" "$begun" >>"$table"
    done
    awk -F '\t' -f tests/harness/progress.awk "$table"
    [ -n "${NAME:-}" ] || return 0
    { printf 'exercise\toutcome\thints\n'; cut -f 1,3,5 "$table"; } >"$NAME.progress"
    echo "$NAME.progress is written: outcomes and hints, no code"
}

board()
{
    [ -n "${FILES:-}" ] || fail "which files? make board FILES='*.progress'"
    for file in $FILES; do
        [ -r "$file" ] || fail "$file: cannot be read"
        awk -F '\t' 'NR == 1 ? $0 != "exercise\toutcome\thints" : NF != 3 || $1 !~ /^[0-9][0-9]-[0-9][0-9]$/ ||
            $2 !~ /^(passed|wrong|open|compile)$/ || $3 !~ /^[a-z0-9,-]*$/ { bad = NR; exit } END { exit bad > 0 || NR == 0 }' "$file" ||
            fail "$file: not a file that make progress NAME=… wrote"
    done
    awk -F '\t' -f tests/harness/board.awk $FILES
}

verb=${1:-}
case $verb in
check | next | progress | hint | solution | reset | watch | board) $verb ;;
*) fail "usage: sh tests/harness/exercises.sh check|next|progress|hint|solution|reset|watch|board" ;;
esac
