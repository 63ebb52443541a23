# week.sh: the length of a week, its exercises, and what coverage.tsv promises.
for i in $(seq 76); do add "\$\$ x = $i \$\$ {#eq:e$i}"; done; expect "over 300"
printf '1\tlost\tsec:ch99\tIt is.\n' >>"$work/coverage.tsv"; expect "there is no label sec:ch99"
printf '1\tempty\t\t\n' >>"$work/coverage.tsv"; expect "an empty entry"
printf '1\twrong\tsec:ch01\tIt multiplies.\n' >>"$work/coverage.tsv"; expect "does not say: It multiplies."
add "It takes []{.minutes of=ch09-x} minutes."; expect "there are no minutes of=ch09-x"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "no exercise in"
mkdir -p "$work/ch01-x/exercises/01-sum"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "has no stub"
mkdir -p "$work/ch01-x/exercises/01-sum"
echo "/* A sum. */" >"$work/ch01-x/exercises/01-sum/stub.c"
add "::: {.exercises of=$work/ch01-x}" ":::";  expect "does not begin with its number"
mkdir -p "$work/ch01-x/exercises/01-sum"
printf 'tag\tnudge_en\tplace\nstart\tAdd.\tsec:ch01-none\n' >"$work/ch01-x/exercises/01-sum/hints.tsv"; expect "leads to sec:ch01-none"
printf '1\tdots\tsec:ch01\t…\n' >>"$work/coverage.tsv"; expect "an empty entry"
printf '1\tdots\tsec:ch01\t… . …\n' >>"$work/coverage.tsv"; expect "an empty entry"
printf '1\tfile\ttests/book/planted/week.sh\tsubtle\n' >>"$work/coverage.tsv"; expect "there is no label tests/book/planted/week.sh"
exercise() { mkdir -p "$work/ch01-x/exercises/01-sum"
    printf '/* 01-01  Sum                             build, core, 10 minutes\n *\n * %s\n *\n * Check     make check EX=01-01     Stuck?   make hint EX=01-01\n */\n#include "x.h"\nint sum_all(int *dx, int n)\n{\n}\n' "$1" >"$work/ch01-x/exercises/01-sum/stub.c"
    add "::: {.exercises of=$work/ch01-x}" ":::"; }
exercise "Fill dx, a sum."; shows '<p>Fill <code>dx</code>, a sum.</p>'
exercise "Then sum_all(2, 3) is 5; x.h says it."; shows '<code>sum_all(2, 3)</code> is 5; <code>x.h</code> says it.'
exercise "So y(0) = b(1) + 2*3 = 7 stands there."; shows '<code>y(0) = b(1) + 2*3 = 7</code> stands there.'
exercise "Sum."; shows 'make</span> check EX=01-01</span></code></pre></div> </section>'

# words, equations, lines, figures, runs, exercises, minutes, all figures
reports "25 1 6 1 0 0 8 1!"
add "::: korean" "$(yes 말 | head -500 | tr '\n' ' ')" ":::"; reports "25 1 6 1 0 0 8 1!"
add "## More {#sec:ch01-more .further}" "$(yes word | head -500 | tr '\n' ' ')" '$$ x = 1 $$ {#eq:more}' "![Again.]($work/ch01-x/shift.svg){#fig:ch01-y}"; reports "25 1 6 1 0 0 8 2!"
fence ".sh .run minutes=5" "make";             reports "25 1 6 1 5 0 13 1!"
exercise "Sum, and say it in many words.";     reports "25 1 6 1 0 10 18 1!"
add "$(yes word | head -4476 | tr '\n' ' ')"; warns "words: 4501, over 4500"
for i in $(seq 10); do add "\$\$ x = $i \$\$ {#eq:e$i}"; done; warns "equations: 11, over 10"
for i in $(seq 66); do add "\$\$ x = $i \$\$ {#eq:e$i}"; done; warns "minutes: 272, over 270"
for i in $(seq 10); do add "![Again.]($work/ch01-x/shift.svg){#fig:ch01-y$i}"; done; reports "35 1 6 11 0 0 28 11"
