// Paints prices on the map of seats by mouse, touch and keyboard. The lines above the map hold the result.
// Without this script the lines are typed, and the map is not shown.

const field = document.getElementById('prices');
const map = document.getElementById('price-map');
const brushes = document.getElementById('paint-brushes');
const news = document.getElementById('paint-news');
const seats = [...document.querySelectorAll('#paint-seats button')];
const texts = map.dataset;
const ROW = 10;

/** The prices, each once, and the index of the price of each seat. */
let prices = [];
let painted = [];
let chosen = 0;

const lines = () => [...field.querySelectorAll('.price-line')];
const input = (line, name) => line.querySelector(`[name="${name}"]`);
const fill = (pattern, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, () => value), pattern);

function nameOf(price) {
  if (!price) {
    return texts.bare;
  }
  const won = Number(price.amount.replaceAll(',', ''));
  const amount = price.amount && Number.isFinite(won) ? `₩${won.toLocaleString('en-US')}` : price.amount;
  return [price.grade || texts.unnamed, amount].filter(Boolean).join(' ');
}

/** Seats that are typed, if the two numbers are a part of the hall. */
function range(line) {
  const [from, to] = ['fromSeat', 'toSeat'].map((name) => input(line, name).value.trim());
  return /^\d+$/.test(from) && /^\d+$/.test(to) && Number(from) >= 1 && Number(to) <= seats.length
    ? [Number(from), Number(to)] : [1, 0];
}

function read() {
  prices = [];
  painted = seats.map(() => -1);
  lines().forEach((line) => {
    const [grade, amount] = ['grade', 'price'].map((name) => input(line, name).value.trim());
    const mark = grade || amount ? '' : line.dataset.price;
    let at = prices.findIndex((price) => price.grade === grade && price.amount === amount && price.mark === mark);
    if (at < 0 || mark === undefined) {
      at = prices.push({ grade, amount, mark }) - 1;
    }
    const [from, to] = range(line);
    painted.fill(at, from - 1, Math.max(to, from - 1));
  });
  chosen = Math.min(chosen, Math.max(prices.length - 1, 0));
}

/** Neighbours with the same price become one line. A price without seats keeps an empty line. */
function write() {
  const runs = [];
  painted.forEach((price, at) => {
    const last = runs.at(-1);
    if (price < 0) {
      return;
    }
    if (last && last.price === price && last.to === at) {
      last.to = at + 1;
    } else {
      runs.push({ price, from: at + 1, to: at + 1 });
    }
  });
  prices.forEach((_, at) => runs.some((run) => run.price === at) || runs.push({ price: at, from: '', to: '' }));
  runs.sort((one, other) => one.price - other.price);
  const present = lines();
  while (present.length < runs.length) {
    const added = present.at(-1).cloneNode(true);
    present.at(-1).after(added);
    present.push(added);
  }
  present.splice(runs.length).forEach((line) => line.remove());
  present.forEach((line, at) => {
    line.setAttribute('aria-label', fill(texts.number, at + 1));
    line.dataset.price = runs[at].price;
    input(line, 'grade').removeAttribute('id');
    input(line, 'grade').value = prices[runs[at].price].grade;
    input(line, 'price').value = prices[runs[at].price].amount;
    input(line, 'fromSeat').value = runs[at].from;
    input(line, 'toSeat').value = runs[at].to;
  });
}

function brush(price, at) {
  const label = document.createElement('label');
  const radio = document.createElement('input');
  const name = document.createElement('span');
  radio.type = 'radio';
  radio.name = 'paint';
  radio.setAttribute('form', 'no-form');
  radio.value = at;
  radio.checked = at === chosen;
  radio.dataset.testid = 'paint-brush';
  name.textContent = nameOf(price);
  name.dir = 'auto';
  label.className = `paint-brush paint-${(at % 4) + 1}`;
  label.append(radio, name);
  return label;
}

function show() {
  const radios = [...brushes.querySelectorAll('input')];
  if (radios.length !== prices.length) {
    brushes.replaceChildren(...prices.map(brush));
  } else {
    radios.forEach((radio, at) => {
      radio.checked = at === chosen;
      radio.nextElementSibling.textContent = nameOf(prices[at]);
    });
  }
  seats.forEach((seat, at) => {
    seat.className = painted[at] < 0 ? '' : `paint-${(painted[at] % 4) + 1}`;
    seat.setAttribute('aria-label', fill(texts.seat, at + 1, Math.floor(at / ROW) + 1, nameOf(prices[painted[at]])));
  });
}

function paint(...numbers) {
  if (!prices.length) {
    return;
  }
  numbers.forEach((at) => {
    painted[at] = chosen;
  });
  write();
  show();
}

const say = (numbers) => {
  news.textContent = fill(texts.painted, numbers, nameOf(prices[chosen]));
};

brushes.addEventListener('change', (event) => {
  chosen = Number(event.target.value);
});

field.addEventListener('input', (event) => {
  if (event.target.closest('.price-line')) {
    read();
    show();
  }
});

// ---- mouse and touch: a stroke paints each seat that it crosses ----

let stroke = [];

/** The seats between two, because a fast pointer leaves some out. */
function between(from, to) {
  const [across, down] = [(to % ROW) - (from % ROW), Math.floor(to / ROW) - Math.floor(from / ROW)];
  const steps = Math.max(Math.abs(across), Math.abs(down));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = steps ? step / steps : 0;
    return (Math.floor(from / ROW) + Math.round(part * down)) * ROW + (from % ROW) + Math.round(part * across);
  });
}

function cross(event) {
  const at = seats.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest('button'));
  if (at >= 0 && at !== stroke.at(-1)) {
    const crossed = between(stroke.at(-1) ?? at, at);
    stroke.push(...crossed);
    paint(...crossed);
  }
}

map.querySelector('#paint-seats').addEventListener('pointerdown', (event) => {
  if (event.button === 0 && seats.includes(event.target)) {
    event.target.releasePointerCapture(event.pointerId);
    stroke = [];
    cross(event);
    document.addEventListener('pointermove', cross);
  }
});

for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, () => {
    document.removeEventListener('pointermove', cross);
    if (stroke.length) {
      say([...new Set(stroke)].map((at) => at + 1).sort((one, other) => one - other).join(', '));
    }
    stroke = [];
  });
}

// ---- keyboard: the tab key reaches one seat, arrow keys move on, the space bar paints ----

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ROW, ArrowUp: -ROW };

function rove(to) {
  seats.forEach((seat) => {
    seat.tabIndex = seat === to ? 0 : -1;
  });
}

map.addEventListener('focusin', (event) => seats.includes(event.target) && rove(event.target));

map.addEventListener('keydown', (event) => {
  const at = seats.indexOf(event.target);
  const to = at + STEPS[event.key];
  if (at < 0 || event.altKey || event.metaKey || event.ctrlKey || !(event.key in STEPS)) {
    return;
  }
  event.preventDefault();
  if (to in seats) {
    seats[to].focus();
    if (event.shiftKey) {
      paint(at, to);
      say(`${Math.min(at, to) + 1}, ${Math.max(at, to) + 1}`);
    }
  }
});

// a press of the space bar, of Enter, or of a screen reader
map.addEventListener('click', (event) => {
  const at = seats.indexOf(event.target);
  if (at >= 0 && event.detail === 0) {
    paint(at);
    say(at + 1);
  }
});

read();
show();
rove(seats[0]);
map.hidden = false;
