# math.sh: equations.
add '$$ \tag{1} x $$';                         expect "is lost on the screen"
add '$$ \operatorname{arg\,min} x $$';         expect "\\operatorname with a space is lost"
add '$$ \frac{1 $$';                           expect "Could not convert TeX math"
