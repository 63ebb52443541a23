# math.sh: equations.
add '$$ \tag{1} x $$ {#eq:x}';                 expect "is lost on the screen"
add '$$ \operatorname{arg\,min} x $$ {#eq:x}'; expect "\\operatorname with a space is lost"
add '$$ \frac{1 $$ {#eq:x}';                   expect 'ch01-x, sec:ch01: pandoc cannot read this TeX: \frac{1'
add 'It is $\nosuch$.';                        expect 'ch01-x, sec:ch01: pandoc cannot read this TeX: \nosuch'
add '$$ x = 1 $$';                             expect 'needs a label {#eq:…} because it stands in the core: x = 1'
add '- so $$ x = 1 $$ in a list';              expect 'needs a label {#eq:…} because it stands in the core: x = 1'
add '{#eq:x}';                                 expect 'no equation before {#eq:x}'
add '## More {#sec:more .further}' 'So $$ x = 0.5 \cdot 2 $$ follows.'; accept 'a step of a derivation'
add '$\bm{x}$';                                expect '\bm is not known on paper'
add '$$ \begin{align} x &= 1 \end{align} $$ {#eq:a}'; expect '\begin{align} is not known on paper'
add 'A letter $한$.';                          expect "Korean letters have no place in mathematics"
add 'It is $25 \cdot 64 + 1 = 51{,}264$.';     shows '<mtext mathvariant="normal">51,264</mtext>'
add 'It is $51,264$.';                         expect 'thousands in mathematics are grouped by {,}: 51,264'
add 'It is $x = 51264$.';                      expect 'thousands in mathematics are grouped by {,}: x = 51264'
add 'It is $f(1, 264)$.';                      accept 'two arguments'
