#!/bin/sh
# edition.sh: which state of the book this is, as metadata for pandoc: the version and the day of the last commit.
# Where there is no git, or no clone, it says nothing; book/metadata.yaml may say more, and wins.
version=$(git describe --tags --always --dirty 2>/dev/null) &&
    day=$(git log -1 --format=%cs 2>/dev/null) && [ -n "$day" ] || { echo '{}'; exit 0; }
echo "{version: '$version', date: '$day'}"
