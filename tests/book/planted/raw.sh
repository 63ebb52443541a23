# raw.sh: what one form of the book would show and another lose.
add 'A <b>bold</b> word.';                     expect 'HTML or TeX in the prose: <b>'
add '<!-- later -->';                          expect 'HTML or TeX in the prose: <!-- later -->'
add 'A \newline word.';                        expect 'HTML or TeX in the prose: \newline'
add '\newpage';                                expect 'HTML or TeX in the prose: \newpage'
add 'A `<b>`{=html} word.';                    expect 'HTML or TeX in the prose: <b>'
add '<div>in a box</div>';                     expect 'a box without a name'
add 'A <span>word</span>.';                    expect 'a mark without a name'
