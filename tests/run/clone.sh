#!/bin/sh
# clone.sh: a clone with git's settings for Windows has the same bytes.
command -v git >/dev/null && git rev-parse --is-inside-work-tree >/dev/null 2>&1 || { echo "no git, or no clone"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git -c core.autocrlf=true -c safe.directory='*' clone -q --no-hardlinks . "$folder/clone" || exit
cd "$folder/clone" || exit
other=$(git ls-files --eol | awk '$1 == "i/lf" && $2 != "w/lf"')
[ -z "$other" ] || { echo "lines that end in CR LF: $other"; exit 1; }
sh common/detect.sh packages >/dev/null && sh data/check.sh >out || { echo "scripts or data do not work: $(grep FAILED out)"; exit 1; }
