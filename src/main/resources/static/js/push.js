// Registers this browser for a call when it is the member's turn. The call also comes when the page is closed.

const box = document.getElementById('notify-turn');
const hint = document.querySelector('#calls .hint');
const form = box.form;
const stored = `call ${form.action}`;

/** Reads or writes whether this browser is to be called. The browser may forbid storage. */
function memory(value) {
  try {
    return value === undefined ? localStorage.getItem(stored) : localStorage.setItem(stored, value);
  } catch {
    return null;
  }
}

async function registration() {
  const known = await navigator.serviceWorker.register(box.dataset.worker);
  const worker = known.installing ?? known.waiting ?? known.active;
  while (worker.state !== 'activated') {
    await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
  }
  return known;
}

async function send(address, values) {
  const body = new URLSearchParams([...new FormData(form), ...Object.entries(values)]);
  const answer = await fetch(address, { method: 'POST', body, redirect: 'error' });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
}

async function subscribe() {
  const { pushManager } = await registration();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: box.dataset.key });
  const { endpoint, keys } = subscription.toJSON();
  await send(form.action, { endpoint, key: keys.p256dh, secret: keys.auth });
}

async function change() {
  hint.textContent = '';
  try {
    if (!box.checked) {
      memory('off');
      await send(`${form.action}/withdraw`, {});
    } else if (await Notification.requestPermission() === 'granted') {
      await subscribe();
      memory('on');
    } else {
      throw new Error('denied');
    }
  } catch {
    box.checked = false;
    hint.textContent = box.dataset.failed;
  }
}

if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  box.closest('label').hidden = false;
  box.checked = memory() === 'on' && Notification.permission === 'granted';
  box.addEventListener('change', change);
  if (box.checked) {
    change();
  }
}
