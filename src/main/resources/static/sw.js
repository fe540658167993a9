// Keeps the ticket pages of the signed-in member, so that they open without a network. The server marks these pages by a
// header. Every other request goes to the network as if this script did not exist.

const PAGES = 'ticket-pages';
const FILES = 'ticket-files';
const MAY_BE_KEPT = 'Frontrow-Offline';

/** Addresses of styles, scripts and pictures in a page, and of styles in a style sheet. */
const FILE = /(?:href|src)="(\/(?:css|js|img|webjars)\/[^"]+)"|url\("?([^")]+\.css)"?\)/g;

const TICKET_PAGE = /^\/(me\/reservations|reservations\/[\w-]+(\/tickets\/\d+)?)$/;
const FILE_PATH = /^\/(css|js|img|webjars)\//;
const LOG_IN_OR_OUT = /^\/(login|logout|signup|me\/account\/delete)$/;

/** Grows when everything is forgotten, so that an answer that was on its way is not kept afterwards. */
let epoch = 0;

async function forget() {
  epoch += 1;
  await Promise.all([caches.delete(PAGES), caches.delete(FILES)]);
}

async function keepFiles(text, base) {
  const files = await caches.open(FILES);
  for (const [, absolute, relative] of text.matchAll(FILE)) {
    const address = new URL(absolute ?? relative, base);
    if (!(await files.match(address))) {
      const answer = await fetch(address);
      if (answer.ok) {
        if (address.pathname.endsWith('.css')) {
          await keepFiles(await answer.clone().text(), address);
        }
        await files.put(address, answer);
      }
    }
  }
}

/** Keeps the answer, or forgets the older copy of a page that is no ticket any more. */
async function keep(path, answer, begun) {
  if (answer.redirected || answer.type === 'opaqueredirect') {
    await forget();
  } else if (answer.ok && answer.headers.has(MAY_BE_KEPT)) {
    await keepFiles(await answer.clone().text(), new URL(path, location));
    // nothing may come between this look and the writing
    const pages = await caches.open(PAGES);
    if (begun === epoch) {
      await pages.put(path, answer);
    }
  } else if (answer.status < 500) {
    await (await caches.open(PAGES)).delete(path);
  }
}

async function openPage(event, path) {
  const begun = epoch;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(path, answer.clone(), begun));
    return answer;
  } catch (failure) {
    const copy = await caches.match(path, { cacheName: PAGES, ignoreVary: true });
    if (copy) {
      return copy;
    }
    throw failure;
  }
}

async function openFile(request) {
  try {
    return await fetch(request);
  } catch (failure) {
    const copy = await caches.match(request, { cacheName: FILES, ignoreVary: true });
    if (copy) {
      return copy;
    }
    throw failure;
  }
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) {
    return;
  }
  if (request.method === 'POST' && LOG_IN_OR_OUT.test(pathname)) {
    event.waitUntil(forget());
  } else if (request.method === 'GET' && request.mode === 'navigate' && !search && TICKET_PAGE.test(pathname)) {
    event.respondWith(openPage(event, pathname));
  } else if (request.method === 'GET' && FILE_PATH.test(pathname)) {
    event.respondWith(openFile(request));
  }
});

/** A page with tickets names the addresses to keep. */
addEventListener('message', (event) => {
  event.waitUntil(Promise.all(event.data.keep.map(async (path) => {
    const begun = epoch;
    await keep(path, await fetch(path), begun);
  })));
});
