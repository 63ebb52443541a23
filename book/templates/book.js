// book.js: search, theme, contents, copy buttons and printing. Everything is read from files beside this one.
'use strict';
const byId = id => document.getElementById(id);

// As a reader types: small letters, straight quotes, the hyphen for a minus, plain spaces. No letter is lost.
const fold = text => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/−/g, '-').replace(/\s/g, ' ');
const plain = query => fold(query.normalize('NFC')).trim().replace(/ +/g, ' ');
const count = (text, word) => Math.min(text.split(word).length - 1, 5);

// Every section once more, folded once: searching does not do it again at each letter.
const FOLDED = (window.SECTIONS || []).map(s => ({ s, number: s.number, head: fold(s.number + ' ' + s.title + ' ' + s.terms), text: fold(s.text), code: fold(s.code) }));

// Every word of the query must stand somewhere in the section: in its title, among the words that it defines, in
// its prose or its listings. Korean words are found inside compounds, because a substring is looked for, not a word.
function search(query) {
  const phrase = plain(query), words = phrase.split(' ').filter(Boolean);
  if (!words.length) return [];
  const has = (f, w) => [f.head, f.text, f.code].some(part => part.includes(w));
  const one = (f, w) => 40 * (f.number === w) + 10 * f.head.includes(w) + count(f.text, w) + count(f.code, w) / 2;
  const together = f => words.length > 1 && has(f, phrase) ? 15 + one(f, phrase) : 0;
  const score = f => words.reduce((sum, w) => sum + one(f, w), together(f));
  return FOLDED.filter(f => words.every(w => has(f, w)))
    .map(f => ({ f, score: score(f) })).sort((a, b) => b.score - a.score).slice(0, 20).map(x => x.f);
}

// Around the query, or its first word: from the prose, or else from a listing.
function excerpt({ s, text: prose, code }, query) {
  const phrase = plain(query);
  const word = prose.includes(phrase) || code.includes(phrase) ? phrase : phrase.split(' ')[0];
  const inCode = !prose.includes(word) && code.includes(word), text = inCode ? s.code : s.text;
  const at = Math.max(0, (inCode ? code : prose).indexOf(word) - 40);
  return (at > 0 ? '… ' : '') + text.slice(at, at + 120) + (text.length > at + 120 ? ' …' : '');
}

function show(query) {
  const hits = byId('hits');
  hits.replaceChildren();
  hits.hidden = !query.trim();
  const found = search(query);
  for (const f of found) {
    const s = f.s;
    const item = document.createElement('li'), link = document.createElement('a'), small = document.createElement('small');
    link.href = document.body.dataset.root + s.href;
    link.textContent = (s.number ? s.number + ' ' : '') + s.title;
    small.textContent = excerpt(f, query);
    link.append(small);
    item.append(link);
    hits.append(item);
  }
  if (!found.length) hits.append(Object.assign(document.createElement('li'), { textContent: 'Nothing found.' }));
}

// In the box and in its list: up and down go from hit to hit, Enter in the box follows the first one.
function walk(event) {
  const stops = [byId('search'), ...byId('hits').querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && stops[at + step]) {
    event.preventDefault();
    stops[at + step].focus();
  } else if (event.key === 'Enter' && at === 0 && stops[1]) stops[1].click();
}

// The list closes behind a hit that was followed, and when the reader goes elsewhere.
const inSearch = element => byId('hits').parentElement.contains(element);
function follow(event) {
  if (!inSearch(event.target) || event.target.closest('#hits a')) byId('hits').hidden = true;
}
function leave(event) {
  if (event.relatedTarget && !inSearch(event.relatedTarget)) byId('hits').hidden = true;
}

function keys(event) {
  const box = byId('search');
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    box.focus();
  } else if (event.key === 'Escape') {
    box.value = '';
    show('');
  }
}

// The theme of the machine, until the reader chooses; the head of the page reads the choice before it is
// drawn. Pages from a folder may have no storage.
function turn() {
  const style = document.documentElement;
  const dark = style.dataset.theme ? style.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  style.dataset.theme = dark ? 'light' : 'dark';
  try { localStorage.setItem('theme', style.dataset.theme); } catch {}
}

function menu() {
  const open = byId('contents').classList.toggle('open');
  byId('menu').setAttribute('aria-expanded', open);
}

// What a reader would paste: programs and commands, not what a run printed.
function copyButtons() {
  for (const pre of document.querySelectorAll('pre')) {
    pre.tabIndex = 0;
    if (!navigator.clipboard || !pre.classList.contains('sourceCode')) continue;
    const button = Object.assign(document.createElement('button'), { className: 'copy', textContent: 'Copy' });
    const text = pre.innerText;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    pre.append(button);
  }
}

// On paper nothing can be unfolded; on the screen it is folded again.
let unfolded = [];
function unfold() {
  unfolded = [...document.querySelectorAll('details:not([open])')];
  for (const answer of unfolded) answer.open = true;
}
function refold() {
  for (const answer of unfolded) answer.open = false;
}

// The contents beside the text follow the reader: the last section whose heading has passed the upper part of the window.
function followReader() {
  const links = [...document.querySelectorAll('#contents ul ul a')];
  const stops = links.map(link => [link, byId(decodeURIComponent(link.hash.slice(1)))]).filter(([, place]) => place);
  let here = null;
  function mark() {
    const passed = stops.filter(([, place]) => place.getBoundingClientRect().top < innerHeight / 3), last = passed.length ? passed.at(-1)[0] : null;
    if (last === here) return;
    if (here) here.removeAttribute('aria-current');
    here = last;
    if (!here) return;
    here.setAttribute('aria-current', 'location');
    const list = byId('contents'), box = here.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 3;
  }
  if (document.querySelector('.whole')) return;
  addEventListener('scroll', mark, { passive: true });
  mark();
}

// A link may lead into what is folded.
function reveal() {
  const there = location.hash && byId(decodeURIComponent(location.hash.slice(1))), folded = there && there.closest('details:not([open])');
  if (!folded) return;
  folded.open = true;
  there.scrollIntoView();
}

byId('search').addEventListener('input', event => show(event.target.value));
byId('search').addEventListener('focus', event => show(event.target.value));
byId('hits').parentElement.addEventListener('keydown', walk);
document.addEventListener('click', follow);
document.addEventListener('focusout', leave);
byId('theme').addEventListener('click', turn);
byId('menu').addEventListener('click', menu);
document.addEventListener('keydown', keys);
window.addEventListener('beforeprint', unfold);
window.addEventListener('afterprint', refold);
window.addEventListener('hashchange', reveal);
copyButtons();
followReader();
reveal();
