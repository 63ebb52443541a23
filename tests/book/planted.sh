#!/bin/sh
# planted.sh: every fault that a page of the book can have stops the build, and is said.
#
# A page and a program without a fault pass. Each case in tests/book/planted/ plants one fault and expects
# a message, or plants what looks like a fault and is none.
set -u
command -v pandoc >/dev/null || { echo "needs pandoc"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0 cases=0

# The page and the program without a fault.
fresh()
{
    rm -rf "$work/ch01-x" "$work/out"
    mkdir -p "$work/ch01-x" "$work/out" "$work/results/ch01-x"
    page=$work/ch01-x/notes.md program=$work/ch01-x/x.c
    printf 'accuracy\t0.9\tfraction\n' >"$work/results/ch01-x/metrics.tsv"
    cp tests/book/sample/references.bib "$work"
    printf 'term\tkorean\tmeaning\nneuron\t뉴런\ta sum and a kink\n' >"$work/glossary.tsv"
    printf 'week\tclause\tplace\tquote\n1\tneurons\tsec:ch01\tA neuron adds … times.\n' >"$work/coverage.tsv"
    cp tests/book/sample/figures/shift.* "$work/ch01-x"
    printf '%s\n' '// Adds.' 'int add(int a, int b)' '{' '    return a + b;' '}' '' '//@ main' 'int main(void) { return add(1, -1); }' \
        '//@ end main' '' '//@ omit a declaration that only the linker needs' 'int unused;' '//@ end omit' >"$program"
    cat >"$page" <<END
# A page {#sec:ch01}

A [neuron]{.term} adds []{.num run=ch01-x key=accuracy fmt=%.1f} times. In [12.5%]{.given} of the cases it does
not, and @lecun1998 counted 0.7% on digits. See @fig:ch01-x and @eq:sum.

\`\`\`{.c src=$program fn=add}
\`\`\`

\`\`\`{.c src=$program part=main}
\`\`\`

\$\$ y = a + b \$\$ {#eq:sum}

![A curve.]($work/ch01-x/shift.svg){#fig:ch01-x}
END
}

options() { echo "-f markdown -L book/filters/book.lua -M results=$work/results -M glossary=$work/glossary.tsv -M page=ch01-x"; }

# The same three steps as in book.mk, for one page.
check()
{
    pandoc --fail-if-warnings $(options) -t plain -o /dev/null -M form=scan -M "out=$work/out/ch01-x.tsv" "$page" &&
    pandoc --fail-if-warnings $(options) -t html5 --mathml -o "$work/out/x.html" -M form=html -M "scans=$work/out/ch01-x.tsv" \
        --citeproc -L book/filters/after.lua --bibliography "$work/references.bib" --template book/templates/page.html -M title=x "$page" &&
    echo | pandoc -t plain -o /dev/null -L book/filters/check.lua -M "book=$work" -M "scans=$work/out/ch01-x.tsv" -M "pages=$page" -M "out=$work/out/checked"
}

# expect MESSAGE: the page as it is now must be refused, with these words.
expect()
{
    cases=$((cases + 1))
    if check >"$work/log" 2>&1; then printf 'accepted, where a fault should say: %s\n' "$1"; failures=$((failures + 1))
    elif ! grep -qF -- "$1" "$work/log" || grep -q traceback "$work/log"; then
        printf 'says something other than: %s\n' "$1"
        sed 's/^/    /' "$work/log"
        failures=$((failures + 1))
    fi
    fresh
}

# accept WHAT: the page as it is now must pass.
accept()
{
    cases=$((cases + 1))
    check >"$work/log" 2>&1 || { echo "refused: $1"; sed 's/^/    /' "$work/log"; failures=$((failures + 1)); }
    fresh
}

# The page is accepted and says these words.
shows()
{
    cases=$((cases + 1))
    if ! check >"$work/log" 2>&1 || ! tr '\n' ' ' <"$work/out/x.html" | grep -qF -- "$1"; then
        echo "does not show: $1"
        sed 's/^/    /' "$work/log"
        failures=$((failures + 1))
    fi
    fresh
}

# The page is accepted, and the table of budgets has this row for it; warns likewise, by these words.
reports() { said "$work/out/checked" "ch01-x $1"; }
warns() { said "$work/log" "warning: ch01-x, $1"; }
said()
{
    cases=$((cases + 1))
    if ! check >"$work/log" 2>&1 || ! tr -s ' ' <"$1" | grep -qF -- "$2"; then
        echo "does not say: $2"
        sed 's/^/    /' "$work/log"
        failures=$((failures + 1))
    fi
    fresh
}

add() { printf '\n%s\n' "$@" >>"$page"; }
fence() { printf '\n```{%s}\n%s\n```\n' "$1" "${2:-}" | sed '/^$/d' >"$work/fence"; { echo; cat "$work/fence"; } >>"$page"; }

fresh
check >"$work/log" 2>&1 || { echo "the page without a fault is refused:"; cat "$work/log"; exit 1; }

for case in tests/book/planted/*.sh; do . "$case"; done

echo "$cases pages judged, $failures wrongly"
[ $failures -eq 0 ]
