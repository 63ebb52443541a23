# numbers.sh: numbers that come from nowhere, or from where there is none.
add "It read 98.5 digits.";                    expect "comes from nowhere (.num, a citation or .given): 98.5"
add "It read 98% of them.";                    expect "comes from nowhere (.num, a citation or .given): 98%"
add "@lecun1998 said so. It read 3% of them."; expect "comes from nowhere (.num, a citation or .given): 3%"
add "[]{.num run=ch01-x key=nothing}";         expect "metrics of ch01-x has no nothing"
add "[]{.num run=ch09-x key=accuracy}";        expect "no such result"
add "[0.9]{.num run=ch01-x key=accuracy}";     expect "typed text of its own"
add "[]{.num run=ch01-x key=accuracy fmt=%d}"; expect "does not format"
add "Here is []{.num run=ch01-x key=accuracy fmt=%.0f times=ten}."; expect "times=ten is no number"
