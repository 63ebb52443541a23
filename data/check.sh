#!/bin/sh
# check.sh: are the data sets what they were when the book was written? Run by `make data-check`.
#
# Sums     SHA256SUMS, and the indented "sum  name" lines of each folder's README.md. A name that is only
#          there as name.gz stands for the unpacked contents.
# Prints   One line a file: OK, or FAILED and why. Ends with status 1 when a file is missing, damaged or
#          not listed.
cd "$(dirname "$0")" || exit 1

if command -v sha256sum > /dev/null; then sum() { sha256sum; }; else sum() { shasum -a 256; }; fi

listed() {
    cat SHA256SUMS
    for readme in */README.md; do
        sed -n "s|^    \([0-9a-f]\{64\}  \)|\1${readme%README.md}|p" "$readme"
    done
}

data_files() { find . -type f ! -name README.md ! -path ./SHA256SUMS ! -path ./check.sh | sed 's|^\./||' | sort; }

contents() {   # of $1, unpacked where only $1.gz is there
    if [ -f "$1" ]; then cat "$1"; else gzip -dc "$1.gz" 2> /dev/null; fi
}

status=0
failed() {
    echo "FAILED  $1: $2"
    status=1
}

sums=$(listed | sort -k 2 -u -k 1,1)
while read -r expected name; do
    if [ ! -f "$name" ] && [ ! -f "$name.gz" ]; then
        failed "$name" missing
    elif [ "$(contents "$name" | sum | cut -d ' ' -f 1)" != "$expected" ]; then
        failed "$name" "its SHA-256 is not $expected"
    else
        echo "OK      $name"
    fi
done << END
$sums
END

for name in $(data_files); do
    readme=${name%/*}/README.md
    grep -qs "^[0-9a-f]\{64\}  $name\$" SHA256SUMS || failed "$name" "not listed in SHA256SUMS"
    grep -qs "^    [0-9a-f]\{64\}  ${name##*/}\$" "$readme" || failed "$name" "not listed in $readme"
done

[ -s SHA256SUMS ] || failed SHA256SUMS "empty or missing"
exit $status
