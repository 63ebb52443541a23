#!/bin/sh
# tools.sh: where a tool of the book is absent, make says so in one line and begins nothing.
#
# A folder with links to all programs of this machine but one plays the machine that lacks it.
set -u
sh common/detect.sh need "make book" || exit 77

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
mkdir "$tools/bin"
ln -s /usr/bin/* "$tools/bin"
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
    echo "$log" | grep -q "\*\*\* make $2 needs $3; to install:  \(sudo \)\?apt-get install .*$4" && [ "$(echo "$log" | wc -l)" -le 2 ] ||
        { echo "make $2 without $1 says:"; echo "$log"; exit 1; }
}

without pandoc book pandoc pandoc
without pandoc check-book pandoc pandoc
without gnuplot book gnuplot gnuplot-nox
without dot book Graphviz graphviz
without xelatex book XeLaTeX texlive-xetex
without kpsewhich book XeLaTeX fonts-noto-cjk
without xelatex check-book -
