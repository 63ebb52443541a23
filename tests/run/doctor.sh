#!/bin/sh
# doctor.sh: `make doctor` and the first line of a build are of use where nothing is installed.
#
# A folder with make, the shell's everyday tools and nothing else plays the bare machine.
set -eu
unset CC
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
for tool in make sh id sed grep head ls nproc uname dirname mkdir cat cmp rm; do
    ln -s "$(command -v $tool)" "$tools/$tool"
done

expect()   # what, the text, the pattern that a line of it must match
{
    printf '%s\n' "$2" | grep -Eq -- "$3" && return
    printf '%s: no line matches %s in:\n%s\n' "$1" "$3" "$2"
    exit 1
}

bare=$(PATH=$tools make doctor 2>&1)
expect "bare doctor" "$bare" '^gcc +MISSING +make$'
expect "bare doctor" "$bare" '^OpenBLAS +unknown without pkg-config +make$'
expect "bare doctor" "$bare" '^Criterion +.* make test$'
expect "bare doctor" "$bare" '^To install what is missing:  (sudo )?apt-get install gcc libc6-dev pkg-config libopenblas-openmp-dev zlib1g-dev libcjson-dev libstb-dev libcriterion-dev'

build=$(PATH=$tools make CONFIG="$tools/config.mk" all 2>&1 || true)
expect "bare build" "$build" '^make needs gcc, .*; to install:  (sudo )?apt-get install gcc libc6-dev pkg-config'
[ "$(printf '%s\n' "$build" | wc -l)" -le 2 ] || { printf 'bare build says too much:\n%s\n' "$build"; exit 1; }

here=$(make doctor)
expect "doctor here" "$here" '^gcc +[0-9.]+ +make$'
expect "doctor here" "$here" '^Criterion +[0-9.]+ +make test$'
expect "doctor here" "$here" '^(Nothing is missing\.|To install what is missing:.*)$'

# The page on setting up names what the book needs.
page=$(tr '\\\n' '  ' <book/setup.md)
for package in $(PATH=$tools sh common/detect.sh need "make book" 2>&1 | sed 's/.*apt-get install//'); do
    expect "book/setup.md" "$page" " $package "
done
