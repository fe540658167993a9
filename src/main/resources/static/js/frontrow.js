// What moves on the pages. Every page also works without it.

// ---- forms: one click sends one request ----

/** Scripts may have written a choice into the address: the language switch leads back to it as it is now. */
function keepAddress(form) {
  const back = form.elements.returnTo;
  if (form.matches('.language') && new URL(back.value, location.href).pathname === location.pathname) {
    back.value = location.pathname + location.search;
  }
}

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
  keepAddress(form);
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
