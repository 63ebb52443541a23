# references.sh: references to labels, pages and sources.
add "See @fig:ch01-none.";                     expect "nothing has the label fig:ch01-none"
add "See [there](#sec:none).";                 expect "nothing has the label sec:none"
add "See [there](other.md).";                  expect "a link to nothing: other.md"
add '$$ 1 $$ {#eq:sum}';                       expect "the label eq:sum stands twice"
add "As @nobody2020 found.";                   expect "nobody2020"
add "A picture [see @fig:ch01-x, left].";      expect "words beside a label in one bracket are lost: [see @fig:ch01-x, left]"
add "A picture [@fig:ch01-x; @lecun1998].";    expect "a label and a source in one bracket"
add "Pictures [@fig:ch01-x; @eq:sum].";        accept "two labels in one bracket"
