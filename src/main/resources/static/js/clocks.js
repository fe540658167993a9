// Counts down by the server's clock: <time data-ends="epoch ms" data-days="{0}d {1}" data-at-end="reload">. Around it,
// data-soon and data-last are what to say when two minutes and when thirty seconds are left.

const SOON = 120;
const LAST = 30;

const [visit] = performance.getEntriesByType('navigation');
// the server wrote down its time when the page began to arrive, however long the rest of it took
const arrival = performance.timeOrigin + (visit?.responseStart || performance.now());
const ahead = Number(document.documentElement.dataset.now) - arrival;

/** The server's clock, whatever this machine's clock says. */
const serverNow = () => Date.now() + ahead;

const pad = (number) => String(number).padStart(2, '0');

function face(seconds, days) {
  const hours = Math.floor(seconds / 3600) % 24;
  const clock = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  const withHours = seconds >= 3600 ? `${pad(hours)}:${clock}` : clock;
  return seconds >= 86400 ? days.replace('{0}', Math.floor(seconds / 86400)).replace('{1}', withHours) : withHours;
}

/** Heard by screen readers; outside of what is exchanged in place, so that a sentence is said to its end. */
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

/** Each warning is said once, also when the clock itself was exchanged in between. */
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

/** What was counted down to has come: the badge says so. */
function open(badge) {
  if (badge) {
    badge.classList.replace('badge-upcoming', 'badge-on-sale');
    badge.textContent = badge.dataset.then;
  }
}

/** The server says what has ended, unless it is just about to answer. */
function end(time) {
  open(time.closest('[data-then]'));
  if (time.dataset.atEnd === 'reload' && !time.dataset.over && !document.querySelector('form[aria-busy]')) {
    time.dataset.over = 'true';
    // not everybody at the same moment
    setTimeout(() => location.reload(), 500 + Math.random() * 1500);
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
      end(time);
    }
  }
}

tick();
setInterval(tick, 500);
