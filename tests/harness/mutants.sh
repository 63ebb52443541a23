#!/bin/sh
# mutants.sh: does each test notice when one operator of its solution is another?
#
#     sh tests/harness/mutants.sh [FOLDER …]
#
# A mutant is the solution with one operator exchanged. Whoever survives must be listed in equivalent/07-07.txt
# (here, not in the learner's folder: its lines are the solution's), its line as it then reads, with the
# reason behind it as "line ## reason": a change that makes no difference. A listed line that no longer survives is a complaint too. Lines that the stub
# brings along are nobody's solution and stay as they are.
set -u
. tests/harness/judge.sh
export EXERCISE_SECONDS=2
mutants=$made/mutants

# Writes number.c for each mutant of a solution, and number.line with the line that was changed.
breed()   # folder
{
    rm -rf "$mutants/$1" && mkdir -p "$mutants/$1"
    awk -v to="$mutants/$1" '
    BEGIN {
        n = split("+ - - + * + / * < <= <= < > >= >= > == != && || || && += -= -= +=", op, " ")
        for (k = 1; k < n; k += 2) other[op[k]] = op[k + 1]
    }
    NR == FNR { given[$0] = 1; next }
    { line[FNR] = $0 }
    END {
        for (r = 1; r <= FNR; r++) {
            if (line[r] ~ /^ *\/\/|^#/ || line[r] in given) continue
            code = line[r]
            before = ""
            while (match(code, / [-+*\/<>=!&|]+ /)) {
                found = substr(code, RSTART + 1, RLENGTH - 2)
                before = before substr(code, 1, RSTART)
                rest = substr(code, RSTART + RLENGTH - 1)
                if (found in other) {
                    file = sprintf("%s/%03d", to, ++count)
                    changed = before other[found] rest
                    for (k = 1; k <= FNR; k++) print (k == r ? changed : line[k]) >(file ".c")
                    sub(/^ */, "", changed)
                    print changed >(file ".line")
                    close(file ".c"); close(file ".line")
                }
                before = before found
                code = rest
            }
        }
    }' "$1/stub.c" "$1/solution.c"
}

# "mutants.sh one FOLDER SOURCE": the line of a mutant that passes.
one()
{
    judge "$1" "$2" "${2%.c}.out"
    [ $? -ne 0 ] || cat "${2%.c}.line"
    rm -f "${2%.c}.out" "${2%.c}.out".*
}

complain() { while read -r line; do printf '%s %s\n' "$1" "$line"; done; }

examine()   # folder: complaints
{
    breed "$1"
    prepare "$1"
    ls "$mutants/$1"/*.c | sed "s,^,$1 ," | xargs -P "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" -n 2 sh tests/harness/mutants.sh one |
        sort -u >"$mutants/$1/survivors"
    sed 's/ *##.*//' "tests/harness/equivalent/$(exercise_id "$1").txt" 2>/dev/null | sort -u >"$mutants/$1/listed"
    sed 's/ *$//' "$mutants/$1/survivors" | comm -23 - "$mutants/$1/listed" | complain "$1: survives:"
    sed 's/ *$//' "$mutants/$1/survivors" | comm -13 - "$mutants/$1/listed" | complain "$1: listed, but does not survive:"
}

if [ "${1:-}" = one ]; then
    shift
    one "$@"
    exit 0
fi
[ $# -gt 0 ] || set -- $(exercise_folders)
rm -rf "$mutants"
complaints=$(for folder in "$@"; do [ ! -e "$folder/solution.c" ] || examine "$folder"; done)
bred=$(find "$mutants" -name '*.line' | wc -l)
[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
[ "$bred" -gt 0 ] || { echo "no mutant was bred"; exit 1; }
echo "$bred mutants, each noticed or listed as equivalent"
