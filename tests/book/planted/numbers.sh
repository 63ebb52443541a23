# numbers.sh: numbers that come from nowhere, or from where there is none.
add "It read 98.5 digits.";                    expect "comes from nowhere (.num, a citation or .given): 98.5"
add "It read 98% of them.";                    expect "comes from nowhere (.num, a citation or .given): 98%"
add "@lecun1998 said so. It read 3% of them."; expect "comes from nowhere (.num, a citation or .given): 3%"
add "[the neuron adds]{.claim test=\"accuracy > 0.8 and 0.9 <= accuracy\"}"; accept "a claim that is so"
add "[the neuron adds]{.claim test=\"accuracy < 0.8\"}"; shows "the neuron adds <em>(not so in this run)</em>"
export CLAIMS="ch02-y ch01-x"
add "[the neuron adds]{.claim test=\"accuracy < 0.8 and accuracy > 0.1\"}"; expect "not so in the run of ch01-x: the neuron adds (accuracy < 0.8 and accuracy > 0.1)"
unset CLAIMS
add "[the neuron adds]{.claim test=\"accuracy = 0.9\"}"; expect "a claim's test is like"
add "[the neuron adds]{.claim test=\"accuracy < nothing\"}"; expect "metrics of ch01-x has no nothing"
add "[the neuron adds]{.claim}"; expect "needs test="
add "[]{.claim test=\"accuracy < 1\"}"; expect "the mark .claim is empty"
add "It is right []{.num key=accuracy} of the time, []{.num key=accuracy fmt=%.2f} of it."; shows "right 90.0% of the time, 0.90 of it"
add "[]{.num run=ch01-x key=nothing}";         expect "metrics of ch01-x has no nothing"
add "[]{.num run=ch09-x key=accuracy}";        expect "no such result"
add "[0.9]{.num run=ch01-x key=accuracy}";     expect "typed text of its own"
add "[]{.num run=ch01-x key=accuracy fmt=%d}"; expect "does not format"
add "Here is []{.num run=ch01-x key=accuracy fmt=%.0f times=ten}."; expect "times=ten is no number"
add "Here is []{.num run=ch01-x key=accuracy times=100}."; expect "times=100 without fmt"
add "Here is []{.num run=ch01-x key=accuracy column=x}."; expect "metrics of ch01-x has no column x"
add "## It read 98% {#sec:x}";                 expect "comes from nowhere (.num, a citation or .given): 98%"
add "It read 98 percent of them.";             expect "comes from nowhere (.num, a citation or .given): 98 percent"
add "It read 98" "of per cent, 97 per
cent of them.";                                expect "comes from nowhere (.num, a citation or .given): 97 per cent"
add "It read 98 %.";                           expect "comes from nowhere (.num, a citation or .given): 98 %"
add "98퍼센트를 읽는다.";                      expect "comes from nowhere (.num, a citation or .given): 98퍼센트"
add 'It read $98.5$ digits.';                  expect 'comes from nowhere (.num, a citation or .given): $98.5$'
add 'It read $\approx 98\,\%$ of them.';       expect 'comes from nowhere (.num, a citation or .given): $\approx 98\,\%$'
add 'It read `98.5%` of them.';                expect 'comes from nowhere (.num, a citation or .given): `98.5%`'
add "It read 98.5 digits
:   they say.";                                expect "comes from nowhere (.num, a citation or .given): 98.5"
add "::: {.wrong title=\"It read 98.5%\"}" "Why?" ":::"; expect "a number in a title or caption"
sed -i 's|{#fig:ch01-x}|{#fig:ch01-x alt="It read 98.5%"}|' "$page"; expect "a number in a title or caption"
fence ".c src=$program fn=add #lst:x caption=\"Right in 98.5% of them\""; expect "a number in a title or caption"
add "One can say [98]{.given} percent, in per cent, \$0.5 \\cdot 2 = 1\$, [\$0.5\$]{.given} and \`--lr 0.003\`."; accept "numbers that are chosen or computed by hand"
printf 'accuracy\tnan\tfraction\n' >"$work/results/ch01-x/metrics.tsv"; expect "accuracy of ch01-x is no result: nan"
add "It has 51264 weights.";                   expect "thousands are grouped by a comma: 51264"
