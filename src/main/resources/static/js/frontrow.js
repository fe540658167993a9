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

// ---- seat map ----

function seatMap(form) {
  const seats = [...form.querySelectorAll('.hall input[type=checkbox]')];
  const most = Number(form.dataset.max);
  const list = document.getElementById('selection-list');
  const total = document.getElementById('selection-total');
  const news = document.getElementById('seat-news');
  const ROW = 10;
  let wait = 3000;

  const say = (text) => {
    news.textContent = text;
  };
  const chosen = () => seats.filter((seat) => seat.checked);

  function line(text, quiet) {
    const item = document.createElement('li');
    item.textContent = text;
    item.classList.toggle('muted', quiet);
    return item;
  }

  function sum() {
    const picked = chosen();
    list.replaceChildren(...(picked.length ? picked.map((seat) => line(seat.dataset.name, false))
      : [line(list.dataset.none, true)]));
    const won = picked.reduce((all, seat) => all + Number(seat.dataset.price), 0);
    total.textContent = `₩${won.toLocaleString('en-US')}`;
    for (const seat of seats) {
      const state = seat.dataset.status;
      const label = form.dataset[`label${state[0].toUpperCase()}${state.slice(1)}`];
      seat.setAttribute('aria-label', `${seat.dataset.name}, ${label}`);
    }
  }

  /** One stop for the tab key; the arrows go on from there. */
  function rove(to) {
    seats.forEach((seat) => {
      seat.tabIndex = seat === to ? 0 : -1;
    });
  }

  function neighbour(from, step) {
    let at = seats.indexOf(from) + step;
    while (seats[at] && (seats[at].disabled
      || (Math.abs(step) === 1 && Math.floor(at / ROW) !== Math.floor(seats.indexOf(from) / ROW)))) {
      at += step;
    }
    return seats[at];
  }

  function goTo(seat) {
    if (seat) {
      rove(seat);
      seat.focus();
    }
  }

  function apply(states) {
    const lost = [];
    seats.forEach((seat, at) => {
      const state = states[at];
      if (!state || state === seat.dataset.status) {
        return;
      }
      const focused = document.activeElement === seat;
      if (seat.checked && state !== 'available') {
        seat.checked = false;
        lost.push(seat.dataset.name);
      }
      seat.dataset.status = state;
      seat.disabled = state !== 'available';
      if (seat.disabled && focused) {
        goTo(neighbour(seat, 1) ?? neighbour(seat, -1) ?? seats.find((other) => !other.disabled));
      }
    });
    if (lost.length) {
      say(form.dataset.lost.replace('{0}', lost.join(' · ')));
    }
    if (!seats.some((seat) => seat.tabIndex === 0 && !seat.disabled)) {
      rove(seats.find((seat) => !seat.disabled));
    }
    sum();
  }

  async function refresh() {
    if (document.hidden) {
      return;
    }
    const answer = await fetch(form.dataset.live, { headers: { Accept: 'application/json' } });
    if (answer.status === 410 || answer.redirected) {
      location.reload();
    } else if (answer.ok) {
      apply(await answer.json());
      if (news.textContent === form.dataset.stale) {
        say('');
      }
      wait = 3000;
    } else {
      throw new Error(answer.status);
    }
  }

  function keepLooking() {
    setTimeout(() => refresh().catch(() => {
      wait = Math.min(wait * 2, 30_000);
      say(form.dataset.stale);
    }).finally(keepLooking), wait + Math.random() * 500);
  }

  form.addEventListener('change', (event) => {
    say('');
    if (chosen().length > most) {
      event.target.checked = false;
      say(form.dataset.limit);
    }
    sum();
  });
  form.addEventListener('focusin', (event) => {
    if (seats.includes(event.target)) {
      rove(event.target);
    }
  });
  form.querySelector('.hall').addEventListener('keydown', (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ROW, ArrowUp: -ROW };
    if (steps[event.key] && seats.includes(event.target)) {
      event.preventDefault();
      goTo(neighbour(event.target, steps[event.key]));
    }
  });
  document.addEventListener('visibilitychange', () => refresh().catch(() => {}));

  rove(chosen()[0] ?? seats.find((seat) => !seat.disabled));
  sum();
  keepLooking();
}

const hall = document.getElementById('seats');
if (hall) {
  seatMap(hall);
}
