# figures.sh: pictures.
rm "$work/ch01-x/shift.alt";                   expect "has no alternative text"
sed -i 's|shift.svg|none.svg|' "$page";        expect "no such picture"
add "A ![small]($work/none.png) picture.";     expect "needs a paragraph of its own"
sed -i 's|{#fig:ch01-x}||' "$page";            expect "needs a label"
sed -i 's|!\[A curve.\]|![]|' "$page";         expect "the figure fig:ch01-x has no caption"
rm "$work/ch01-x/shift.alt"
sed -i 's|{#fig:ch01-x}|{#fig:ch01-x alt="It falls."}|' "$page"; accept "a picture with its alternative text"
