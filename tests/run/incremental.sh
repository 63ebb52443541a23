#!/bin/sh
# incremental.sh: touching a file makes again what reads it, and nothing else.
#
# The compiler says on its own which files each source reads (-MM), make says on which files each object
# depends (-p), and the two lists must be the same. Then, in a copy of the tree and its objects, some files are
# touched, and `make -n` says what it would compile. (Kernels for the simulator, which are C++, are left out.)
set -eu
unset CC
make --silent compile >/dev/null
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/build"
cp -a Makefile book common chapters figures tests "$copy"
cp -a build/release build/config.mk build/config.machine "$copy/build"
cd "$copy"

# tests/unit/../../common/simd.h is common/simd.h
shorter() { sed ':up; s/[^/.	]*\/\.\.\///; t up'; }

# "source<TAB>file" lines, from the compiler and from make.
for source in common/*.c common/cpu/*.c common/cuda-sim/*.c chapters/ch*/*.c tests/*.c tests/unit/*.c tests/unit/*/*.c; do
    [ -f "$source" ] || continue
    gcc -std=gnu17 -fopenmp -iquote common $(sed -n 's/^LIBRARY_FLAGS = //p' build/config.mk) -MM "$source" |
        tr -d '\\\n' | tr -s ' ' '\n' | sed 1d | shorter | sort -u | sed "s|^|$source	|"
done | grep -v '	/' | sort -u >readers
make -pn compile | awk '/^build\/release\/.*\.o:/ && !/\/lesson\.o:|=/ {
        source = $1; sub(/^build\/release\//, "", source); sub(/\.o:$/, ".c", source)
        for (k = 2; k <= NF; k++) if ($k !~ /^\/|flags$|^\|/) print source "\t" $k
    }' | shorter | sort -u >depends
# (Objects of files that are gone may still lie there.)
awk -F '\t' 'NR == FNR { here[$1] = 1; next } $1 in here' readers depends | diff readers - >differ || { echo "< the compiler reads, > make looks at:"; head -n 20 differ; exit 1; }

compiled() { make -n compile | sed -n 's/.* compile  build\/release\/\(.*\)\.o"$/\1.c/p' | grep -v '/lesson.c$' | sort | { xargs -r ls -d 2>/dev/null || :; }; }

[ -z "$(compiled)" ] || { echo "up to date, and yet it compiles: $(compiled)"; exit 1; }
touched=0
for file in common/tensor.h common/cpu/tile.h common/idx.c $(ls chapters/ch*/*.[ch] | awk 'NR % 12 == 1') tests/unit/support.h; do
    cp -p "$file" saved
    touch "$file"
    got=$(compiled)
    touch -r saved "$file"
    expected=$(awk -F '\t' -v file="$file" '$2 == file { print $1 }' readers)
    touched=$((touched + 1))
    [ "$got" = "$expected" ] ||
        { printf '%s is read by:\n%s\nmake would compile:\n%s\n' "$file" "$expected" "$got"; exit 1; }
done
echo "$(wc -l <readers) dependencies compared, $touched files touched"
