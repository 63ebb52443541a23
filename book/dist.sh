#!/bin/sh
# dist.sh: one archive of a version: the book in its forms, and the handout.
#
#     sh book/dist.sh build/book build/dist      -> build/dist/deep-learning-in-c-1.0.tar.gz
#
# The same book gives the same bytes: names are sorted, and all is as old as the last commit.
set -eu
book=$1 name=deep-learning-in-c-$(sh book/edition.sh version)
folder=$2/$name archive=$2/$name.tar.gz
rm -rf "$folder" "$archive"
mkdir -p "$folder"
cp -r "$book/html" "$folder"
for form in pdf epub; do [ ! -e "$book/book.$form" ] || cp "$book/book.$form" "$folder/$name.$form"; done
cp LICENSE CHANGELOG.md "$folder"
sh book/handout.sh "$folder/handout"
tar --sort=name --mtime="@$(git log -1 --format=%ct)" --owner=0 --group=0 --numeric-owner --mode=u+rw,go=rX -C "$2" -cf - "$name" | gzip -9n >"$archive.part"
mv "$archive.part" "$archive"
rm -r "$folder"
awk -v archive="$archive" -v bytes="$(wc -c <"$archive")" 'BEGIN { printf "  dist     %s, %.1f MB\n", archive, bytes / 1e6 }'
