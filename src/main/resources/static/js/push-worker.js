// Shows calls as notifications, also when no page is open.

async function show({ title, body, language, tag, page, address }) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isSeen = windows.some((one) => one.visibilityState === 'visible' && new URL(one.url).pathname.startsWith(page));
  if (!isSeen) {
    await self.registration.showNotification(title, { body, lang: language, tag, data: { page, address }, requireInteraction: true });
  }
}

async function open({ page, address }) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const known = windows.find((one) => new URL(one.url).pathname.startsWith(page));
  await (known ? known.focus() : self.clients.openWindow(address));
}

self.addEventListener('push', (event) => event.waitUntil(show(event.data.json())));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
