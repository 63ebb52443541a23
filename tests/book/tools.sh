#!/bin/sh
# tools.sh: where a tool of the book is absent, make says so in one line and begins nothing.
#
# A folder with links to all programs of this machine but one plays the machine that lacks it.
set -u
sh common/detect.sh need "make book-html" && sh common/detect.sh need "make book-pdf" || exit 77

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
mkdir "$tools/bin"
ln -s /usr/bin/* "$tools/bin"
rm -f "$tools/bin/dpkg-query"     # it would say that all is installed
[ -L /bin ] || ln -sf /bin/* "$tools/bin"

# without PROGRAM VERB NAME PACKAGE: the verb must ask for the package; "-" if it does without.
without()
{
    rm "$tools/bin/$1"
    log=$(PATH=$tools/bin make "$2" BOOK=tests/book/sample BOOK_OUT="$tools/out" RESULTS=tests/book/results 2>&1)
    status=$?
    ln -s "/usr/bin/$1" "$tools/bin"
    if [ "$3" = - ]; then
        [ $status -eq 0 ] || { echo "make $2 without $1 fails: $log"; exit 1; }
        return
    fi
    [ $status -ne 0 ] && [ ! -e "$tools/out" ] || { echo "make $2 begins without $1: $log"; exit 1; }
    echo "$log" | grep -q "\*\*\* make [a-z-]* needs $3; to install:  \(sudo \)\?apt-get install .*$4" && [ "$(echo "$log" | wc -l)" -le 2 ] ||
        { echo "make $2 without $1 says:"; echo "$log"; exit 1; }
}

without pandoc book pandoc pandoc
without pandoc check-book pandoc pandoc
without gnuplot book gnuplot gnuplot-nox
without dot book Graphviz graphviz
without xelatex book-pdf XeLaTeX texlive-xetex
without kpsewhich book-pdf XeLaTeX fonts-noto-cjk
without xelatex check-book -
without xelatex book-html -
rm -rf "$tools/out"

# Without TeX the book is pages and an EPUB, and one line says what the PDF takes.
without xelatex book -
[ -s "$tools/out/html/index.html" ] && [ -s "$tools/out/book.epub" ] || { echo "no pages without TeX: $log"; exit 1; }
[ "$(echo "$log" | grep -c 'no PDF:  make book-pdf needs XeLaTeX; .*MB to download')" -eq 1 ] || { echo "says nothing of the PDF: $log"; exit 1; }
