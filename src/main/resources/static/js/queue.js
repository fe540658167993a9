// The waiting room: repeats failed polls, keeps polling in the background, and alerts a member whose turn it is. Far from
// the front it reads the state that all members share, and asks with its own token from time to time only.

const CALM = 20_000;

const place = () => document.getElementById('place');
const calls = document.getElementById('calls');
let lastNews = 0;
let updatedAt = Date.now();

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

// ---- how new the place is, and how long it is kept without a connection ----

const clock = (seconds) => `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

/** Writes only what has changed, once a second. Nothing here is read out, because it changes all the time. */
function write(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

function tellAge() {
  const age = Math.round((Date.now() - updatedAt) / 1000);
  const updated = place()?.querySelector('[data-ago]');
  if (updated && age > 1) {
    write(updated, updated.dataset.ago.replace('{0}', age));
  }
  const lost = place()?.querySelector('.connection:not([hidden])');
  if (lost) {
    const left = Math.max(0, Number(place().dataset.keptSeconds) - age);
    write(lost, left > 0 ? lost.dataset.kept.replace('{0}', clock(left)) : lost.dataset.over);
  }
}

// ---- far from the front: the state that all members share ----

/** So often a far member asks with the own token, which says whether the place still exists, and gives the estimate. */
const OWN_POLL_MS = 120_000;
const PATIENCE = 5_000;
let ownPollAt = Date.now();
let asksItself = false;
let waitsForState;

const jittered = (millis) => millis * (0.8 + Math.random() * 0.4);

/** The position of a far place; null if it is near or the state cannot tell. docs/api.md explains the sum. */
function positionIn(queue, own) {
  if (queue.phase !== 'OPEN' || own >= queue.next || own <= queue.front + queue.nearWithin) {
    return null;
  }
  const dead = queue.dead.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(own - 1, to) - from + 1), 0);
  return own - queue.front - dead;
}

function show(position) {
  const element = place();
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const ahead = position - 1;
  const started = Math.max(Number(element.dataset.started), ahead);
  write(element.querySelector('[data-testid="queue-position"]'), numbers.format(position));
  write(element.querySelector('[data-testid="queue-ahead"]'), numbers.format(ahead));
  element.querySelector('progress').value = Math.min(95, Math.max(4, Math.floor(100 * (started - ahead) / started)));
  element.querySelector('[data-testid="queue-progress"]')?.setAttribute('hidden', '');
  element.querySelector('.connection').hidden = true;
  document.title = element.dataset.title.replace('{0}', numbers.format(position));
  element.dataset.position = position;
}

/** Reads the shared state and shows the position. Otherwise the member asks with the own token. */
async function askForAll() {
  const element = place();
  try {
    const answer = await fetch(element.dataset.state, { signal: AbortSignal.timeout(PATIENCE) });
    const queue = answer.ok ? await answer.json() : null;
    const position = queue && positionIn(queue, Number(element.dataset.place));
    if (position && element === place()) {
      updatedAt = Date.now();
      show(Math.min(position, Number(element.dataset.position ?? position)));
      element.dataset.askAfter = Math.round(jittered(queue.pollAfterMs.far));
      again(element);
      return;
    }
  } catch {
    // the own poll says what is wrong
  }
  asksItself = true;
  window.htmx.trigger(element, 'again');
}

/** A hidden page is woken by the alarm, which is not slowed down. */
function again(element) {
  clearTimeout(waitsForState);
  waitsForState = setTimeout(() => element === place() && window.htmx.trigger(element, 'again'), Number(element.dataset.askAfter));
}

/** Lets a due poll of a far member read the shared state instead. */
function shareState(event) {
  const element = place();
  if (event.detail.elt !== element || !element.dataset.place) {
    return;
  }
  if (asksItself || Date.now() - ownPollAt > OWN_POLL_MS) {
    asksItself = false;
    ownPollAt = Date.now();
    return;
  }
  event.preventDefault();
  askForAll();
}

// ---- optional sound, notification and screen ----

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

/** Browsers release the lock when the page is hidden, so it is taken again when the page is seen. */
function offerWakeLock(box) {
  if (!('wakeLock' in navigator)) {
    box.closest('label').hidden = true;
    return;
  }
  let lock;
  const keepOn = async () => {
    if (box.checked && !document.hidden) {
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // the battery is low, or the browser refuses
      }
    }
  };
  box.checked = memory(() => localStorage, 'keep the screen on') === 'on';
  box.addEventListener('change', () => {
    memory(() => localStorage, 'keep the screen on', box.checked ? 'on' : 'off');
    if (!box.checked) {
      lock?.release();
    }
    keepOn();
  });
  document.addEventListener('visibilitychange', keepOn);
  keepOn();
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
  // what is said there holds for waiting members only
  document.getElementById('closing').hidden = true;
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
  document.body.addEventListener('htmx:beforeRequest', shareState);
  document.body.addEventListener('htmx:afterSwap', () => {
    updatedAt = Date.now();
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
  offerWakeLock(document.getElementById('wake-lock'));
  setInterval(tellAge, 1000);
  rememberStart();
  keepAsking();
}
