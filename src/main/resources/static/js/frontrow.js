// What moves on the pages. Every page also works without it.

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
