// The waiting room: repeats failed polls, keeps polling in the background, and alerts a member whose turn it is.

const CALM = 20_000;

const place = () => document.getElementById('place');
const calls = document.getElementById('calls');
let lastNews = 0;

/** Reads or writes a value. The browser may forbid storage. */
function memory(store, key, value) {
  try {
    return value === undefined ? store().getItem(key) : store().setItem(key, value);
  } catch {
    return null;
  }
}

// ---- progress since the first known place, also after leaving the page ----

function rememberStart() {
  const { number, started } = place().dataset;
  if (!started || started === '0') {
    return;
  }
  const key = `waiting ${location.pathname} ${number}`;
  const first = Number(memory(() => sessionStorage, key) ?? 0);
  const here = `${location.pathname}?from=${Math.max(first, started)}`;
  if (first > Number(started)) {
    location.replace(here);
    return;
  }
  memory(() => sessionStorage, key, started);
  history.replaceState(history.state, '', here);
}

// ---- optional sound and notification ----

let audio;

function hint(text) {
  calls.querySelector('.hint').textContent = text ?? '';
}

/** Browsers allow sound only after a click or a key. */
function wake() {
  audio ??= new AudioContext();
  audio.resume();
  return audio;
}

function tone() {
  const now = wake().currentTime;
  [660, 880, 1100].forEach((pitch, at) => {
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    const begin = now + at * 0.22;
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(0.25, begin + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.45);
    note.connect(loudness).connect(audio.destination);
    note.start(begin);
    note.stop(begin + 0.5);
  });
}

function offerSound(box) {
  box.checked = memory(() => localStorage, 'call by sound') === 'on';
  const tell = () => hint(box.checked && audio.state !== 'running' ? calls.dataset.silent : '');
  if (box.checked) {
    wake().addEventListener('statechange', tell);
    tell();
  }
  for (const touch of ['pointerdown', 'keydown']) {
    document.addEventListener(touch, () => box.checked && wake(), { passive: true });
  }
  box.addEventListener('change', () => {
    memory(() => localStorage, 'call by sound', box.checked ? 'on' : 'off');
    hint('');
    if (box.checked) {
      tone();
    }
  });
}

function offerNotification(box) {
  if (!('Notification' in window)) {
    box.closest('label').hidden = true;
    return;
  }
  box.checked = memory(() => localStorage, 'call by notification') === 'on' && Notification.permission === 'granted';
  box.addEventListener('change', async () => {
    if (box.checked && await Notification.requestPermission() !== 'granted') {
      box.checked = false;
      hint(calls.dataset.denied);
    } else {
      hint('');
    }
    memory(() => localStorage, 'call by notification', box.checked ? 'on' : 'off');
  });
}

function notify() {
  try {
    const notice = new Notification(calls.dataset.title, { body: calls.dataset.text, tag: location.pathname });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
  } catch {
    // some phones allow notifications only for installed pages
  }
}

// ---- the member's turn ----

/** Shows the turn, and opens the next page when the member looks, because the pass is already running. */
function turn() {
  const sound = document.getElementById('call-sound').checked;
  const go = () => location.assign(place().querySelector('a').href);
  if (sound) {
    tone();
  }
  if (!document.hidden) {
    setTimeout(go, sound ? 1500 : 500);
    return;
  }
  if (document.getElementById('call-notification').checked) {
    notify();
  }
  document.addEventListener('visibilitychange', () => document.hidden || go());
}

function news() {
  const region = document.getElementById('place-news');
  const { news: text, turn: called } = place()?.dataset ?? {};
  const now = Date.now();
  if (text && text !== region.textContent && (called || now - lastNews > CALM)) {
    lastNews = now;
    region.textContent = text;
  }
}

/** Repeats a failed poll. The server keeps the place for a while. */
function lookAgain(event) {
  const element = place();
  if (event.detail.elt !== element) {
    return;
  }
  const retry = Number(event.detail.xhr?.getResponseHeader('Retry-After')) || 3;
  element.querySelector('.connection')?.removeAttribute('hidden');
  setTimeout(() => window.htmx.trigger(element, 'again'), (retry + Math.random() * 2) * 1000);
}

/**
 * Polls from a worker while the page is hidden. Browsers slow the timers of hidden pages to one per minute, so a member
 * could miss the turn.
 */
function keepAsking() {
  const alarm = new Worker(place().dataset.alarm);
  const look = () => place()?.dataset.askAfter && window.htmx.trigger(place(), 'again');
  const set = () => place()?.dataset.askAfter && alarm.postMessage(Number(place().dataset.askAfter));
  alarm.addEventListener('message', () => document.hidden && look());
  document.addEventListener('visibilitychange', () => (document.hidden ? set() : look()));
  document.body.addEventListener('htmx:afterSwap', () => {
    news();
    set();
    if (place().dataset.turn) {
      turn();
    } else {
      rememberStart();
    }
  });
  for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.body.addEventListener(failure, lookAgain);
  }
}

if (place()) {
  calls.hidden = false;
  offerSound(document.getElementById('call-sound'));
  offerNotification(document.getElementById('call-notification'));
  rememberStart();
  keepAsking();
}
