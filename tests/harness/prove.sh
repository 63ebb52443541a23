#!/bin/sh
# prove.sh: what every exercise promises, shown by running it.
#
#     sh tests/harness/prove.sh [FOLDER …]     all exercises, and the trial exercise of the harness
#
# The stub is not started; the solution passes, and so does each file in others/, another good way; at least half of the
# drawn cases count; each file in mistakes/ differs from right, and from each other mistake, in ten of them, and draws the
# hint of its name. A file in hinted/ is none of the mistakes and draws the hint of its name, one in unknown/ draws
# none. Every hint has its mistake and is whole in two languages. A stub includes <math.h> where a good way needs
# it. None of these files draws a warning. CC and EXERCISE_FLAGS say how they are compiled; sanitizers may see a mistake
# before the judge does, so with SOUND=1 only stubs, solutions and others are judged.
#
# A proof is kept: what was shown once of the same files, harness and compiler is not shown again.
set -u
. tests/harness/judge.sh
export EXERCISE_SECONDS=${EXERCISE_SECONDS:-2}

# What a variable without a start value holds is gcc's; clang's is no number.
case $(${CC:-gcc} --version 2>/dev/null) in *clang*) gcc_only=tests/harness/trial/hinted/no-start-value.c ;; *) gcc_only= ;; esac

name_of() { (file=${1##*/} && echo "${file%.*}"); }

# Is this a program whose answers are kept, or one that is judged as a learner's is?
kept_program() { case $2 in "$1"/solution.c | "$1"/others/*.c | "$1"/mistakes/*.c | double) ;; *) return 1 ;; esac; }

# One file: "prove.sh one FOLDER SOURCE STATUS TAG"; a line is printed where it does not end so.
one()
{
    if kept_program "$1" "$2"; then
        said=$(reference "$1" "$2" 2>&1) || echo "$2: status 4"
        [ -z "$said" ] || echo "$2: a warning: $(echo "$said" | head -n 3)"
        return
    fi
    out=$made/$1/proof/$(basename "$(dirname "$2")")-$(name_of "$2")
    status=0
    judge "$1" "$2" "$out" || status=$?
    tag=$(cat "$out.tag")
    [ $status -eq "$3" ] && [ "$tag" = "$4" ] ||
        echo "$2: status $status [$tag], not $3 [$4]: $(cat "$out.text" "$out.compiler" 2>/dev/null | head -n 3)"
    [ ! -s "$out.compiler" ] || [ $status -eq 4 ] || echo "$2: a warning: $(head -n 3 "$out.compiler")"
    rm -f "$out".*
}

# The answers of an exercise's own programs, each judged as if a learner had given them.
compared()   # folder
{
    case $(learner_name "$1") in *.c) ;; *) return ;; esac
    right=$(files_of_answers "$1" $(right_programs "$1"))
    known=
    [ -n "${SOUND:-}" ] || known=$(files_of_answers "$1" $(mistakes "$1"))
    "$made/judge" prove $right -- $known | sed "s,[^ ]*/reference/,,g; s,^,$1: ,"
    plan "$1" | while read -r folder source status tag; do
        kept_program "$folder" "$source" && [ "$source" != double ] || continue
        said=$("$made/judge" verdict "$(answers_of "$folder" "$source")" $right -- $known)
        set -- $? $said
        [ "$1" -eq "$status" ] && [ "$2" = "$tag" ] || echo "$source: status $1 [$2], not $status [$tag]"
    done
}

strong_sum() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1; }

# What a proof stands on: the exercise without the learner's own file, the text that hints name, how all of it is
# judged and compiled.
key()   # folder
{
    {
        find "$1" tests/harness -type f ! -path "$1/$(learner_name "$1")" | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat
        ! writes_kernel "$1" || cat common/cuda-sim/*.[ch]
        cat $(page_of "$(exercise_id "$1" | cut -c 1-2)") /dev/null 2>/dev/null
        echo "$1 ${EXERCISE_FLAGS:-} ${SOUND:-}"
        ${CC:-gcc} --version
    } | strong_sum
}

# Folder, source, status and tag of everything that is to be judged.
plan()
{
    for folder in "$@"; do
        echo "$folder $(ls "$folder"/stub.*) 2 -"
        echo "$folder $(ls "$folder"/solution.*) 0 -"
        case $(learner_name "$folder") in *.c) echo "$folder double 0 -" ;; esac
        for source in "$folder"/others/*; do [ ! -e "$source" ] || echo "$folder $source 0 -"; done
        [ -z "${SOUND:-}" ] || continue
        for source in "$folder"/mistakes/*; do echo "$folder $source 1 $(name_of "$source")"; done
        for source in "$folder"/hinted/*; do [ ! -e "$source" ] || [ "$source" = "$gcc_only" ] || echo "$folder $source 1 $(name_of "$source")"; done
        for source in "$folder"/unknown/*; do [ ! -e "$source" ] || echo "$folder $source 1 -"; done
    done
}

# Every row is whole, every tag but "start" has a mistake, and the other way round.
hints()   # folder, hints.tsv, chapter, other places of mistakes
{
    LC_ALL=C awk -F '\t' -v file="$2" -v chapter="$3" -v place="^$(labels_of "$3")-[a-z-]+\$" '
        NR == 1 { if ($0 != "tag\tnudge_en\tnudge_ko\tformula\tplace") print file ": the first line is no heading"; next }
        NF != 5 { print file ":" NR ": " NF " columns, not 5" }
        seen[$1]++ { print file ":" NR ": [" $1 "] stands there twice" }
        $2 == "" || $4 == "" || $2 ~ /[\200-\377]/ { print file ":" NR ": the English is missing or not English" }
        $3 !~ /\352|\353|\354|\355/ { print file ":" NR ": the Korean is missing" }
        $5 !~ place { print file ":" NR ": " $5 " is no place in chapter " chapter }' "$2"
    for label in $(sed 1d "$2" | cut -f 5 | sort -u); do
        [ ! -e "$(page_of "$3")" ] || [ "$(section "$label")" != "$label" ] || echo "$2: no section is $label"
    done
    for tag in $(sed 1d "$2" | cut -f 1); do
        [ "$tag" = start ] || ls "$1/mistakes/$tag".* $4 2>/dev/null | grep -q "/$tag\.[a-z]*\$" || echo "$2: [$tag] has no mistake"
    done
    for source in "$1"/mistakes/*; do
        hint_row "$1" "$(name_of "$source")" | grep -q . || echo "$source: no hint of that name"
    done
}

# The lines that a file asks for: no comments, no #include, no lone braces. In a .txt, the numbers.
lines() { sed '1,/\*\//{/^\/\*/,/\*\//d}' "$1" | grep -v -c '^ *$\|^ *//\|^#\|^ *[{}]* *$'; }

# 10 minutes, 2 more for each line or number that the stub lacks, 20 more where the question itself must
# first be found, in steps of 5.
minutes()   # folder, kind
{
    solution=$(ls "$1"/solution.*)
    missing=$(lines "$solution")
    case $solution in *.c) missing=$((missing - $(lines "$1/stub.c"))) ;; esac
    case $2 in diagnose | transfer) more=20 ;; *) more=0 ;; esac
    echo $(((10 + 2 * missing + more + 2) / 5 * 5))
}

# Who searches for a maximum from -INFINITY on, as the chapter does, finds what that needs in the stub.
mathematics()   # folder
{
    cat "$1"/solution.c "$1"/others/*.c 2>/dev/null | grep -q '^#include <math.h>' || return 0
    grep -q '^#include <math.h>' "$1/stub.c" || echo "$1/stub.c: no <math.h>, which a good way needs"
}

about() { sed -n 's/.*\(\(trace\|build\|diagnose\|transfer\), \(core\|further\), [0-9]* minutes\).*/\1/p' "$1"/stub.* | head -n 1; }

# Kinds, core exercises and minutes of one chapter. The exercises on C are no week's, and may be of any kinds.
chapter()   # chapters/ch07-cnn
{
    kinds= core=0 total=0
    for folder in "$1"/exercises/[0-9][0-9]-*/; do
        folder=${folder%/}
        what=$(about "$folder")
        kind=${what%%,*}
        said=$(echo "$what" | grep -o '[0-9]*')
        [ -n "$what" ] || { echo "$folder: the stub does not say kind, core or further, and minutes"; continue; }
        [ "$said" = "$(minutes "$folder" "$kind")" ] || echo "$folder: $said minutes, and $(minutes "$folder" "$kind") by the formula"
        kinds="$kinds $kind"
        case $what in *core*) core=$((core + 1)) total=$((total + said)) ;; esac
        grep -q "EX=$(exercise_id "$folder")\$" "$folder"/stub.* || echo "$folder: the stub names another exercise"
        mathematics "$folder"
    done
    for kind in trace build diagnose transfer; do
        case $1 in */ch00-*) break ;; esac
        case $kinds in *$kind*) ;; *) echo "$1: no exercise of the kind $kind" ;; esac
    done
    [ $core -le 4 ] && [ $total -le 80 ] || echo "$1: $core core exercises of $total minutes; at most 4 of 80"
}

unproved() { for folder in "$@"; do [ -e "$made/proofs/$(key "$folder")" ] || echo "$folder"; done; }

kept() { mkdir -p "$made/proofs" && for folder in "$@"; do touch "$made/proofs/$(key "$folder")"; done; }

proof()   # folders that are not proved yet
{
    for folder in "$@"; do prepare "$folder" || echo "$folder: its test does not compile"; done
    plan "$@" | xargs -r -P "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" -n 4 sh tests/harness/prove.sh one || echo "the judging broke off"
    for folder in "$@"; do compared "$folder"; done
    [ -z "${SOUND:-}" ] || return 0
    for folder in "$@"; do
        case $folder in
        */trial) hints "$folder" tests/harness/hints.tsv '[0-9][0-9]' "$folder/hinted/* chapters/*/exercises/*/hinted/*" ;;
        *) hints "$folder" "$folder/hints.tsv" "$(exercise_id "$folder" | cut -c 1-2)" "" ;;
        esac
    done
}

chapters()   # the chapters of these folders, as wholes
{
    [ -n "${SOUND:-}" ] || for folder in $(printf '%s\n' "$@" | sed -n 's,/exercises/.*,,p' | sort -u); do chapter "$folder"; done
}

if [ "${1:-}" = one ]; then
    shift
    one "$@"
    exit
fi
[ $# -gt 0 ] || set -- $(exercise_folders) tests/harness/trial
todo=$(unproved "$@")
complaints=$(proof $todo 2>&1; chapters "$@" 2>&1)
[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
kept $todo
echo "$# exercises, $(plan "$@" | wc -l) files judged, each as it should be; $(($# - $(echo $todo | wc -w))) were proved before"
