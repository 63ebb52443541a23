# judge.sh: for scripts at the root: where an exercise's files lie, and how one source file is judged.
#
#     . tests/harness/judge.sh
#     judge FOLDER SOURCE OUT     compiles SOURCE, runs it on FOLDER's cases and compares: 0 passed, 1 wrong,
#                                 2 not started, 3 the test is at fault, 4 does not compile.
#                                 OUT.tag, OUT.text (a message, then the case's numbers), OUT.printed and OUT.compiler
#
# Nothing that a learner wrote runs in a process that judges: the host is linked with it and only answers, `judge`
# limits the host from outside and compares (host.c, judge.c). The answers of the solution, in float and in double, of
# others/ and of mistakes/ are made once, when they are first needed, and kept by content.
#
# A handout (book/handout.sh) has no programs of ours; what they answered lies in FOLDER/answers.tgz.
#
# CC is the compiler, EXERCISE_FLAGS come last on its command line (for other levels and sanitizers).
# Learners get plain warnings, never errors made of them.

. tests/harness/words.sh

made=${EXERCISE_BUILD:-build/exercises}
EXERCISE_FLAGS=${EXERCISE_FLAGS:-}
host_parts="host cases draw buffers"
judge_parts="judge limits answers verdict patterns prove show trace words"

exercise_folders() { ls -d chapters/ch[0-9][0-9]-*/exercises/[0-9][0-9]-*/ 2>/dev/null | sed 's,/$,,' | grep -v '[ ()]'; }

# chapters/ch07-cnn/exercises/02-convolution -> 07-02, and the same the other way round
exercise_id() { echo "$1" | sed 's,^chapters/ch\([0-9]*\)-[^/]*/exercises/\([0-9]*\)-.*,\1-\2,'; }
exercise_folder() { ls -d chapters/ch"${1%-*}"-*/exercises/"${1#*-}"-*/ 2>/dev/null | sed 's,/$,,'; }

# The learner's file has the name of the contract, which is the header that the stub includes first: a test may have
# others. An exercise without a contract asks for numbers.
learner_name()
{
    if [ ! -e "$1/stub.c" ]; then echo answer.txt; return; fi
    sed -n 's/^#include "\(.*\)\.h".*/\1.c/p' "$1/stub.c" | head -n 1
}
stub_of() { echo "$1/stub.${2##*.}"; }

# What is compiled once comes into its place whole, whatever kills us meanwhile.
compile_to()   # object, source, flags
{
    object=$1 source=$2
    shift 2
    compile "$@" $EXERCISE_FLAGS -c -o "$object.$$.part" "$source" && mv "$object.$$.part" "$object"
}

compile() { ${CC:-gcc} -std=gnu17 -O2 -g -Wall -Wextra -Wno-unused-parameter -iquote tests/harness "$@"; }

# The sum of what stands on stdin, and a file that holds one.
sum() { cksum | tr ' ' -; }
holds() { [ -e "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# Compiles the judge and the host, which no exercise has a part in. Sets tools, their sum.
make_tools()
{
    [ -z "${tools:-}" ] || return 0
    tools=$({ cat tests/harness/*.[ch] && echo "$EXERCISE_FLAGS" && ${CC:-gcc} --version; } | sum)
    mkdir -p "$made"
    ! holds "$made/tools.key" "$tools" || return 0
    objects=
    for part in $judge_parts; do
        compile_to "$made/$part.o" "tests/harness/$part.c" || return
        objects="$objects $made/$part.o"
    done
    compile $EXERCISE_FLAGS -o "$made/judge.$$.part" $objects -lm && mv "$made/judge.$$.part" "$made/judge" || return
    for part in $host_parts; do
        compile_to "$made/$part.o" "tests/harness/$part.c" || return
        compile_to "$made/$part.double.o" "tests/harness/$part.c" -include in_double.h -I tests/harness || return
    done
    # A variable without a start value holds the same nonsense each time, where the compiler can see to it.
    start=-ftrivial-auto-var-init=pattern
    ${CC:-gcc} -Werror $start -E -x c -o /dev/null /dev/null 2>/dev/null || start=
    echo "$start" >"$made/start"
    echo "$tools" >"$made/tools.key"
}

is_handout() { [ -e "$1/answers.tgz" ]; }

# An exercise in which a kernel is written: kernel.h says what that needs. The sanitizers and the checker exclude each other.
writes_kernel() { grep -q '^#include "kernel.h"' "$1"/*.h 2>/dev/null; }
simulator_parts="block check check_report fiber instrument memory report sanitizer stream warp"
watch_flags() { case $EXERCISE_FLAGS in *-fsanitize=*) ;; *) echo -O1 -fno-tree-vectorize -gdwarf-4 -fsanitize=thread ;; esac; }

# Compiles the simulator. Sets simulator, its sum.
make_simulator()
{
    simulator=$({ echo "$tools" && cat common/cuda-sim/*.[ch] common/error.[ch]; } | sum)
    ! holds "$made/simulator.key" "$simulator" || return 0
    for part in $simulator_parts; do compile_to "$made/sim-$part.o" "common/cuda-sim/$part.c" || return; done
    compile_to "$made/sim-error.o" common/error.c && compile_to "$made/kernel.o" tests/harness/kernel.c &&
        compile_to "$made/kernel.double.o" tests/harness/kernel.c -include in_double.h -I tests/harness &&
        echo "$simulator" >"$made/simulator.key"
}

# Compiles an exercise's test, in float and in double. The names that it misses and the solution has are the learner's
# to give; no other name of a learner's file is to be seen outside of it. Sets test, the sum of what it stands on.
make_test()   # folder
{
    make_tools && mkdir -p "$made/$1" || return
    simulator=
    ! writes_kernel "$1" || make_simulator || return
    ours=$1/solution.c
    ! is_handout "$1" || ours=$1/answers.tgz
    test=$({ echo "$tools $simulator" && cat "$1"/test.c "$ours" "$1"/*.h; } | sum)
    ! holds "$made/$1/test.key" "$test" || return 0
    compile_to "$made/$1/test.o" "$1/test.c" -iquote "$1" || return
    compile_to "$made/$1/test.double.o" "$1/test.c" -iquote "$1" -include in_double.h -I tests/harness || return
    if is_handout "$1"; then gzip -dc "$ours" | tar -xf - -C "$made/$1"; else find_names "$1"; fi || return
    echo "$test" >"$made/$1/test.key"
}

find_names()   # folder
{
    compile_to "$made/$1/solution.o" "$1/solution.c" -iquote "$1" || return
    {
        ${NM:-nm} -u "$made/$1/test.o"
        ${NM:-nm} -g --defined-only "$made/$1/solution.o"
    } 2>/dev/null | sed 's/.* //' | sort | uniq -d >"$made/$1/names.$$" && mv "$made/$1/names.$$" "$made/$1/names"
}

prepare() { case $(learner_name "$1") in *.c) make_test "$1" ;; *) make_tools ;; esac; }

# The compiler is limited as well: there are files that it never comes to the end of.
link_host()   # folder, source, host, kind (double, or nothing), flags
{
    folder=$1 source=$2 host=$3 kind=$4 watch= simulated=
    shift 4
    if writes_kernel "$folder"; then
        watch=$(watch_flags)
        for part in $simulator_parts error; do simulated="$simulated $made/sim-$part.o"; done
        simulated="$simulated $made/kernel$kind.o"
    fi
    "$made/judge" limit "${EXERCISE_COMPILE_SECONDS:-20}" \
        ${CC:-gcc} -std=gnu17 -O2 -g -Wall -Wextra -Wno-unused-parameter -iquote tests/harness -iquote "$folder" \
        $(cat "$made/start") "$@" $watch $EXERCISE_FLAGS -c -o "$host.o" "$source" || {
            [ $? -ne 124 ] || word compile-time >&2
            return 1
        }
    [ ! -s "$made/$folder/names" ] || ${OBJCOPY:-objcopy} --keep-global-symbols="$made/$folder/names" "$host.o" 2>/dev/null
    objects="$host.o $made/$folder/test$kind.o $simulated"
    for part in $host_parts; do objects="$objects $made/$part$kind.o"; done
    compile $EXERCISE_FLAGS -o "$host" $objects -lm
}

# The answers of one of our own programs, made anew where anything changed that they stand on. `double` stands for the
# solution in doubles.
reference()   # folder, source or "double"
{
    make_test "$1" || return
    case $2 in
    double) source=$1/solution.c kind=.double flags="-include in_double.h -I tests/harness" ;;
    *) source=$2 kind= flags= ;;
    esac
    answers=$(answers_of "$1" "$2")
    key=$({ echo "$test $kind" && cat "$source"; } | sum)
    ! holds "$answers.key" "$key" || return 0
    mkdir -p "$(dirname "$answers")"
    wanted=outputs
    [ "$2" != "$1/solution.c" ] || wanted=inputs
    mine=$answers.$$   # another process may be at the same
    link_host "$1" "$source" "$mine.host" "$kind" $flags && "$made/judge" run "$mine" "$mine.host" $wanted &&
        mv "$mine" "$answers" && echo "$key" >"$answers.key"
    rm -f "$mine" "$mine.host" "$mine.host.o"
    holds "$answers.key" "$key"
}

# chapters/…/mistakes/no-bias.c -> build/…/reference/mistakes/no-bias.answers
answers_of()   # folder, source or "double"
{
    inside=${2#"$1"/}
    echo "$made/$1/reference/${inside%.c}.answers"
}

right_programs() { echo "$1/solution.c double"; programs "$1" others; }
mistakes() { programs "$1" mistakes; }
programs()   # folder, others or mistakes
{
    if is_handout "$1"; then
        ls "$made/$1/reference/$2"/*.answers 2>/dev/null | sed "s,^.*/,$1/$2/,; s,answers\$,c,"
    else
        ls "$1/$2"/*.c 2>/dev/null
    fi
}

# Side by side, those that are named; where nothing changed since all of them were made, one look is enough.
references()   # folder, sources
{
    make_test "$1" || return
    ! is_handout "$1" || return 0
    folder=$1
    shift
    key=$({ echo "$test $*" && cat $(printf '%s\n' "$@" | grep -v '^double$'); } | sum)
    [ ! -e "$made/$folder/reference/$key.all" ] || return 0
    printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" -n 4 sh tests/harness/reference.sh "$folder" &&
        touch "$made/$folder/reference/$key.all"
}

files_of_answers() { folder=$1; shift; for program in "$@"; do answers_of "$folder" "$program"; done; }

# How the answers in OUT.answers compare. The mistakes are asked only where something is wrong.
compare()   # folder, out
{
    right_ones=$(files_of_answers "$1" $(right_programs "$1"))
    references "$1" $(right_programs "$1") >&2 || return 3
    "$made/judge" verdict "$2.answers" $right_ones >"$2.text"
    status=$?
    [ $status -eq 1 ] || return $status
    references "$1" $(mistakes "$1") >&2 || return 3
    "$made/judge" verdict "$2.answers" $right_ones -- $(files_of_answers "$1" $(mistakes "$1")) >"$2.text"
}

# The verdict's first line is "TAG CASE".
take_verdict()   # out
{
    read -r tag number <"$1.text"
    echo "${tag:--}" >"$1.tag"
    sed 1d "$1.text" >"$1.text.part" && mv "$1.text.part" "$1.text"
}

# A handout has no numbers to compare with: it says whether all are there, and leaves the rest to whoever has them.
count_numbers()   # folder, source, out
{
    "$made/judge" trace "$2" "$1/stub.txt" >"$3.text" 2>&1 && return
    status=$?
    [ $status -eq 1 ] && read -r tag number <"$3.text" && [ "$tag" = - ] || return $status
    number=$(grep -c '^[^#]*=' "$1/stub.txt")
    printf -- '- -1\n%d of %d filled in\n' "$number" "$number" >"$3.text"
    return 2
}

judge_text()   # folder, source, out
{
    status=0
    if [ -e "$1/solution.txt" ]; then
        "$made/judge" trace "$2" "$1"/solution.txt "$1"/mistakes/*.txt >"$3.text" 2>&1 || status=$?
    else
        count_numbers "$@" || status=$?
    fi
    take_verdict "$3"
    return $status
}

judge_program()   # folder, source, out, host
{
    link_host "$1" "$2" "$4" "" >"$3.compiler" 2>&1 || return 4
    "$made/judge" run "$3.answers" "$4" outputs || return   # 2: not started
    status=0
    compare "$1" "$3" 2>"$3.fault" || status=$?
    [ $status -ne 3 ] || cat "$3.fault" >>"$3.text"
    take_verdict "$3"
    [ $status -ne 1 ] || [ "$number" -lt 0 ] || "$made/judge" printed "$4" "$number" >"$3.printed"
    return $status
}

# Nothing is left of what was said before; no tag, no words.
nothing_said()   # out
{
    mkdir -p "$(dirname "$1")"
    rm -f "$1" "$1".*
    echo - >"$1.tag"
    : >"$1.text"
    : >"$1.printed"
    : >"$1.compiler"
}

judge()
{
    nothing_said "$3"
    prepare "$1" >"$3.compiler" 2>&1 || return 4
    case $2 in
    *.c) judge_program "$1" "$2" "$3" "$3.$$.host" ;;
    *) judge_text "$1" "$2" "$3" ;;
    esac
    status=$?
    rm -f "$3.$$.host" "$3.$$.host.o"
    return $status
}

# A hint's row for a tag: the exercise's own, else one of those that any exercise may need.
hint_row()   # folder, tag -> tag, nudge_en, nudge_ko, formula, place
{
    awk -F '\t' -v tag="$2" '$1 == tag { print; exit }' "$1/hints.tsv" tests/harness/hints.tsv
}

hint_part()   # folder, tag, level 1 to 3
{
    hint_row "$1" "$2" | awk -F '\t' -v level="$3" -v nudge=$language '{ print level == 1 ? $nudge : $(level + 2) }'
}

# The page that an exercise's hints lead to, and its number there: the chapter's notes, or the appendix on C.
page_of()   # number of a chapter
{
    if [ "$1" = 00 ]; then echo book/c.md; else ls chapters/ch"$1"-*/notes.md 2>/dev/null; fi
}
labels_of() { if [ "$1" = 00 ]; then echo sec:app-c; else echo "sec:ch$1"; fi; }

# sec:ch07-loops -> section 7.8, "In plain loops", as the book numbers its headings; the label where there
# is no text of that chapter.
section()   # label
{
    case $1 in
    sec:app-c-*) chapter=00 number=C ;;
    *) chapter=${1#sec:ch} && chapter=${chapter%%-*} && number=${chapter#0} ;;
    esac
    cat $(page_of "$chapter") /dev/null 2>/dev/null |
        awk -v label="$1" -v chapter="$number" -v form="$(word section)" '
        /^## / { count++ }
        /^## / && $0 ~ "[{]#" label "[ }]" {
            sub(/^## */, "")
            sub(/ *[{]#.*/, "")
            printf form "\n", chapter "." count, $0
            found = 1
            exit
        }
        END { if (!found) print label }'
}
