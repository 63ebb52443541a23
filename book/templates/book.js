// book.js: search, theme, contents and copy buttons. Everything is read from files beside this one.
'use strict';
const byId = id => document.getElementById(id);

// Every word of the query must stand somewhere in the section. Korean words are found inside compounds,
// because a substring is looked for, not a word.
function search(query) {
  const words = query.toLowerCase().normalize('NFC').split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const score = s => words.reduce((sum, w) => sum + (s.title.toLowerCase().includes(w) ? 10 : 0) +
    Math.min(s.text.toLowerCase().split(w).length - 1, 5), 0);
  return window.SECTIONS.filter(s => words.every(w => (s.title + ' ' + s.text).toLowerCase().includes(w)))
    .map(s => ({ s, score: score(s) })).sort((a, b) => b.score - a.score).slice(0, 20).map(x => x.s);
}

function excerpt(text, query) {
  const at = Math.max(0, text.toLowerCase().indexOf(query.toLowerCase().split(/\s+/)[0]) - 40);
  return (at > 0 ? '… ' : '') + text.slice(at, at + 120) + (text.length > at + 120 ? ' …' : '');
}

function show(query) {
  const hits = byId('hits');
  hits.replaceChildren();
  hits.hidden = !query.trim();
  const found = search(query);
  for (const s of found) {
    const item = document.createElement('li'), link = document.createElement('a'), small = document.createElement('small');
    link.href = document.body.dataset.root + s.href;
    link.textContent = (s.number ? s.number + ' ' : '') + s.title;
    small.textContent = excerpt(s.text, query);
    link.append(small);
    item.append(link);
    hits.append(item);
  }
  if (!found.length) hits.append(Object.assign(document.createElement('li'), { textContent: 'Nothing found.' }));
}

function keys(event) {
  const box = byId('search');
  if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    box.focus();
  } else if (event.key === 'Escape') {
    box.value = '';
    show('');
  }
}

// The theme of the machine, until the reader chooses. Pages from a folder may have no storage.
function stored(value) {
  try {
    if (value) localStorage.setItem('theme', value);
    return localStorage.getItem('theme');
  } catch { return null; }
}

function turn() {
  const style = document.documentElement;
  const dark = style.dataset.theme ? style.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  style.dataset.theme = dark ? 'light' : 'dark';
  stored(style.dataset.theme);
}

function menu() {
  const open = byId('contents').classList.toggle('open');
  byId('menu').setAttribute('aria-expanded', open);
}

function copyButtons() {
  for (const pre of document.querySelectorAll('pre')) {
    pre.tabIndex = 0;
    if (!navigator.clipboard) continue;
    const button = Object.assign(document.createElement('button'), { className: 'copy', textContent: 'Copy' });
    const text = pre.innerText;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    });
    pre.append(button);
  }
}

if (stored()) document.documentElement.dataset.theme = stored();
byId('search').addEventListener('input', event => show(event.target.value));
byId('theme').addEventListener('click', turn);
byId('menu').addEventListener('click', menu);
document.addEventListener('keydown', keys);
copyButtons();
