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
