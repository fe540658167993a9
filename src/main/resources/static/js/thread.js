// Asks for a place from any page, which keeps the place, and shows the turn when it comes.

const strip = document.querySelector('[data-thread]');
const link = strip.querySelector('a');
const what = strip.querySelector('.thread-what > span');

function showTurn(place) {
  strip.dataset.kind = 'turn';
  link.href = place.querySelector('a').getAttribute('href');
  what.textContent = strip.dataset.turn;
  strip.querySelector('.thread-go').textContent = strip.dataset.go;
  const time = place.querySelector('time');
  if (time) {
    time.dataset.atEnd = 'remove';
    link.querySelector('.thread-go').before(document.importNode(time, true));
  }
}

/** Returns the milliseconds until the next question, or nothing to stop. */
async function ask() {
  const answer = await fetch(strip.dataset.poll, { headers: { 'HX-Request': 'true' } });
  if (!answer.ok && answer.status !== 286) {
    return 5000;
  }
  const place = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('place');
  if (place?.dataset.turn) {
    showTurn(place);
  } else if (place?.dataset.askAfter) {
    const position = place.querySelector('[data-testid=queue-position]')?.textContent;
    if (position) {
      what.textContent = strip.dataset.place.replace('{0}', position);
    }
    return Number(place.dataset.askAfter);
  } else {
    strip.remove();
  }
  return undefined;
}

function askIn(wait) {
  setTimeout(async () => {
    const next = await ask().catch(() => 5000);
    if (next) {
      askIn(next);
    }
  }, wait);
}

askIn(Number(strip.dataset.askAfter));
