# judge.sh: for scripts at the root: where an exercise's files lie, and how one source file is judged.
#
#     . tests/harness/judge.sh
#     judge FOLDER SOURCE OUT     compiles SOURCE against FOLDER's test and runs it: 0 passed, 1 wrong,
#                                 2 not started, 3 the test is at fault, 4 does not compile.
#                                 OUT.tag, OUT.line (of the case in test.c, 0 for none), OUT.text (message,
#                                 then what was printed) and OUT.compiler
#
# CC is the compiler, EXERCISE_FLAGS come last on its command line (for other levels and sanitizers).
# Learners get plain warnings, never errors made of them.

. tests/harness/words.sh

made=${EXERCISE_BUILD:-build/exercises}
EXERCISE_FLAGS=${EXERCISE_FLAGS:-}
harness="run buffers cases diagnose"

exercise_folders() { ls -d chapters/ch[0-9][0-9]-*/exercises/[0-9][0-9]-*/ 2>/dev/null | sed 's,/$,,' | grep -v '[ ()]'; }

# chapters/ch07-cnn/exercises/02-convolution -> 07-02, and the same the other way round
exercise_id() { echo "$1" | sed 's,^chapters/ch\([0-9]*\)-[^/]*/exercises/\([0-9]*\)-.*,\1-\2,'; }
exercise_folder() { ls -d chapters/ch"${1%-*}"-*/exercises/"${1#*-}"-*/ 2>/dev/null | sed 's,/$,,'; }

# The contract's name is the learner's file's name; an exercise without a contract asks for numbers.
learner_name()
{
    for contract in "$1"/*.h; do
        if [ -e "$contract" ]; then basename "$contract" .h | sed 's/$/.c/'; else echo answer.txt; fi
        return
    done
}
stub_of() { echo "$1/stub.${2##*.}"; }

older()   # is the file $1 missing, or older than one of the others?
{
    [ -e "$1" ] || return 0
    target=$1
    shift
    for file in "$@"; do [ ! "$file" -nt "$target" ] || return 0; done
    return 1
}

# What is compiled once comes into its place whole, whatever kills us meanwhile.
compile_to()   # object, source, flags
{
    object=$1 source=$2
    shift 2
    compile "$@" $EXERCISE_FLAGS -c -o "$object.$$.part" "$source" && mv "$object.$$.part" "$object"
}

compile() { ${CC:-gcc} -std=gnu17 -O2 -g -Wall -Wextra -Wno-unused-parameter -iquote tests/harness "$@"; }

# Compiles what the learner has no part in: the harness and the exercise's test.
prepare()   # folder
{
    mkdir -p "$made/$1"
    for part in $harness; do
        older "$made/$part.o" tests/harness/*.[ch] || continue
        compile_to "$made/$part.o" "tests/harness/$part.c" || return
    done
    older "$made/$1/test.o" "$1"/test.c "$1"/*.h tests/harness/exercise.h || return 0
    compile_to "$made/$1/test.o" "$1/test.c" -iquote "$1"
}

link_source()   # folder, source, program
{
    objects=$made/$1/test.o
    for part in $harness; do objects="$objects $made/$part.o"; done
    case $2 in *.c) compile -iquote "$1" $EXERCISE_FLAGS -o "$3" "$2" $objects -lm ;;
    *) compile $EXERCISE_FLAGS -o "$3" $objects -lm ;; esac
}

judge()
{
    mkdir -p "$(dirname "$3")"
    rm -f "$3" "$3".*
    echo - >"$3.tag"
    echo 0 >"$3.line"
    prepare "$1" >"$3.compiler" 2>&1 && link_source "$1" "$2" "$3" >"$3.compiler" 2>&1 || return 4
    judged=0
    "$3" "$2" >"$3.text" 2>&1 || judged=$?
    sed -n '1s/ .*//p' "$3.text" >"$3.tag"
    sed -n '1s/.* //p' "$3.text" >"$3.line"
    sed -i 1d "$3.text"
    return $judged
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

# sec:ch07-loops -> section 7.8, "In plain loops", as the book numbers its headings; the label where there
# is no text of that chapter.
section()   # label
{
    chapter=${1#sec:ch}
    chapter=${chapter%%-*}
    cat chapters/ch"$chapter"-*/notes.md 2>/dev/null |
        awk -v label="$1" -v chapter="${chapter#0}" -v form="$(word section)" '
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
