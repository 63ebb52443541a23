#!/bin/sh
# incremental.sh: touching a file makes again what reads it, and nothing else.
#
# The tree and its objects are copied with their times. Each file of the library is touched there in
# turn, and `make -n` says what it would compile. The compiler says on its own which sources read the
# file (-MM), and the two lists must be the same.
set -eu
unset CC
make --silent compile >/dev/null
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/build"
cp -a Makefile book common chapters figures tests "$copy"
cp -a build/release build/config.mk "$copy/build"
cd "$copy"

compiled() { make -n compile | sed -n 's/.* compile  build\/release\/\(.*\)\.o"$/\1.c/p' | grep -v '/lesson.c$' | sort; }

# "source<TAB>header" lines, with tests/unit/../../common/simd.h written as common/simd.h
for source in common/*.c common/cpu/*.c chapters/ch*/*.c tests/*.c tests/unit/*.c tests/unit/*/*.c; do
    [ -f "$source" ] || continue
    gcc -std=gnu17 -fopenmp -iquote common $(sed -n 's/^LIBRARY_FLAGS = //p' build/config.mk) -MM "$source" |
        tr -d '\\\n' | tr -s ' ' '\n' | sed '1d; :up; s/[^/.]*\/\.\.\///; t up' | sort -u | sed "s|^|$source	|"
done >readers

failed=0
[ -z "$(compiled)" ] || { echo "up to date, and yet it compiles: $(compiled)"; exit 1; }
checked=0
for file in common/*.[ch] common/cpu/*.[ch] chapters/ch*/*.[ch] tests/unit/*.h; do
    [ -f "$file" ] || continue
    expected=$(awk -F '\t' -v file="$file" '$2 == file { print $1 }' readers | sort)
    cp -p "$file" saved
    touch "$file"
    got=$(compiled)
    touch -r saved "$file"
    checked=$((checked + 1))
    [ "$got" = "$expected" ] && continue
    failed=1
    printf '%s is read by:\n%s\nmake would compile:\n%s\n' "$file" "$expected" "$got"
done
echo "$checked files touched"
[ $failed -eq 0 ] && [ $checked -gt 0 ]
