"""browser.py: a book as a reader's browser sees it, opened from a folder.

    python browser.py build/tests/book/html

No page may say anything in the console, ask anything of the network, or have a link or picture that
leads nowhere; search finds words, Korean ones inside compounds too; dark is dark, but light on paper, where
no answer stays folded; narrow does not scroll sideways; axe finds no serious fault, in light and in dark.
Copies of program files are all of one make: of all but the first only links, words and width are looked at.
Axe, which tries the colour of each word, is given the first ten listings of a page.
"""
import pathlib
import shutil
import sys
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError, sync_playwright

site = pathlib.Path(sys.argv[1]).resolve()
faults = []


def fault(page, text):
    faults.append(f"{page}: {text}")


def watch(tab, name):
    tab.on("console", lambda m: fault(name, f"console: {m.text}") if m.type in ("error", "warning") else None)
    tab.on("pageerror", lambda e: fault(name, f"script: {e}"))
    tab.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else fault(name, f"asks {r.url}"))
    tab.on("requestfailed", lambda r: fault(name, f"not there: {r.url}"))


def ids(path, known={}):
    """All anchors of a page; each file is read once."""
    if path not in known:
        tab = browser.new_page()
        tab.goto(path.as_uri())
        known[path] = set(tab.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        tab.close()
    return known[path]


def check_links(tab, name):
    for href in tab.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)"):
        url = urllib.parse.urlparse(href)
        if url.scheme != "file":
            continue
        path = pathlib.Path(urllib.parse.unquote(url.path))
        if not path.is_file():
            fault(name, f"link to nothing: {href}")
        elif url.fragment and urllib.parse.unquote(url.fragment) not in ids(path):
            fault(name, f"link to no place: {href}")
    for src in tab.evaluate("[...document.images].filter(i => !i.naturalWidth || !i.alt).map(i => i.src)"):
        fault(name, f"a picture that is empty or has no words: {src}")


def check_axe(tab, name):
    tab.evaluate("[...document.querySelectorAll('pre')].slice(10).forEach(listing => listing.remove())")
    for v in Axe().run(tab, options={"preload": False}).response["violations"]:
        if v["impact"] in ("serious", "critical"):
            fault(name, f"axe: {v['id']}: {v['nodes'][0]['html'][:120]}")


def luminance(tab):
    colours = tab.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    return sum(colours[:3]) / 3


def check_paper(tab, name):
    tab.emulate_media(media="print")
    if luminance(tab) < 200:
        fault(name, "is dark on paper")
    tab.emulate_media(media="screen")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    if tab.locator("details:not([open])").count():
        fault(name, "an answer stays folded on paper")


def check_page(path, whole):
    name = str(path.relative_to(site))
    for scheme in ("light", "dark") if whole else ("light",):
        tab = browser.new_page(color_scheme=scheme)
        watch(tab, name)
        tab.goto(path.as_uri())
        if (luminance(tab) < 100) != (scheme == "dark"):
            fault(name, f"is not {scheme}")
        if scheme == "light":
            check_links(tab, name)
        else:
            check_paper(tab, name)
        tab.set_viewport_size({"width": 360, "height": 640})
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            fault(name, "scrolls sideways on a phone")
        tab.set_viewport_size({"width": 1280, "height": 720})
        if whole:
            check_axe(tab, f"{name} ({scheme})")
        tab.click("#theme")
        if (luminance(tab) < 100) == (scheme == "dark"):
            fault(name, f"the button does not turn it {'light' if scheme == 'dark' else 'dark'}")
        tab.close()


def check_search(query, title):
    """From the keyboard alone: /, words, down to the first hit, enter."""
    tab = browser.new_page()
    tab.goto((site / "index.html").as_uri())
    tab.keyboard.press("/")
    tab.keyboard.type(query)
    hits = tab.locator("#hits a").all_inner_texts()
    if not any(title in hit for hit in hits):
        fault("search", f"{query} finds {hits}, not {title}")
        return False
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    try:
        tab.wait_for_url(lambda url: "index.html" not in url, timeout=5000)
    except TimeoutError:
        fault("search", f"the hit of {query} does not open")
    tab.close()
    return True


def check_hits_close(query):
    """A hit on the page that is being read leads down that page: the list must not stay before it."""
    tab = browser.new_page()
    tab.goto((site / "index.html").as_uri())
    for _ in range(2):
        tab.fill("#search", query)
        tab.locator("#hits a").first.click()
    if tab.locator("#hits").is_visible():
        fault("search", f"the hits of {query} stay open")
    tab.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
    pages = sorted(site.rglob("*.html"))
    copies = [p for p in pages if p.is_relative_to(site / "source")]
    for page in pages:
        check_page(page, page not in copies[1:])
    queries = [a.split("=") for a in sys.argv[2:]]
    if all([check_search(query, title) for query, title in queries]):
        check_hits_close(queries[0][0])
    browser.close()

print(*faults, sep="\n")
print(f"{len(pages)} pages, {len(faults)} faults")
sys.exit(bool(faults))
