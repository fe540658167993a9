// The seat map: choosing seats by mouse, touch and keyboard, and updates. Without this script the page is a form.

const form = document.getElementById('seats');
const seats = [...form.querySelectorAll('.seat-row input')];
const news = document.getElementById('seat-news');
const texts = form.dataset;
const ROW = 10;

// this script keeps the choice in the address, and htmx sends the form
for (const name of ['form', 'formaction']) {
  document.querySelector('[data-testid=language-switch]').removeAttribute(name);
}

const chosen = () => seats.filter((seat) => seat.checked);
const isFree = (seat) => seat.dataset.status === 'available';
const byNumber = (list) => (list ? list.split(',') : []).map((number) => seats[Number(number) - 1]);

function say(...content) {
  news.replaceChildren(...content);
}

// ---- the choice ----

const list = document.getElementById('selection-list');
const total = document.getElementById('selection-total');

function line(content, quiet) {
  const item = document.createElement('li');
  item.append(content);
  item.classList.toggle('muted', quiet);
  return item;
}

/** A button that removes the seat from the choice. A phone shows only its number. */
function remover(seat) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'outline';
  button.value = seat.value;
  button.dataset.testid = `selection-remove-${seat.value}`;
  button.setAttribute('aria-label', list.dataset.remove.replace('{0}', seat.dataset.name));
  const name = document.createElement('span');
  name.textContent = seat.dataset.name;
  const number = document.createElement('b');
  number.textContent = seat.value;
  const cross = document.createElement('i');
  cross.textContent = '✕';
  button.append(name, number, cross);
  return button;
}

list.addEventListener('click', (event) => {
  const pressed = event.target.closest('button');
  if (pressed) {
    seats[Number(pressed.value) - 1].checked = false;
    const next = (pressed.parentElement.nextElementSibling ?? pressed.parentElement.previousElementSibling)
      ?.firstElementChild.value;
    sum();
    (list.querySelector(`button[value="${next}"]`) ?? seats.find((seat) => seat.tabIndex === 0)).focus({ preventScroll: true });
  }
});

const price = () => chosen().reduce((all, seat) => all + Number(seat.dataset.price), 0);

const query = () => (chosen().length ? `seats=${chosen().map((seat) => seat.value).join(',')}` : '');

/** Shows the choice and its price, and writes it into the address for a reload. */
function sum() {
  const picked = chosen();
  const shown = [...list.querySelectorAll('button')].map((button) => button.value);
  // buttons that stay keep the focus
  if (!list.hasChildNodes() || shown.join() !== picked.map((seat) => seat.value).join()) {
    list.replaceChildren(...(picked.length ? picked.map((seat) => line(remover(seat), false))
      : [line(list.dataset.none, true)]));
  }
  const won = `₩${price().toLocaleString('en-US')}`;
  if (total.textContent !== won) {
    total.textContent = won;
  }
  history.replaceState(history.state, '', query() ? `?${query()}` : location.pathname);
}

/** Disables a taken seat for a choice, but keeps it focusable for the arrow keys. */
function show(seat, status) {
  seat.dataset.status = status;
  seat.disabled = false;
  seat.toggleAttribute('aria-disabled', false);
  if (status !== 'available') {
    seat.setAttribute('aria-disabled', 'true');
    seat.checked = false;
  }
  seat.setAttribute('aria-label', `${seat.dataset.name}, ${texts[`label${status[0].toUpperCase()}${status.slice(1)}`]}`);
}

/** Shows beside a seat that somebody else has it. */
function mark(seat, lost) {
  seat.parentElement.querySelector('.seat-lost')?.remove();
  if (lost) {
    const note = document.createElement('span');
    note.className = 'seat-lost';
    note.textContent = texts.justTaken;
    note.setAttribute('aria-hidden', 'true');
    seat.parentElement.append(note);
  }
}

form.addEventListener('click', (event) => {
  if (seats.includes(event.target) && !isFree(event.target)) {
    event.preventDefault();
    say(event.target.getAttribute('aria-label'));
  }
});

form.addEventListener('change', (event) => {
  if (!seats.includes(event.target)) {
    return;
  }
  say();
  seats.forEach((seat) => mark(seat, false));
  if (chosen().length > Number(texts.max)) {
    event.target.checked = false;
    say(texts.limit);
  }
  sum();
});

/** Brings the choice, or the seat in focus, to the middle of the enlarged hall. */
form.querySelector('.zoom input').addEventListener('change', (event) => {
  const seat = chosen()[0] ?? seats.find((one) => one.tabIndex === 0);
  if (event.target.checked) {
    seat.scrollIntoView({ inline: 'center', block: 'nearest' });
  }
});

// keep a focused seat visible above the panel at the bottom of a phone
const panel = form.querySelector('.selection');
new ResizeObserver(() => {
  const sticks = getComputedStyle(panel).position === 'sticky';
  document.documentElement.style.scrollPaddingBottom = sticks ? `${panel.offsetHeight + 8}px` : '';
}).observe(panel);

// ---- keyboard: the tab key reaches one seat, arrow keys move on ----

function rove(to) {
  seats.forEach((seat) => {
    seat.tabIndex = seat === to ? 0 : -1;
  });
}

function target(key, at, whole) {
  const start = at - (at % ROW);
  switch (key) {
    case 'ArrowRight': return at + 1 < start + ROW ? at + 1 : at;
    case 'ArrowLeft': return at > start ? at - 1 : at;
    case 'ArrowDown': return at + ROW;
    case 'ArrowUp': return at - ROW;
    case 'Home': return whole ? 0 : start;
    case 'End': return whole ? seats.length - 1 : start + ROW - 1;
    default: return undefined;
  }
}

form.addEventListener('focusin', (event) => seats.includes(event.target) && rove(event.target));

form.addEventListener('keydown', (event) => {
  const at = seats.indexOf(event.target);
  const to = at < 0 || event.altKey || event.metaKey ? undefined : target(event.key, at, event.ctrlKey);
  if (to !== undefined) {
    event.preventDefault();
    seats[to]?.focus();
  }
});

// ---- updates: every second, announced only if they change the choice ----

const PACE = 1000;
const SLOWEST = 15_000;
const PATIENCE = 8000;
const connection = document.getElementById('seat-connection');
let seen = '';
let failures = 0;
let timer;
let asking;

function apply(states) {
  const lost = [];
  seats.forEach((seat, at) => {
    const state = states[at];
    if (!state || state === seat.dataset.status) {
      return;
    }
    if (seat.checked && state !== 'mine') {
      lost.push(seat);
    }
    show(seat, state);
    mark(seat, lost.includes(seat));
  });
  if (lost.length) {
    say(texts.lost.replace('{0}', lost.map((seat) => seat.dataset.name).join(' · ')));
  }
  sum();
}

/** Returns the milliseconds until the next update, or nothing to stop. */
async function ask() {
  const question = new AbortController();
  asking = question;
  const patience = setTimeout(() => question.abort(), PATIENCE);
  const answer = await fetch(texts.live, {
    headers: { Accept: 'application/json', ...(seen && { 'If-None-Match': seen }) },
    redirect: 'manual',
    signal: question.signal,
  }).finally(() => clearTimeout(patience));
  if (answer.type === 'opaqueredirect') {
    location.reload();
    return undefined;
  }
  if (answer.status === 410 || answer.status === 404) {
    fail(answer.status);
    return undefined;
  }
  if (answer.status === 429) {
    return Math.max(PACE, Number(answer.headers.get('Retry-After') ?? 5) * 1000);
  }
  if (!answer.ok && answer.status !== 304) {
    throw new Error(answer.status);
  }
  if (answer.ok) {
    const { states, prices } = await answer.json();
    if (prices !== form.elements.prices.value) {
      // reload the map with the same choice and its old price
      location.replace(`?${query()}&before=${price()}`);
      return undefined;
    }
    apply(states);
    seen = answer.headers.get('ETag') ?? '';
  }
  connection.textContent = failures > 1 ? texts.liveAgain : '';
  failures = 0;
  return PACE;
}

/** Reports a problem only after the second failure. */
function slower() {
  failures += 1;
  if (failures > 1 || !navigator.onLine) {
    failures = Math.max(failures, 2);
    connection.textContent = texts.stale;
  }
  return Math.min(PACE * 2 ** (failures - 1), SLOWEST);
}

function askIn(wait) {
  clearTimeout(timer);
  asking?.abort();
  timer = setTimeout(async () => {
    const mine = timer;
    const next = document.hidden ? undefined : await ask().catch(() => (mine === timer ? slower() : undefined));
    if (next !== undefined && mine === timer) {
      askIn(next + Math.random() * 200);
    }
  }, wait);
}

// no updates while the page is hidden, one when it is shown again
document.addEventListener('visibilitychange', () => !document.hidden && askIn(0));
addEventListener('online', () => askIn(0));
addEventListener('offline', () => askIn(0));

// the browser restored an old page and frontrow.js reloads it
addEventListener('pageshow', (event) => {
  form.inert = event.persisted;
});

// ---- best seats and holds by htmx ----

const button = form.querySelector('[data-testid=hold-seats]');

function fail(status) {
  const kind = [status, 500].map((code) => form.querySelector(`template[data-failure="${code}"]`)).find(Boolean);
  say(kind.content.cloneNode(true));
}

document.body.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt === form) {
    button.setAttribute('aria-busy', 'true');
  }
});

document.body.addEventListener('htmx:afterRequest', (event) => {
  const { elt, xhr, requestConfig } = event.detail;
  if (elt !== form && elt.id !== 'best') {
    return;
  }
  if (xhr.getResponseHeader('HX-Redirect')) {
    return;
  }
  button.removeAttribute('aria-busy');
  const told = news.querySelector('[data-testid]');
  if (requestConfig.verb === 'get' && xhr.status === 200) {
    const best = byNumber(told.dataset.seats);
    seats.forEach((seat) => {
      seat.checked = best.includes(seat);
      mark(seat, false);
    });
    best.forEach((seat) => show(seat, 'available'));
    sum();
  } else if (xhr.status === 409 && told?.dataset.taken) {
    // drop an update on its way, because it is older than this answer
    askIn(PACE);
    byNumber(told.dataset.taken).forEach((seat) => {
      show(seat, 'held');
      mark(seat, true);
    });
    sum();
  }
});

document.body.addEventListener('htmx:responseError', (event) => {
  const { elt, xhr } = event.detail;
  if ((elt === form || elt.id === 'best') && /^\s*(<!doctype|$)/i.test(xhr.responseText)) {
    fail(xhr.status);
  }
});

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.body.addEventListener(failure, (event) => (event.detail.elt === form || event.detail.elt.id === 'best') && fail(0));
}

seats.forEach((seat) => show(seat, seat.dataset.status));
rove(chosen()[0] ?? seats.find(isFree) ?? seats[0]);
sum();
askIn(PACE);
