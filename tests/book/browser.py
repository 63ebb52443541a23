"""browser.py: a book as a reader's browser sees it, opened from a folder.

    python browser.py build/tests/book/html

No page may say anything in the console, ask anything of the network, or have a link or picture that
leads nowhere; search finds words, Korean ones inside compounds too; dark is dark, but light on paper, where
no answer stays folded; narrow does not scroll sideways, and the contents beside a page follow its reader; axe finds no serious fault, in light and in dark.
A window that moves stands still until the reader steps or starts it, is stopped by the same button, and does
not move by itself for who wants no motion; without scripts its first picture stands.
Copies of program files are all of one make: of all but the first only links, pictures, console and width are
looked at. Axe, which tries the colour of each word, is given the first ten listings of a page; in the dark it is
asked only of colours. Each core has a browser and its share of the pages.
"""
import html.parser
import multiprocessing
import os
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


class Anchors(html.parser.HTMLParser):
    """The ids of a page as they stand in its file: no script of the book makes any that a link names."""

    def __init__(self, text):
        super().__init__()
        self.ids = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.ids.update(value for key, value in attributes if key == "id")


def ids(path, known={}):
    """All anchors of a page; each file is read once."""
    if path not in known:
        known[path] = Anchors(path.read_text()).ids
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


def check_axe(tab, name, options):
    tab.evaluate("[...document.querySelectorAll('pre')].slice(10).forEach(listing => listing.remove())")
    for v in Axe().run(tab, options={"preload": False, **options}).response["violations"]:
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


COLOURS = ["color-contrast", "link-in-text-block"]
AXE = {"light": {}, "dark": {"runOnly": {"type": "rule", "values": COLOURS}}}


def check_page(path):
    name = str(path.relative_to(site))
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        watch(tab, name)
        tab.goto(path.as_uri())
        if (luminance(tab) < 100) != (scheme == "dark"):
            fault(name, f"is not {scheme}")
        if scheme == "light":
            check_links(tab, name)
            check_folded(tab, name)
            check_contents(tab, name)
        else:
            check_paper(tab, name)
        check_narrow(tab, name)
        tab.set_viewport_size({"width": 1280, "height": 720})
        check_axe(tab, f"{name} ({scheme})", AXE[scheme])
        tab.click("#theme")
        if (luminance(tab) < 100) == (scheme == "dark"):
            fault(name, f"the button does not turn it {'light' if scheme == 'dark' else 'dark'}")
        tab.close()


def check_copy(path, reader):
    name = str(path.relative_to(site))
    tab = reader.new_page()
    watch(tab, name)
    tab.goto(path.as_uri())
    check_links(tab, name)
    check_narrow(tab, name)
    tab.close()


def check_contents(tab, name):
    """Beside a page stands its list of sections, and what is being read is marked there."""
    sections = tab.locator("#contents ul ul a")
    if not sections.count() or not tab.locator(".permalink").count():
        return
    if not sections.first.is_visible():
        fault(name, "has no contents beside it")
        return
    sections.last.click()
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    tab.wait_for_timeout(200)
    if tab.locator('#contents [aria-current="location"]').count() != 1:
        fault(name, "does not mark in its contents what is read")


def check_folded(tab, name):
    """An answer opens on a click, and for a link that leads into it."""
    answers = tab.locator("main details")
    for i in range(answers.count()):
        if answers.nth(i).get_attribute("open") is not None:
            fault(name, "an answer stands open")
    inside = tab.evaluate("document.querySelector('main details [id]')?.id ?? ''")
    if inside:
        tab.evaluate(f"location.hash = '#{inside}'")
        tab.wait_for_timeout(200)
        if not tab.locator(f"#{inside}").is_visible():
            fault(name, f"a link to #{inside} shows nothing: it is folded away")
        tab.evaluate("document.querySelectorAll('main details').forEach(d => d.open = false)")
    if answers.count():
        answers.first.locator("summary").first.click()
        if answers.first.get_attribute("open") is None:
            fault(name, "an answer does not open")
        tab.evaluate("document.querySelectorAll('main details').forEach(d => d.open = false)")


def check_narrow(tab, name):
    """On a phone the page stands still; what is wide scrolls inside itself."""
    sideways = "document.documentElement.scrollWidth > innerWidth"
    stuck = "[...document.querySelectorAll('pre, .table')].filter(e => e.scrollWidth > e.clientWidth + 1 && " \
            "!/auto|scroll/.test(getComputedStyle(e).overflowX)).length"
    tab.set_viewport_size({"width": 390, "height": 700})
    if tab.evaluate(sideways):
        fault(name, "scrolls sideways at 390 pixels")
    if tab.evaluate(stuck):
        fault(name, "a listing or a table is cut at 390 pixels")
    tab.set_viewport_size({"width": 360, "height": 640})
    if tab.evaluate(sideways):
        fault(name, "scrolls sideways on a phone")


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


def opened(path, **options):
    """A page with its answers unfolded: a figure may stand in one."""
    tab = browser.new_context(**options).new_page()
    tab.goto(path.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(answer => answer.open = true)")
    return tab


def check_places(path):
    name = str(path.relative_to(site))
    tab = opened(path, reduced_motion="no-preference")
    figure = tab.locator("figure:has(.places)").first
    if not figure.count():
        return tab.context.close()
    image = figure.locator("img")

    def press(button):
        figure.get_by_role("button", name=button, exact=True).click()

    def seen():
        return image.get_attribute("src").split("/")[-1], image.get_attribute("alt"), figure.locator("output").inner_text()

    first = seen()
    tab.wait_for_timeout(1500)
    if seen() != first:
        fault(name, "a window moves by itself")
    press("The next place")
    if any(a == b for a, b in zip(seen(), first)) or not image.evaluate("i => i.decode().then(() => i.naturalWidth)"):
        fault(name, "the next place has not its own picture, words and number")
    press("The place before")
    if seen() != first:
        fault(name, "the place before is not where it was")
    press("Move")
    tab.wait_for_timeout(1500)
    if seen()[2] == first[2]:
        fault(name, "a window that was started does not move")
    press("Stop")
    at = seen()
    tab.wait_for_timeout(1500)
    if seen() != at:
        fault(name, "a window that was stopped moves on")
    tab.context.close()
    tab = opened(path, reduced_motion="reduce")
    if tab.get_by_role("button", name="Move", exact=True).count():
        fault(name, "offers motion to who wants none")
    tab.context.close()
    tab = opened(path, java_script_enabled=False)
    figure = tab.locator("figure:has(.places)").first
    if not figure.locator("img").is_visible() or figure.locator(".places").is_visible() or figure.locator(".steps").count():
        fault(name, "without scripts the first place does not stand alone")
    tab.context.close()


def launch(playwright):
    global browser
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
    return browser


def check_share(share):
    """What one core looks at; its faults."""
    faults.clear()
    with sync_playwright() as playwright, launch(playwright):
        reader = browser.new_context()
        for path in share:
            if path in copies[1:]:
                check_copy(path, reader)
            else:
                check_page(path)
            if path not in copies:
                check_places(path)
    return list(faults)


def check_searches(queries):
    with sync_playwright() as playwright, launch(playwright):
        if all([check_search(query, title) for query, title in queries]):
            check_hits_close(queries[0][0])


# Dealt like cards, the largest first, pages take each core about as long.
pages = sorted(site.rglob("*.html"))
copies = [p for p in pages if p.is_relative_to(site / "source")]
by_size = sorted(pages, key=lambda p: (p not in copies, p.stat().st_size), reverse=True)
cores = os.cpu_count()
with multiprocessing.Pool(cores) as pool:
    shares = pool.map(check_share, [by_size[core::cores] for core in range(cores)], chunksize=1)
check_searches([a.split("=") for a in sys.argv[2:]])
faults += sorted(fault for share in shares for fault in share)

print(*faults, sep="\n")
print(f"{len(pages)} pages, {len(faults)} faults")
sys.exit(bool(faults))
