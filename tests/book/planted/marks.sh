# marks.sh: what stands in brackets: marks, links, footnotes.
add "Here is []{.nmu run=ch01-x key=accuracy}."; expect "no mark is called nmu"
add "Here is []{.num run=ch01-x key=accuracy tmies=100}."; expect "has no tmies"
