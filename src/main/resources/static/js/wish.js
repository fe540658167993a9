// Adds this browser to a wish, so that the news also comes as a notification. If the member or the browser refuses, the form is sent
// without it.

const PATIENCE = 20000;

async function subscribe(form) {
  const known = await navigator.serviceWorker.register(form.dataset.worker);
  const worker = known.installing ?? known.waiting ?? known.active;
  while (worker.state !== 'activated') {
    await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
  }
  const subscription = await known.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.pushKey });
  const { endpoint, keys } = subscription.toJSON();
  form.elements.endpoint.value = endpoint;
  form.elements.key.value = keys.p256dh;
  form.elements.secret.value = keys.auth;
}

async function ask(form) {
  if (await Notification.requestPermission() === 'granted') {
    await subscribe(form);
  }
}

const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

for (const form of document.querySelectorAll('form[data-push-key]')) {
  form.addEventListener('submit', async (event) => {
    if (!can || form.elements.afterLogin || form.dataset.asked || Notification.permission === 'denied') {
      return;
    }
    event.preventDefault();
    form.dataset.asked = 'true';
    const tooLong = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
    await Promise.race([ask(form), tooLong]).catch(() => {});
    form.requestSubmit(event.submitter);
  });
}
