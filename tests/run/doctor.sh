#!/bin/sh
# doctor.sh: `make doctor` and the first line of a build are of use where nothing is installed.
#
# A folder with make, the shell's everyday tools and nothing else plays the bare machine.
set -eu
unset CC
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
for tool in make sh id sed grep head ls nproc uname dirname mkdir cat cmp rm awk; do
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
expect "bare doctor" "$bare" '^To install what is missing:  (sudo )?apt-get install --no-install-recommends gcc libc6-dev pkg-config libopenblas-openmp-dev zlib1g-dev libcjson-dev libstb-dev libcriterion-dev'

build=$(PATH=$tools make CONFIG="$tools/config.mk" all 2>&1 || true)
expect "bare build" "$build" '^make needs gcc, .*; to install:  (sudo )?apt-get install --no-install-recommends gcc libc6-dev pkg-config'
[ "$(printf '%s\n' "$build" | wc -l)" -le 2 ] || { printf 'bare build says too much:\n%s\n' "$build"; exit 1; }

here=$(make doctor)
expect "doctor here" "$here" '^gcc +[0-9.]+ +make$'
expect "doctor here" "$here" '^Criterion +[0-9.]+ +make test$'
expect "doctor here" "$here" '^(Nothing is missing\.|To install what is missing:.*)$'

# The page on setting up names what the book needs.
page=$(tr '\\\n' '  ' <book/setup.md)
for verb in make "make book" "make book-pdf"; do
    packages=$(PATH=$tools sh common/detect.sh need "$verb" 2>&1 | sed -n 's/.*apt-get install//p')
    expect "detect.sh need $verb" "$packages" '[a-z]'
    for package in $packages; do expect "book/setup.md" "$page" " $(echo "$package" | sed 's/+/[+]/g') "; done
done

# README.md and the page install the same for the programs, a notebook in the cloud too. Beside that the page fetches git
# and an editor.
listed() { tr ' \\' '\n\n' | grep -x '[a-z][a-z0-9-]*' | grep -vx 'apt-get\|install\|git\|ca-certificates\|nano' | sort; }
readme=$(sed -n 's/^S=.*recommends \(.*\) && make ch.*/\1/p' README.md | listed)
debian=$(sed -n '/^\$S apt-get install/,/^```$/p' book/setup.md | listed)
notebook=$(sed -n '/^!apt-get install/p' book/setup.md | listed)
[ -n "$readme" ] && [ "$readme" = "$debian" ] && [ "$readme" = "$notebook" ] ||
    { echo "README.md and book/setup.md install different packages: $readme | $debian | $notebook"; exit 1; }

# Where another system's manager is found, its names are given, and README.md has the same.
for system in dnf:fedora pacman:arch brew:homebrew; do
    printf '#!/bin/sh\n' >"$tools/${system%:*}"
    chmod +x "$tools/${system%:*}"
    line=$(PATH=$tools sh common/detect.sh need make 2>&1 || true)
    rm "$tools/${system%:*}"
    expect "${system%:*}" "$line" "to install:  .*${system%:*} .*openblas.*\(untested\)\$"
    for name in ${line##*to install: }; do
        case $name in sudo | "(untested)") ;; *) expect "README.md" "$(grep "${system%:*} .*untested" README.md)" "[ \`]$name[ \`]" ;; esac
    done
done

# What is installed is not asked for again.
printf '#!/bin/sh\ncase $4 in gcc | make) echo "install ok installed" ;; esac\n' >"$tools/dpkg-query"
chmod +x "$tools/dpkg-query"
line=$(PATH=$tools sh common/detect.sh need make 2>&1 || true)
! echo "$line" | grep -q ' gcc \| make$' || { echo "installed packages are asked for again: $line"; exit 1; }
line=$(PATH=$tools CC=clang-16 sh common/detect.sh need make 2>&1 || true)
expect "clang-16" "$line" 'install --no-install-recommends clang-16 libomp-16-dev'
