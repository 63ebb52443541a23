#!/bin/sh
# planted.sh: every fault that a page of the book can have stops the build, and is said.
#
# A page and a program without a fault pass. Each case plants one fault and expects a message.
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
    cp tests/book/sample/figures/shift.svg tests/book/sample/figures/shift.alt "$work/ch01-x"
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
    echo | pandoc -t plain -o /dev/null -L book/filters/check.lua -M "book=$work" -M "scans=$work/out/ch01-x.tsv" -M "pages=$page"
}

# expect MESSAGE: the page as it is now must be refused, with these words.
expect()
{
    cases=$((cases + 1))
    if check >"$work/log" 2>&1; then echo "accepted, where a fault should say: $1"; failures=$((failures + 1))
    elif ! grep -qF -- "$1" "$work/log"; then
        echo "says something other than: $1"
        sed 's/^/    /' "$work/log"
        failures=$((failures + 1))
    fi
    fresh
}

add() { printf '\n%s\n' "$@" >>"$page"; }
fence() { printf '\n```{%s}\n%s\n```\n' "$1" "${2:-}" | sed '/^$/d' >"$work/fence"; { echo; cat "$work/fence"; } >>"$page"; }

fresh
check >"$work/log" 2>&1 || { echo "the page without a fault is refused:"; cat "$work/log"; exit 1; }

# Listings
fence ".c src=$program fn=nothing";            expect "defines no nothing"
printf 'int add(int a, int b)\n{\n}\n' >>"$program"; expect "defines add twice"
fence ".c src=$work/none.c fn=add";            expect "no such file"
fence ".c src=$program part=none";             expect "has no part none"
printf '//@ main\n//@ end main\n' >>"$program"; expect "opens the part main twice"
fence ".c" "int typed;";                       expect "C is typed into the prose"
fence ".c src=$program fn=add" "int typed;";   expect "has typed lines of its own"
sed -i "s|// Adds.|// $(printf 'x%.0s' $(seq 76))|" "$program"; expect "more than 78 columns"

# Markers and lines that no page shows
printf '//@ lost\n' >>"$program";              expect "lost is never closed"
printf '//@ end lost\n' >>"$program";          expect "closes lost, which is not open"
printf '//@ idle\n//@ end idle\n' >>"$program"; expect "no page shows the part idle"
printf 'int hidden;\n' >>"$program";           expect "is on no page"
sed -i 's|//@ omit .*|//@ omit|' "$program";   expect "omits without a reason"
sed -i 's|^    return.*|//@ omit for nothing\n&\n//@ end omit|' "$program"; expect "omits lines that a page shows"
printf '//@ two words\n' >>"$program";         expect "is no marker"

# Numbers
add "It read 98.5 digits.";                    expect "comes from nowhere (.num, a citation or .given): 98.5"
add "It read 98% of them.";                    expect "comes from nowhere (.num, a citation or .given): 98%"
add "@lecun1998 said so. It read 3% of them."; expect "comes from nowhere (.num, a citation or .given): 3%"
add "[]{.num run=ch01-x key=nothing}";         expect "metrics of ch01-x has no nothing"
add "[]{.num run=ch09-x key=accuracy}";        expect "no such result"
add "[0.9]{.num run=ch01-x key=accuracy}";     expect "typed text of its own"
add "[]{.num run=ch01-x key=accuracy fmt=%d}"; expect "does not format"

# References
add "See @fig:ch01-none.";                     expect "nothing has the label fig:ch01-none"
add "See [there](#sec:none).";                 expect "nothing has the label sec:none"
add "See [there](other.md).";                  expect "a link to nothing: other.md"
add '$$ 1 $$ {#eq:sum}';                       expect "the label eq:sum stands twice"
add "## No label";                             expect "needs a label"
add "As @nobody2020 found.";                   expect "nobody2020"
add "A [word]{.term} appears.";                expect "the glossary does not know the word word"
printf 'axon\t축삭\ta wire\n' >>"$work/glossary.tsv"; expect "no page defines axon"
printf 'axon\t\ta wire\n' >>"$work/glossary.tsv"; expect "needs a Korean word"
add "::: predict" "What is it?";                expect "closed"   # pandoc 3 says so itself
add "Here is []{.nmu run=ch01-x key=accuracy}."; expect "no mark is called nmu"
add "Here is []{.num run=ch01-x key=accuracy tmies=100}."; expect "has no tmies"
add "Here is []{.num run=ch01-x key=accuracy fmt=%.0f times=ten}."; expect "times=ten is no number"
add "\`\`\`{.c src=$program fun=add}" "\`\`\`"; expect "has no fun"
add "::: riddle" "What is it?" ":::";          expect "no box is called riddle"

# Figures and equations
rm "$work/ch01-x/shift.alt";                   expect "has no alternative text"
sed -i 's|shift.svg|none.svg|' "$page";        expect "no such picture"
add "A ![small]($work/none.png) picture.";     expect "needs a paragraph of its own"
sed -i 's|{#fig:ch01-x}||' "$page";            expect "needs a label"
add '$$ \tag{1} x $$';                         expect "is lost on the screen"
add '$$ \operatorname{arg\,min} x $$';         expect "\\operatorname with a space is lost"
add '$$ \frac{1 $$';                           expect "Could not convert TeX math"

# The week and the answers
for i in $(seq 30); do add "\$\$ x = $i \$\$ {#eq:e$i}"; done; expect "over 300"
printf '1\tlost\tsec:ch99\tIt is.\n' >>"$work/coverage.tsv"; expect "there is no place sec:ch99"
printf '1\tempty\t\t\n' >>"$work/coverage.tsv"; expect "an empty entry"
printf '1\twrong\tsec:ch01\tIt multiplies.\n' >>"$work/coverage.tsv"; expect "does not say: It multiplies."
add "It takes []{.minutes of=ch09-x} minutes.";   expect "there are no minutes of=ch09-x"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "no exercise in"
mkdir -p "$work/ch01-x/exercises/01-sum"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "has no stub"
mkdir -p "$work/ch01-x/exercises/01-sum"
echo "/* A sum. */" >"$work/ch01-x/exercises/01-sum/stub.c"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "does not begin with its number"

mkdir -p "$work/ch01-x/exercises/01-sum"
printf 'tag\tnudge_en\tplace\nstart\tAdd.\tsec:ch01-none\n' >"$work/ch01-x/exercises/01-sum/hints.tsv"; expect "leads to sec:ch01-none"

echo "$cases faults planted, $failures not found"
[ $failures -eq 0 ]
