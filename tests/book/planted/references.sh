# references.sh: references to labels, pages and sources.
add "See @fig:ch01-none.";                     expect "nothing has the label fig:ch01-none"
add "See [there](#sec:none).";                 expect "nothing has the label sec:none"
add "See [there](other.md).";                  expect "a link to nothing: other.md"
add '$$ 1 $$ {#eq:sum}';                       expect "the label eq:sum stands twice"
add "As @nobody2020 found.";                   expect "nobody2020"
