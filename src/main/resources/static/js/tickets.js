// Shows the QR code of a ticket over the whole screen, and has the pages with tickets kept for times without a network.
// Without this script, a link opens a page with the same code.

/** Asks the service worker to keep the pages of the tickets on this page. */
async function keepTickets() {
  const parts = [...document.querySelectorAll('.tickets[data-keep]')];
  if (parts.length > 0 && 'serviceWorker' in navigator && navigator.onLine) {
    await navigator.serviceWorker.register(parts[0].dataset.worker);
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ keep: [parts[0].dataset.list, ...parts.map((part) => part.dataset.keep)] });
  }
}

function sayOffline() {
  for (const note of document.querySelectorAll('.offline-note')) {
    note.hidden = navigator.onLine;
  }
}


/** Keeps the screen on while the door reads the code. */
async function keepScreenOn(dialog) {
  try {
    const lock = await navigator.wakeLock.request('screen');
    if (dialog.open) {
      dialog.addEventListener('close', () => lock.release(), { once: true });
    } else {
      lock.release();
    }
  } catch {
    // the browser has no such lock, or the battery is low
  }
}

function makeDialog(link) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ticket-screen';
  dialog.setAttribute('aria-label', link.getAttribute('aria-label'));
  const seat = document.createElement('p');
  seat.textContent = link.dataset.seat;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = link.dataset.close;
  dialog.append(link.querySelector('.qr').cloneNode(true), seat, close);
  return dialog;
}

function show(link) {
  const dialog = makeDialog(link);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  keepScreenOn(dialog);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('.ticket-enlarge');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link);
  }
});

addEventListener('online', sayOffline);
addEventListener('offline', sayOffline);
document.body.addEventListener('htmx:afterSettle', () => keepTickets().catch(() => {}));
sayOffline();
keepTickets().catch(() => {});
