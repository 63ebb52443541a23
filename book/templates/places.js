// places.js: figures whose window moves. The page has the picture of its first place, and a hidden list of the others with
// their words; without scripts the first one stands. Nothing moves unless the reader says so.
'use strict';

function steps(list) {
  const image = list.closest('figure').querySelector('img');
  const places = [{ src: image.src, alt: image.alt },
    ...[...list.children].map(item => ({ src: item.dataset.picture, alt: item.textContent }))];
  const row = Object.assign(document.createElement('div'), { className: 'steps' });
  const where = document.createElement('output');
  let at = 0, clock = null;

  function show(place) {
    at = (place + places.length) % places.length;
    Object.assign(image, places[at]);
    where.textContent = `place ${at + 1} of ${places.length}`;
  }
  function stop() {
    clearInterval(clock);
    clock = null;
    move.textContent = 'Move';
  }
  function turn() {
    if (clock) return stop();
    clock = setInterval(() => show(at + 1), 1200);
    move.textContent = 'Stop';
  }
  function button(text, label, act) {
    const made = Object.assign(document.createElement('button'), { textContent: text, type: 'button' });
    if (label) made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  const move = button('Move', '', turn);
  row.append(button('←', 'The place before', () => { stop(); show(at - 1); }), where,
    button('→', 'The next place', () => { stop(); show(at + 1); }));
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) row.append(move);
  where.textContent = `place 1 of ${places.length}`;
  list.after(row);
}

for (const list of document.querySelectorAll('ol.places')) steps(list);
