#!/bin/sh
# exercises.sh: what a learner's verbs do. Runs at the root; make gives what it was given.
#
#     sh tests/harness/exercises.sh check|next|progress|hint|solution|reset|watch|board|help
#
# CH=7     one chapter: 7, 07, ch07 and ch07-cnn all name it          EX=07-02   one exercise
# NAME=    progress: a nickname, whose file is written                FILES=     board: such files
#
# It speaks the language of the locale, English or Korean: messages.tsv has both.
#
# Nothing here removes work: a learner's file is made from the stub where it is missing, reset keeps a
# backup, and the last versions that were checked lie in .progress/, which `make clean` leaves alone.
set -u
. tests/harness/judge.sh

fail() { say "$@" >&2; exit 2; }
two_digits() { printf '%02d' "$(echo "$1" | sed 's/^0*\(.\)/\1/')"; }

# Root may have made what a learner needs.
may_write()   # files and folders
{
    for path in "$@"; do
        [ ! -e "$path" ] || [ -w "$path" ] || fail unwritable "$path" "$(id -un)" "$path"
    done
}

# The compiler with its headers, before it is asked for the first exercise.
need_compiler() { echo '#include <stdio.h>' | ${CC:-gcc} -E -o /dev/null - 2>/dev/null || fail no-compiler "${CC:-gcc}"; }

# CH and EX in any spelling -> the folders that are meant.
chosen()
{
    if [ -n "${EX:-}" ]; then
        numbers=$(echo "$EX" | sed -n 's/^\(ch\)\{0,1\}\([0-9]\{1,2\}\)-\([0-9]\{1,2\}\)\(-.*\)\{0,1\}$/\2 \3/p')
        [ -n "$numbers" ] || fail ex-form "$EX"
        exercise_folder "$(two_digits "${numbers% *}")-$(two_digits "${numbers#* }")" | grep . ||
            fail ex-absent "$EX"
    elif [ -n "${CH:-}" ]; then
        number=$(echo "$CH" | sed -n 's/^\(ch\)\{0,1\}\([0-9]\{1,2\}\)\(-.*\)\{0,1\}$/\2/p')
        [ -n "$number" ] || fail ch-form "$CH"
        exercise_folders | grep "^chapters/ch$(two_digits "$number")-" || fail ch-absent "$CH"
    else
        exercise_folders
    fi
}

one_exercise() { [ -n "${EX:-}" ] || fail which "$1"; chosen; }

# Lays the stub out where there is no learner's file. Sets learner and id.
lay_out()   # folder
{
    id=$(exercise_id "$1")
    learner=$1/$(learner_name "$1")
    [ -e "$learner" ] && return
    may_write "$1"
    cp "$(stub_of "$1" "$learner")" "$learner"
    chmod u+w "$learner"
    grep -q "	$id	" .progress/history 2>/dev/null || return 0
    kept=.progress/kept/$id/$(basename "$learner")
    if [ -e "$kept" ]; then say gone-kept "$id" "$learner" "$kept"; else say gone "$id" "$learner"; fi
}

untouched() { cmp -s "$learner" "$(stub_of "$1" "$learner")"; }   # folder

# Keeps what is checked, if it is neither the stub nor blank: the newest under its own name, twenty earlier ones as
# 1-convolution.c, 2-convolution.c, …
keep()   # folder
{
    ! untouched "$1" || return 0
    grep -q '[^[:space:]]' "$learner" || return 0
    name=$(basename "$learner")
    mkdir -p ".progress/kept/$id" && cd ".progress/kept/$id" || return
    if [ -e "$name" ] && ! cmp -s "$name" "$OLDPWD/$learner"; then
        version=$(($(ls | sed -n 's/^\([0-9]*\)-.*/\1/p' | sort -n | tail -n 1) + 1))
        mv "$name" "$version-$name" && rm -f "./$((version - 20))-$name"
    fi
    cp "$OLDPWD/$learner" "$name"
    cd "$OLDPWD" || return
}

# One line a change: when, which exercise, how it ended, the tag of the hint.
remember()
{
    mkdir -p .progress && touch .progress/history
    last=$(awk -F '\t' -v id="$id" '$2 == id { last = $3 FS $4 } END { print last }' .progress/history)
    now=$(printf '%s\t%s' "$outcome" "$tag")
    [ "$last" = "$now" ] || printf '%s\t%s\t%s\n' "$(date +%Y-%m-%dT%H:%M:%S)" "$id" "$now" >>.progress/history
}

# Judges the learner's file; that a stub is not started has been proved, and takes no compiler. Sets outcome, tag, text, out.
examine()   # folder
{
    lay_out "$1"
    keep "$1"
    out=$made/$1/mine
    may_write build "$made" "$made/$1" .progress .progress/history .progress/kept
    if untouched "$1"; then nothing_said "$out"; (exit 2); else judge "$1" "$learner" "$out"; fi
    case $? in
    0) outcome=passed ;;
    1) outcome=wrong ;;
    2) outcome=open ;;
    4) outcome=compile ;;
    *) fail test-fault "$id" "$(head -n 1 "$out.text")" ;;
    esac
    tag=$(cat "$out.tag")
    begun=
    [ $outcome != open ] || begun=$(how_far "$1")
    remember
}

# What a learner has written who is not done yet; nothing where the file is the stub.
how_far()   # folder
{
    ! untouched "$1" || return 0
    filled=$(sed -n 's/^\([0-9]*\) of \([0-9]*\) filled in$/\1 \2/p' "$out.text")
    if [ -n "$filled" ]; then say filled $filled; elif ! grep . "$out.text"; then
        if grep -q "^const Cause cause = UNDECIDED" "$learner"; then word undecided; else word todo; fi
    fi
}

# A function that was renamed or deleted is missed by the linker only, which names files nobody has written.
missing_names()
{
    sed -n "s/.*undefined reference to [^A-Za-z0-9_]*\([A-Za-z0-9_]*\).*/\1/p; s/.*undefined symbol: *//p" "$out.compiler" |
        sort -u | while read -r symbol; do echo "    $(say no-name "$symbol" "$learner")"; done
}

show()   # folder
{
    name=$id$(echo "${1##*/}" | sed 's/^[0-9]*//')
    case $outcome in
    passed) verdict=$(word pass) ;;
    open) if [ -n "$begun" ]; then verdict=$(say begun "$begun"); else verdict=$(word open); fi ;;
    compile) verdict=$(word compile) ;;
    wrong) verdict=$(say fail "$(head -n 1 "$out.text")") ;;
    esac
    printf '%-32s %s\n' "$name" "$verdict"
    missing_names
    head -n 40 "$out.compiler" | sed 's/^/    /'
    [ $outcome = wrong ] || return 0
    sed 1d "$out.text" | while IFS= read -r numbers; do echo "        $numbers"; done
    if [ "$tag" = - ]; then
        case $learner in *.txt) echo "    $(word no-hint-number)" ;; *) echo "    $(word no-hint)" ;; esac
    else
        echo "    $(say hint "$tag" "$(hint_part "$1" "$tag" 1)")"
    fi
    while IFS= read -r printed || [ -n "$printed" ]; do echo "    $(say printed "$printed")"; done <"$out.printed"
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

# The same in the learner's language.
about_in_words() { about "$1" | tr -d , | { read -r kind depth minutes unit; echo "$(word "$kind"), $(word "$depth"), $(say minutes "$minutes")"; }; }

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
        say open-file "$(about_in_words "$folder")" "$learner" "$id"
        return
    done
    word all-passed
}

hint()
{
    folder=$(one_exercise hint) || exit
    examine "$folder"
    show "$folder"
    case $outcome in
    passed) say see-solution "$id"; return ;;
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
    [ $level -lt 3 ] || echo "  3  $(say read "$(section "$(hint_part "$folder" "$tag" 3)")")"
}

solution()
{
    folder=$(one_exercise solution) || exit
    examine "$folder"
    [ $outcome = passed ] || awk -F '\t' -v id="$id" '$2 == id && $3 == "passed" { found = 1 } END { exit !found }' .progress/history ||
        fail not-passed "$id" "$id"
    ls "$folder"/solution.* >/dev/null 2>&1 || fail handed-out
    cat "$folder"/solution.*
}

reset()
{
    folder=$(one_exercise reset) || exit
    lay_out "$folder"
    if untouched "$folder"; then
        say at-start "$learner"
        return
    fi
    mkdir -p ".progress/backups/$id"
    number=1
    while [ -e ".progress/backups/$id/$number-${learner##*/}" ]; do number=$((number + 1)); done
    backup=.progress/backups/$id/$number-${learner##*/}
    cp "$learner" "$backup" && cp "$(stub_of "$folder" "$learner")" "$learner" || fail not-reset "$learner"
    say was-reset "$learner" "$backup"
}

# Checks what is saved, as soon as it is saved, until Ctrl-C. What counts is what stands in a file, and not its
# time: an editor, git or an unpacked archive may give it an older one, or one that is yet to come.
watch()
{
    folders=$(chosen) || exit
    learners=
    for folder in $folders; do
        lay_out "$folder"
        learners="$learners $learner"
    done
    seen=$(cksum $learners)
    word watching
    while sleep 0.5; do
        for folder in $folders; do [ -e "$folder/$(learner_name "$folder")" ] || lay_out "$folder"; done
        present=$(cksum $learners)
        [ "$present" != "$seen" ] || continue
        for folder in $folders; do
            sum=$(cksum "$folder/$(learner_name "$folder")")
            echo "$seen" | grep -qxF -e "$sum" && continue
            examine "$folder"
            show "$folder"
        done
        seen=$present
    done
}

# The tags of an exercise that were ever met, with commas between.
met() { awk -F '\t' -v id="$1" '$2 == id && $4 != "-" && !seen[$4]++ { printf "%s%s", n++ ? "," : "", $4 }' .progress/history; }

# A nickname becomes a file's name: no blanks, nothing that a shell reads, no minus in front. 민수 is one too.
good_nick()
{
    case $1 in -*) return 1 ;; esac
    [ -z "$(printf %s "$1" | LC_ALL=C tr -d 'A-Za-z0-9_\200-\377-')" ]
}

# awk, reading bytes, with the learner's words.
table() { LC_ALL=C awk -v language=$language -f tests/harness/words.awk -f "$@"; }

progress()
{
    good_nick "${NAME:-}" || fail nick-form "$NAME"
    table=$made/progress.tsv
    mkdir -p "$made"
    may_write "$made" "$table" . "./${NAME:-}.progress"
    : >"$table"
    for folder in $(exercise_folders); do
        examine "$folder"
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$id" "${folder##*/}" "$outcome" "$(about "$folder")" "$(met "$id")" "$begun" >>"$table"
    done
    table tests/harness/progress.awk "$table"
    [ -n "${NAME:-}" ] || return 0
    { printf 'exercise\toutcome\thints\n'; cut -f 1,3,5 "$table"; } >"$NAME.progress"
    say written "$NAME.progress"
}

# A file that make progress wrote; of any other the board says so, and goes on with the next.
good_progress()   # file
{
    [ -f "$1" ] && [ -r "$1" ] || { say unreadable "${1#./}" >&2; return 1; }
    LC_ALL=C awk -F '\t' 'NR == 1 ? $0 != "exercise\toutcome\thints" : NF != 3 || $1 !~ /^[0-9][0-9]-[0-9][0-9]$/ ||
        $2 !~ /^(passed|wrong|open|compile)$/ || $3 !~ /^[a-z0-9,-]*$/ { bad = NR; exit } END { exit bad > 0 || NR == 0 }' "$1" ||
        { say no-progress "${1#./}" >&2; return 1; }
}

board()
{
    [ -n "${FILES:-}" ] || fail which-files
    set --
    for file in $FILES; do
        case $file in /*) ;; *) file=./$file ;; esac      # -f.progress is no option, a=b.progress no assignment
        ! good_progress "$file" || set -- "$@" "$file"
    done
    [ $# -gt 0 ] || exit 2
    table tests/harness/board.awk "$@"
}

help() { grep '^help-' tests/harness/messages.tsv | cut -f $language; }

verb=${1:-}
case $verb in
check | next | progress | hint | solution | watch) need_compiler && $verb ;;
reset | board | help) $verb ;;
*) echo "usage: sh tests/harness/exercises.sh check|next|progress|hint|solution|reset|watch|board|help" >&2; exit 2 ;;
esac
