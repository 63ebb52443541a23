#!/bin/sh
# typeset.sh: a missing glyph, a line or a page that sticks out and a link to nothing stop the making of the PDF.
set -u
for tool in pandoc xelatex makeindex; do command -v $tool >/dev/null || { echo "needs $tool"; exit 77; }; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# typeset BODY [PREAMBLE]: a few pages with it, through book/typeset.sh
typeset()
{
    printf '%s\n' '\documentclass{article}' '\usepackage{fontspec}' '\usepackage{hyperref}' '\tracinglostchars=2' \
        "${2:-}" '\begin{document}' "$1" '\end{document}' >"$work/page.tex"
    sh book/typeset.sh "$work/page.tex" >"$work/log" 2>&1
}

refused()   # what, the body, the words of the message
{
    if typeset "$2"; then echo "$1 is accepted"; exit 1; fi
    grep -q "$3" "$work/log" || { echo "$1: not said:"; cat "$work/log"; exit 1; }
    [ ! -f "$work/page.pdf" ] || { echo "$1: leaves a PDF that looks whole"; exit 1; }
}

typeset 'A line of text.' || { echo "a page without a fault is refused:"; cat "$work/log"; exit 1; }
typeset '\noindent\mbox{\hspace{\textwidth}\hspace{0.5pt}}' || { echo "half a point is too much:"; cat "$work/log"; exit 1; }
refused "a missing glyph" 'A letter 한 without a font.' 'Missing character'
refused "a line that sticks out" '\noindent\mbox{\hspace{20cm}far}' 'Overfull'
refused "a page that is too full" '\vbox to 30cm{\vfil tall\vfil}' 'Overfull .vbox'
refused "a reference to nothing" 'See \ref{nothing}.' 'Reference'
refused "TeX's own fault" '\nosuchcommand' 'Undefined control sequence'

# A page with a picture at its top, a table, and another picture: what follows must not run over the foot.
tall() { printf '\\begin{figure}[!htbp]\\rule{1pt}{%s}\\caption{A picture}\\end{figure}' "$1"; }
pages="\\vspace*{12cm}$(tall 9cm) First page.\\newpage
\\begin{longtable}{l}one\\\\ two\\\\ three\\end{longtable} Text. $(tall 3cm)

\\rule{1pt}{4cm}

\\rule{1pt}{4cm}"
floats='\usepackage{longtable}\renewcommand{\floatpagefraction}{0.75}'
mended=$(grep 'AddToHook{env/longtable' book/templates/book.tex)
typeset "$pages" "$floats$mended" || { echo "a page runs over its foot:"; cat "$work/log"; exit 1; }

# A picture that waits for the top of the next page, and a listing that does not fit beneath it: its head goes along.
listing="\\vspace*{12cm}$(tall 9cm) First page.

\\listinghead{\\label{head}A head}{file.c}{30}\\begin{snugshade}\\vbox to 366pt{\\label{lines}lines\\vfil}\\end{snugshade}"
macros=$(sed -n '/newcommand{.roomfor}/,/nopagebreak.vspace/p' book/templates/book.tex)
typeset "$listing" "$floats\\renewcommand{\\topfraction}{0.85}\\usepackage{needspace,color,framed}\\definecolor{shadecolor}{gray}{0.9}$macros" || { echo "a listing cannot be set:"; cat "$work/log"; exit 1; }
[ "$(sed -n 's/^.newlabel{\(head\|lines\)}{{[^}]*}{\([0-9]*\)}.*/\2/p' "$work/tex/page.aux" | sort -u | wc -l)" -eq 1 ] ||
    { echo "a listing's head stays behind:"; grep newlabel "$work/tex/page.aux"; exit 1; }
