// What moves on the pages. Every page also works without it.

const root = document.documentElement;
const ahead = Number(root.dataset.now) - Date.now();

/** The server's clock, whatever this machine's clock says. */
const serverNow = () => Date.now() + ahead;

const pad = (number) => String(number).padStart(2, '0');

// ---- countdowns: <time data-ends="epoch ms" data-days="{0}d {1}" data-at-end="reload"> ----

function face(seconds, days) {
  const hours = Math.floor(seconds / 3600) % 24;
  const clock = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  const withHours = seconds >= 3600 ? `${pad(hours)}:${clock}` : clock;
  return seconds >= 86400 ? days.replace('{0}', Math.floor(seconds / 86400)).replace('{1}', withHours) : withHours;
}

function warn(time, seconds) {
  const around = time.closest('[data-warn-at]');
  if (around && seconds > 0 && seconds < Number(around.dataset.warnAt)) {
    const place = around.parentElement.querySelector('.hold-warning');
    if (place && !place.textContent) {
      place.textContent = around.dataset.warning;
    }
  }
}

/** What was counted down to has come: the badge says so. */
function open(badge) {
  if (badge) {
    badge.classList.replace('badge-upcoming', 'badge-on-sale');
    badge.textContent = badge.dataset.then;
  }
}

function tick() {
  for (const time of document.querySelectorAll('time[data-ends]')) {
    const seconds = Math.max(0, Math.ceil((Number(time.dataset.ends) - serverNow()) / 1000));
    const text = face(seconds, time.dataset.days);
    if (time.textContent !== text) {
      time.textContent = text;
    }
    warn(time, seconds);
    if (seconds === 0) {
      open(time.closest('[data-then]'));
    }
    if (seconds === 0 && time.dataset.atEnd === 'reload' && !time.dataset.over) {
      time.dataset.over = 'true';
      // not everybody at the same moment
      setTimeout(() => location.reload(), 500 + Math.random() * 1500);
    }
  }
}

tick();
setInterval(tick, 500);

// ---- forms: one click sends one request ----

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  form.querySelectorAll('button[type=submit]').forEach((button) => button.setAttribute('aria-busy', 'true'));
});

addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});

// what was refused is read first
document.querySelector('.flash-error')?.focus({ preventScroll: false });

// ---- waiting room: htmx asks, this keeps it asking ----

const CALM = 20_000;
let lastNews = 0;

function place() {
  return document.getElementById('place');
}

document.body.addEventListener('htmx:afterSwap', () => {
  const news = document.getElementById('place-news');
  const now = Date.now();
  if (news && place()?.dataset.news && place().dataset.news !== news.textContent && now - lastNews > CALM) {
    lastNews = now;
    news.textContent = place().dataset.news;
  }
});

/** A look that failed is repeated; the place is kept for a while. */
function lookAgain(event) {
  const element = place();
  if (!element || event.detail.elt !== element) {
    return;
  }
  const retry = Number(event.detail.xhr?.getResponseHeader('Retry-After')) || 3;
  element.querySelector('.connection')?.removeAttribute('hidden');
  setTimeout(() => window.htmx.trigger(element, 'again'), (retry + Math.random() * 2) * 1000);
}

// A browser slows the timers of a hidden page to one a minute, and somebody might be let in and lose the turn meanwhile. A
// worker's timers keep their pace; who comes back to the page looks at once.
if (place()) {
  const alarm = new Worker(place().dataset.alarm);
  const look = () => place()?.dataset.askAfter && window.htmx.trigger(place(), 'again');
  const set = () => place()?.dataset.askAfter && alarm.postMessage(Number(place().dataset.askAfter));
  alarm.addEventListener('message', () => document.hidden && look());
  document.addEventListener('visibilitychange', () => (document.hidden ? set() : look()));
  document.body.addEventListener('htmx:afterSwap', set);
}

for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.body.addEventListener(failure, lookAgain);
}

// an error's page never lands inside a part of a page
document.body.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status >= 400 && /^\s*<!doctype/i.test(event.detail.serverResponse)) {
    event.detail.shouldSwap = false;
  }
});
