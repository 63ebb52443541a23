#!/bin/sh
# sample.sh: the sample book is made in its three forms, and a second call does nothing. A number that
# changes in the results changes the page; the PDF has every section's title and all its fonts.
set -u
for tool in pandoc xelatex makeindex pdftotext; do command -v $tool >/dev/null || { echo "needs $tool"; exit 77; }; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/book results=$work/results
cp -r tests/book/results $results

fail() { echo "$*"; exit 1; }
book() { make ${1:-book} BOOK=tests/book/sample BOOK_OUT=$out RESULTS=$results 2>&1; }
has() { grep -qF -- "$2" "$1" || fail "$1 has no: $2"; }
has_not() { ! grep -qF -- "$2" "$1" || fail "$1 still has: $2"; }

log=$(book) || fail "the sample book is not made: $log"
log=$(book)
for word in page pdf epub; do
    ! echo "$log" | grep -q "^  $word  *$out" || fail "a second call makes a $word again"
done

page=$out/html/ch01-first.html
has $page '99.18%'
has $page 'id="fig-ch01-shift"'
# Where a window moves, the page has its further places, and the words of each.
has $page '<li data-picture="figures/shift-place-1.svg">The same curve, one place on.</li>'
[ -s $out/html/figures/shift-place-1.svg ] && [ -s $out/html/places.js ] || fail "the site lacks a place, or what shows it"
# A line ends neither within an option nor before a comma; a minus stands close to its number.
has $page '<span class="unbroken">--weight</span> -2</code>'
tr '\n' ' ' <$page | grep -qE '<mo>=</mo><mrow><m([io])>−</m\1><mn>2</mn></mrow>' || fail "a minus stands off from its number"
tr '\n' ' ' <$page | grep -qE '</math>,</span>' || fail "a comma may begin a line"
grep -qE 'Figure.{1,2}1\.1' $page || fail "$page does not name its figure"
has $out/html/ch02-second.html 'href="ch01-first.html#eq-sum"'
has $out/html/ch02-second.html 'source/chapters/ch07-cnn/ch07-cnn.c.html#line-'
has_not $out/html/ch02-second.html '//@'
has $out/html/ch02-second.html 'id="ex-ch02-01-output-size"'
has $out/html/ch02-second.html 'Of 2 × 3 pixels'
has $out/html/ch02-second.html '<code>y(0,0) = b + w(0,0)*x(0,0) + 1</code>'
has $out/html/search-index.js '합성곱'

pdftotext $out/book.pdf $out/book.txt
tr -s '[:space:]' ' ' <$out/book.txt >$out/book.line
awk -F '\t' '$1 == "label" && $3 == "sec" { gsub(/\047/, "’", $7); print $7 }' $out/scan/*.tsv | while read -r title; do
    grep -qF -- "$title" $out/book.line || { echo "the PDF has no section: $title"; exit 1; }
done || exit 1
pdffonts $out/book.pdf | awk 'NR > 2 && $(NF - 4) != "yes" { print "not embedded: " $1; bad = 1 } END { exit bad }' || exit 1
has $out/book.txt '합성곱은 작은 윈도를'

# On paper a listing stands on one page, and an answer at the end of its section.
page_of() { awk -v RS='\f' -v words="$1" '{ gsub(/[[:space:]]+/, " ") } index($0, words) { print NR; exit }' $out/book.txt; }
while read -r part caption; do
    [ "$(page_of "$caption")" = "$(page_of "int ${part}_1;")" ] || fail "the head of the listing $part stands on another page"
    [ "$(page_of "int ${part}_1;")" = "$(page_of "int ${part}_40;")" ] || fail "the listing $part is broken over a page"
done <<END
one As long as a listing may be
two The second of three
three The third of three
END
sed -n '/Which of the two networks suffers/,/answers the prediction/p' $out/book.line | grep -q 'The section goes on behind the box.*answers the prediction' ||
    fail "on paper the answer does not stand at the end of its section"
grep -q "Answer: page [0-9]" $out/book.txt || fail "no question says where its answer is"
has_not $out/book.txt '??'

# The title pages say which state of the book this is; no list, index or head says anything else than it should.
for file in $out/html/index.html $out/book.txt; do
    has $file 'Version sample 3, 2020-02-29'
    has $file 'https://example.org/book'
done
has $out/html/index.html 'src="figures/shift.svg"'
has $out/html/index.html 'class="weeks"'

# In an exercise's words a computation is code to its last digit, and no further.
grep -rqF '<code>y(0) = 0.5*3 = 1.5</code>. It is 2' $out/html || fail "a number is cut at its point"
! command -v unzip >/dev/null || unzip -p $out/book.epub EPUB/text/title_page.xhtml | grep -q 'Version sample 3, 2020-02-29' || fail "the EPUB's title has no version"
pdftotext -f 2 -l 4 -layout $out/book.pdf $out/front.txt
has $out/front.txt 'Accuracy on digits that were moved aside'
has_not $out/front.txt 'Convolution keeps most'
for entry in 'max_pool_plain, [0-9]' 'max pooling, [0-9]*–[0-9]' '합성곱 (convolution), [0-9]'; do
    grep -q "$entry" $out/book.txt || fail "the index has no $entry"
done
for entry in '<code>max_pool_plain</code>, ' '<span lang="ko">합성곱 (convolution)</span>, '; do
    tr '\n' ' ' <$out/html/word-index.html | grep -qF "$entry" || fail "the pages' index has no $entry"
done
has $out/book.tex '\addsec{Sources}\markright{Sources}'

# The search finds the glossary's words, and shows no names of references.
grep -q 'glossary.html#sec-glossary' "$out/html/search-index.js" || fail "the search does not know the glossary"
! grep -q '@sec:' "$out/html/search-index.js" || fail "the search shows the names of references"

! sh book/epubcheck.sh --version >/dev/null 2>&1 || sh book/epubcheck.sh -q $out/book.epub || fail "epubcheck refuses the EPUB"

sed -i 's/^test_accuracy\t0.9918/test_accuracy\t0.9234/' $results/ch07-cnn/metrics.tsv
log=$(book book-html) || fail "the changed book is not made: $log"
has $page '92.34%'
has_not $page '99.18%'

# Of the authors' results it says whose they are: on the page, at each number, and in front.
has_not $page "authors"
echo '2020-02-29, 2 threads, gcc' >$results/ch07-cnn/about
echo 'of no program' >$results/ch07-cnn/key
log=$(book "book-html KEPT=$work/kept") || fail "the authors' book is not made: $log"
tr '\n' ' ' <$page >$out/page.line
has $out/page.line "of the authors' run (2020-02-29, 2 threads, gcc)"
has $out/page.line "makes them of yours. The program has changed since."
grep -qE '<span class="num" title="of the authors[^"]*">92\.34%' $out/page.line || fail "the number does not say whose it is"
has_not $page 'class="stale"'
has $out/html/index.html "The numbers and figures are of the authors"
