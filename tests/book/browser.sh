#!/bin/sh
# browser.sh: the sample book in headless Chromium, then with faults planted into its pages, each of which
# must be seen. `make browser-tools` installs what it needs into build/venv.
set -u
python=build/venv/bin/python
command -v chromium >/dev/null && $python -c 'import playwright, axe_playwright_python' 2>/dev/null ||
    { echo "needs chromium and make browser-tools"; exit 77; }
command -v pandoc >/dev/null || { echo "needs pandoc"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
make book-html BOOK=tests/book/sample BOOK_OUT="$work" RESULTS=tests/book/results >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
$python tests/book/browser.py "$work/html" '미끄러=Numbers beside' 'pooling=In plain loops' 'for (;;)=In plain loops' '2.1=In plain loops' 'Listing 2.2=As long as a listing may be' 'lst:ch02-pool=Pooling, as its' 'ch07-cnn.c=chapters/ch07-cnn/ch07-cnn.c' || exit 1

# One page with every fault.
page=$work/bad/index.html
mkdir -p "$work/bad"
cat >"$page" <<'END'
<!DOCTYPE html>
<html lang="en"><head><title>x</title>
<script>console.error("planted"); window.SECTIONS = [];</script></head>
<body style="background: white"><main><h1>x</h1><input id="search" aria-label="s"><div id="hits"></div><button id="theme">t</button>
<a href="none.html">a</a><a href="#none">b</a><img src="none.svg" alt="n"><img src="http://127.0.0.1:9/x.png">
<details open><summary>An answer</summary>so</details><pre style="width: 9em; overflow: hidden">a line that is too long</pre>
<p style="color: #ccc">pale</p><div style="width: 900px">wide</div></main></body></html>
END
! $python tests/book/browser.py "$work/bad" 'word=Nowhere' >"$work/log" || { echo "a bad page is accepted"; exit 1; }
for words in 'console: planted' 'link to nothing' 'link to no place' 'empty or has no words' 'asks http' 'not there' \
    'axe: color-contrast' 'axe: image-alt' 'is not dark' 'does not turn it dark' 'scrolls sideways on a phone' 'scrolls sideways at 390' 'stands open' 'is cut at 390' 'finds \[\]'; do
    grep -q "$words" "$work/log" || { echo "the planted fault is not seen: $words"; cat "$work/log"; exit 1; }
done

# The sample without what keyboard, paper and the list of hits need.
cp -R "$work/html" "$work/less"
sed -i "/'keydown', walk/d; /'click', follow/d; /'beforeprint'/d; /^followReader/d" "$work/less/book.js"
sed -i '/^  :root, :root\[data-theme\]/d' "$work/less/book.css"
# And a window that cannot be stopped, moves for everyone, and keeps the words of its first place.
sed -i 's/clearInterval(clock);//; s/if (!matchMedia.*matches) //; s/Object.assign(image, places\[at\])/image.src = places[at].src/' "$work/less/places.js"
! $python tests/book/browser.py "$work/less" 'pooling=In plain loops' >"$work/log" || { echo "a page without its keys is accepted"; exit 1; }
for words in 'does not mark in its contents' 'does not open' 'stay open' 'stays folded' 'is dark on paper' \
    'moves on' 'to who wants none' 'its own picture, words'; do
    grep -q "$words" "$work/log" || { echo "the planted fault is not seen: $words"; cat "$work/log"; exit 1; }
done
