#!/bin/sh
# c.sh: what the appendix on C shows in its ```text fences is what its programs print, what make does of them, what a
# debugger and a sanitizer say of them, and the Makefile itself. So is the report in exercise 00-03.
#
# What compilers say in other words is compared without them. Where there is no gdb, or it may not look into a program,
# its session is left out, and the script says so.
set -u
export LC_ALL=C
unset MAKEFLAGS MAKELEVEL CFLAGS
root=$PWD
exercise=chapters/ch00-c/exercises/03-report
compiler=${CC:-gcc}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp book/c/*.[ch] book/c/Makefile "$folder"
cd "$folder" || exit
fail() { echo "$*" >&2; exit 1; }

# make alone, after one file has changed, and where nothing has. What is made in one moment has one
# time, so the files are aged first.
makes()
{
    echo '$ make'
    make CC="$compiler" || exit
    touch -d '-20 seconds' *.[ch]
    touch -d '-10 seconds' *.o apples
    echo '$ touch table.c && make'
    touch table.c
    make CC="$compiler" || exit
    echo '$ make'
    make CC="$compiler"
}

# What is typed stands behind the prompt.
session()
{
    $compiler -g means.c table.c -o means || exit
    echo "set trace-commands on" >commands
    printf '%s\n' "break 11" run backtrace "print sum" next next "print d" "print sum" >>commands
    gdb -q -batch -nx -x commands ./means 2>&1 |
        sed '/^\[Thread debugging/d; /^Using host/d; /^warning:/d; /^$/d; s/^+/(gdb) /; s/\t/  /'
}

# What the sanitizer says up to its summary, without registers, and without what the system does
# before main.
report()   # program
{
    $compiler -g -O0 -fsanitize=address "$1.c" -o "$1" || fail "$1.c: no sanitizer"
    ! ./"$1" >printed 2>said || fail "$1: nobody stopped it"
    sed '/^$/d; /^===*$/d; /_start/d; /^SUMMARY/q
         s/ on address .*//; s/ \[0x.*//; s, [^ ]*/\([a-z]*\.c:\), \1,; s, \.\./.*/, ,' said |
        sed 's, [^ ]*/\([a-z]*\.c:\), \1,'
}

# Addresses, the sanitizer's own frames and the number of the process change; compilers differ in a
# few words, and clang counts columns.
bare()
{
    sed 's/0x[0-9a-f]*/0x/g; s/^==[0-9]*==/====/; s/to the right of/after/
         s/\(\.c:[0-9]*\):[0-9]*/\1/; s/^ */ /
         /^ *#[0-9]* /{/means\.c\|past\.c\|shelf\.c/!d}' "$1"
}

{
    cat Makefile
    makes 2>&1 | sed "s/^$compiler /cc /"
    ./apples && $compiler means.c table.c -o means && ./means || echo "the programs fail"
    session
    report past
    report shelf
} >all
grep -q '^#0' all || echo "no gdb, or it may not look into a program here: its session is not compared"
bare all >printed

# Each fence of the page is a file, 1.shown, 2.shown, …, and the stub's report one more.
awk '/^```text$/ { file = ++count ".shown"; next } /^```$/ { file = "" } file { print >file }' "$root/book/c.md"
sed -n '/ERROR/,/SUMMARY/s/^#     //p' "$root/$exercise/stub.txt" >0.shown
[ -e 6.shown ] || fail "book/c.md: fewer fences than there were"
status=0
for shown in *.shown; do
    ! grep -q '^(gdb)' "$shown" || grep -q '^#0' all || continue
    bare "$shown" >asked
    awk 'FNR == NR { all = all $0 "\n"; next } { asked = asked $0 "\n" } END { exit index(all, asked) == 0 }' printed asked && continue
    status=1
    echo "this is shown, and not what is printed:" && cat "$shown"
done
[ $status -eq 0 ] || { echo "printed is:" && cat all; }
exit $status
