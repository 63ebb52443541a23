#!/bin/sh
# version.sh: the version stands in one place, the list of changes begins with it, and the book says it with its commit.
. tests/mini.sh
version=$(sh book/edition.sh version)
echo "$version" | grep -qE '^[0-9]+\.[0-9]+$' || fail "CITATION.cff has the version '$version'"
[ "$(sed -n 's/^## //p' CHANGELOG.md | head -n 1)" = "$version" ] || fail "CHANGELOG.md does not begin with $version"
! grep -q '^version' book/metadata.yaml || fail "book/metadata.yaml has a version of its own"
grep -q 'errata' book/pages || fail "the book has no errata"

edition() { (cd "$folder" && sh book/edition.sh "$@"); }
says() { [ "$(edition)" = "$1" ] || fail "$2: $(edition)"; }
mkdir "$folder/book"
cp book/edition.sh "$folder/book"
says "{}" "where nothing is known"
printf 'version: 7.3\ndate-released: 2020-02-29\n' >"$folder/CITATION.cff"
GIT_CEILING_DIRECTORIES=$(dirname "$folder")
export GIT_CEILING_DIRECTORIES
says "{version: '7.3', date: '2020-02-29'}" "without a clone"
mkdir -p "$folder/results/ch01-x"
touch "$folder/results/ch01-x/about"
edition results | grep -q "numbers: \"The numbers and figures are of the authors' runs; " || fail "the authors' numbers: $(edition results)"

command -v git >/dev/null || exit 77
git() { command git -C "$folder" -c user.name=x -c user.email=x@x -c init.defaultBranch=main "$@" >/dev/null 2>&1; }
git init && git add CITATION.cff && GIT_COMMITTER_DATE=2021-03-04T12:00:00Z git commit -m x || fail "no commit"
edition | grep -qE "^\{version: '7\.3, [0-9a-f]{7,}', date: '2021-03-04'\}" || fail "between versions: $(edition)"
git tag v7.3
says "{version: '7.3', date: '2021-03-04'}" "a version's own commit"
echo >>"$folder/CITATION.cff"
edition | grep -q "'7\.3, [0-9a-f]*-dirty'" || fail "changed since: $(edition)"
