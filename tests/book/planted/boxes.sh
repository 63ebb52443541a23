# boxes.sh: boxes that nobody knows, and tables.
add "::: predict" "What is it?";               expect "closed"   # pandoc 3 says so itself
add "::: riddle" "What is it?" ":::";          expect "no box is called riddle"
add "::: {.predcit #x}" "What is it?" ":::";   expect "no box is called predcit; known: answer, bring, discuss,"
add "::: {.predict .foo}" "What is it?" ":::"; expect "no box is called foo"
add "::: {.predict .wrong}" "What?" ":::";     expect "a box with two names: predict wrong"
add "::: {.predict #x}" "What is it?" ":::";   expect "the box predict has the label x"
add "::: {#tba:x}" "What is it?" ":::";        expect "a box without a name"
add "::: {.predict titel=Why}" "What?" ":::";  expect "the box predict has no titel"
add "::: predict" ":::";                       expect "the box predict is empty"
add "::: glossary" "Words." ":::";             expect "the box glossary has text of its own"
add "::: exercises" ":::";                     expect "the box exercises needs of="
table='| a | b |
|---|---|
| c | d |'
add "$table";                                  expect "a table outside a box ::: {#tab:…}: a b"
add "::: note" "$table" ":::";                 expect "a table outside a box ::: {#tab:…}: a b"
add "$table" ": A caption.";                   expect "a table outside a box ::: {#tab:…}: a b"
add "::: {#tab:x}" "$table" ":::";             expect "the table tab:x has no caption"
add "::: {#tab:x}" "No table." ":::";          expect "the box tab:x holds something other than one table"
add "::: {#tab:x}" ":::";                      expect "the box tab:x holds something other than one table"
add "::: {#tab:x}" "$table" ": A caption." "More." ":::"; expect "the box tab:x holds something other than one table"
add "::: {#tab:x .note}" "$table" ": A caption." ":::"; expect "the table tab:x is called note"
add "::: {#tab:x}" "$table" ": It read 98.5%." ":::"; expect "comes from nowhere (.num, a citation or .given): 98.5%"
add "::: {#tab:x}" "$table" ": A caption. {#tab:y}" ":::"; expect "belongs to nothing: {#tab:y}"
add "::: {#tab:x}" "$table" ": A caption." ":::"; accept "a table with its caption"
sed -i 's|{#sec:ch01}|{#sec:x}|; /^\$\$/d; /^!\[/d; s| See @fig.*||' "$page"
sed -i 's|sec:ch01|sec:x|' "$work/coverage.tsv"; add "$table"; accept "a table on a page without a number"
add "::: predict" "What is it?" ":::";         expect "the box predict has 0 answers, not one"
add "::: discuss" "Why?" "::: answer" "So." ":::" "::: answer" "Or so." ":::" ":::"; expect "the box discuss has 2 answers, not one"
add "::: answer" "So." ":::";                  expect "an answer stands outside of a box that asks"
add "::: note" "Why?" "::: answer" "So." ":::" ":::"; expect "an answer stands outside of a box that asks"
add "::: predict" "What?" "::: answer" "![So.]($work/ch01-x/shift.svg){#fig:ch01-y}" ":::" ":::"; accept "a picture in an answer"
add "::: predict" "![So.]($work/ch01-x/shift.svg){#fig:ch01-y}" "::: answer" "So." ":::" ":::"; expect "stands in a box predict, where it cannot float"
add "::: predict" "What?" "::: answer" "Because." ":::" ":::"; shows '<details class="answer"><summary>The answer</summary>'
column() { add "::: {#tab:x}" "| a | b |
|---|---|
| $1 | c |
| $2 | d |" ": A caption." ":::"; }
column "[1.25]{.given}" 12;                    shows '<td style="text-align: right;">12   </td>'
column "[1.25]{.given}" x;                                 shows '<td>1.25</td>'
column 7 51,264;                               shows '<td style="text-align: right;">51,264</td>'
column 1290 51,264;                            shows '<td style="text-align: right;">1,290</td>'
add "::: bring" "Words." ":::";                expect "the box bring holds something other than one list of words"
add "::: bring" "unit" ":   adds" "layer" ":   many units" ":::"; shows '<dt>layer</dt>'
