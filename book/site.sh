#!/bin/sh
# site.sh: what the pages need beside them: style, scripts, pictures, highlighted copies of the program
# files that they show, the front page, and the index of the search.
#
#     sh book/site.sh OUT BOOK SCANS
set -eu
out=$1 book=$2 scans=$3
site=$out/html templates=book/templates filters=book/filters
# Copies and pictures of pages that are gone go too.
rm -rf "$site/figures" "$site/source"
for page in "$site"/*.html; do
    case " $scans " in
    */"$(basename "$page" .html)".tsv" "*) ;;
    *) rm "$page" ;;
    esac
done
mkdir -p "$site/figures"
cp $templates/book.css $templates/book.js $templates/places.js "$site"

rows() { awk -F '\t' -v kind="$1" '$1 == kind { print $2 }' $scans | sort -u; }

page() { pandoc --template $templates/page.html --metadata-file "$out/edition.yaml" --metadata-file "$book/metadata.yaml" -t html5 "$@"; }

cover=$(sed -n 's/^cover: //p' "$book/metadata.yaml")
for picture in $(rows picture) ${cover:+"$cover.svg"}; do cp "$picture" "$site/figures"; done

# Copies keep their lines' numbers, so that a listing can lead to its first one.
for file in $(rows shown); do
    copy=$site/source/$file.html
    mkdir -p "$(dirname "$copy")"
    root=$(echo "source/$file" | sed 's:[^/]*$::; s:[^/]*/:../:g')
    { printf '# %s {#file}\n\n~~~~~~~~ {#line .c .numberLines}\n' "$file"; cat "$file"; printf '~~~~~~~~\n'; } |
        page -f markdown-smart -V root="$root" -M pagetitle="$file" |
        sed 's:<a href="#line-\([0-9]*\)"[^>]*></a>:<a href="#line-\1" aria-label="line \1"></a>:' >"$copy"
done

page -f markdown -L $filters/book.lua -M page=index -M form=front -M scans="$scans" -o "$site/index.html" /dev/null
echo | pandoc -t plain -o /dev/null -L $filters/search.lua -M scans="$scans" -M out="$site/search-index.part" -M glossary="$book/glossary.tsv"
mv "$site/search-index.part" "$site/search-index.js"
