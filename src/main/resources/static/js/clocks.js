// Counts down by the server's clock: <time data-ends="epoch ms" data-days="{0}d {1}" data-at-end="reload">.
// The element around it has warnings for the last two minutes (data-soon) and the last thirty seconds (data-last).

const SOON = 120;
const LAST = 30;

/** The header Date has no milliseconds. */
const ROUGH = 2000;

const PATIENCE = 5000;

const [visit] = performance.getEntriesByType('navigation');
// The server wrote its time when the page began to arrive. performance.timeOrigin is not used, because it is wrong in
// Firefox after the machine was asleep.
const arrival = Date.now() - (performance.now() - (visit?.responseStart || performance.now()));
let ahead = Number(document.documentElement.dataset.now) - arrival;
let seen = [Date.now(), performance.now()];

const serverNow = () => Date.now() + ahead;

/** Tells whether the machine slept or its clock was set since the last call. */
function jumped() {
  const now = [Date.now(), performance.now()];
  const gap = now[0] - seen[0] - (now[1] - seen[1]);
  seen = now;
  return Math.abs(gap) > ROUGH;
}

/** Asks the server for its time. Small differences are ignored, because the answer is not exact. */
async function anchor() {
  try {
    const answer = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    const told = Date.parse(answer.headers.get('Date')) + 500;
    if (Math.abs(told - serverNow()) > ROUGH) {
      ahead = told - Date.now();
    }
  } catch {
    // offline: keep the old difference
  }
}

const pad = (number) => String(number).padStart(2, '0');

function face(seconds, days) {
  const hours = Math.floor(seconds / 3600) % 24;
  const clock = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  const withHours = seconds >= 3600 ? `${pad(hours)}:${clock}` : clock;
  return seconds >= 86400 ? days.replace('{0}', Math.floor(seconds / 86400)).replace('{1}', withHours) : withHours;
}

/** Adds an area for screen readers. It is outside of the parts that htmx replaces, because a replaced text is cut off. */
function voice(role) {
  const region = document.createElement('p');
  region.className = 'visually-hidden';
  region.setAttribute('role', role);
  region.dataset.voice = role;
  document.body.append(region);
  return region;
}

const calm = voice('status');
const urgent = voice('alert');
const said = new Set();

/** Says each warning once, even if htmx replaced the clock. */
function warn(time, seconds) {
  const clock = time.closest('[data-soon]');
  if (!clock || seconds > SOON || seconds === 0) {
    return;
  }
  const [text, region] = seconds > LAST ? [clock.dataset.soon, calm] : [clock.dataset.last, urgent];
  const shown = clock.querySelector('.clock-warning');
  if (shown.textContent !== text) {
    shown.textContent = text;
  }
  clock.classList.add('is-ending');
  const once = time.dataset.ends + text;
  if (!said.has(once)) {
    said.add(once);
    region.textContent = text;
  }
}

function open(badge) {
  if (badge) {
    badge.classList.replace('badge-upcoming', 'badge-on-sale');
    badge.textContent = badge.dataset.then;
  }
}

/** Prevents a second reload for the same end. */
function isNew(end) {
  const before = sessionStorage.getItem('frontrow-ended');
  sessionStorage.setItem('frontrow-ended', end);
  return before !== end;
}

/** Asks the server what has ended, unless a form is waiting for an answer. */
function end(time) {
  open(time.closest('[data-then]'));
  if (time.dataset.atEnd === 'remove') {
    time.closest('[data-thread]').remove();
  }
  if (time.dataset.atEnd === 'reload' && !time.dataset.over && !document.querySelector('form[aria-busy]')
      && isNew(`${location.pathname} ${time.dataset.ends}`)) {
    time.dataset.over = 'true';
    // spread the reloads of many visitors
    setTimeout(() => location.reload(), 500 + Math.random() * 1500);
  }
}

let title = document.title;
let counted;

/** The title with the time left. The word for an error stays in front. */
function counting(text) {
  const [, error, rest] = title.match(/^((?:Error|오류): )?(.*)$/s);
  return `${error ?? ''}${text} · ${rest}`;
}

/** Puts the time left into the title of the tab, also after htmx has set another title. */
function count(text) {
  if (document.title !== counted) {
    title = document.title;
  }
  counted = counting(text);
  document.title = counted;
}

function tick() {
  for (const time of document.querySelectorAll('time[data-ends]')) {
    const seconds = Math.max(0, Math.ceil((Number(time.dataset.ends) - serverNow()) / 1000));
    const text = face(seconds, time.dataset.days);
    if (time.textContent !== text) {
      time.textContent = text;
    }
    if (time.dataset.title && document.title !== counting(text)) {
      count(text);
    }
    warn(time, seconds);
    if (seconds === 0) {
      end(time);
    }
  }
}

let anchored;

/** Shows nothing while the server's time is unknown. */
async function look() {
  if (jumped()) {
    anchored = anchor();
  }
  await anchored;
  tick();
}

tick();
setInterval(look, 500);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    anchored = anchor();
    look();
  }
});
