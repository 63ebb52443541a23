# small_tree.sh: for scripts in tests/run: a tree of our makefiles with a library of one file and a chapter of
# two, so that a build takes a second.
#
#     . tests/small_tree.sh       makes $folder, a temporary one that is removed at the end, and goes there
set -u
unset MAKEFLAGS MAKELEVEL CC ARCH
export NVCC=   # which would take seconds
root=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
fail() { echo "$*" >&2; exit 1; }

cd "$folder" || exit
mkdir -p common/cpu common/cuda chapters/ch01-small figures book tests/harness
cp "$root/Makefile" .
cp "$root"/common/*.mk "$root"/common/help.sh common
cp "$root/common/cuda/cuda.mk" common/cuda
cp "$root"/tests/*.mk tests
cp "$root"/tests/harness/*.sh "$root"/tests/harness/*.awk "$root"/tests/harness/*.tsv tests/harness
cp "$root/book/book.mk" book
cp "$root/figures/figures.mk" figures
cp "$root"/common/detect.sh "$root"/common/cpu_*.[ch] common
echo 'chapters/ch*/notes.md' >book/pages
echo 'int library(void);' >common/library.h
printf '#include "library.h"\nint library(void) { return 7; }\n' >common/cpu/library.c
echo 'int part(void) { return 6; }' >chapters/ch01-small/part.c
cat >chapters/ch01-small/ch01-small.c <<'END'
#include "library.h"
#include <stdio.h>
int part(void);
int main(void) { printf("%d\n", part() * library()); }
END
