// Scripts for all pages. Every page also works without them.

// ---- forms: one click sends one request ----

/** Lets the language switch lead back to the current address, because scripts change it. */
function keepAddress(form) {
  const back = form.elements.returnTo;
  if (form.matches('.language') && new URL(back.value, location.href).pathname === location.pathname) {
    back.value = location.pathname + location.search;
  }
}

const buttons = (form) => form.querySelectorAll('button[type=submit]');

/** Gives a button the words that it shows at work, if there is room. */
function prepare(button) {
  button.dataset.busy = button.offsetWidth > 130 ? document.documentElement.dataset.busy : '';
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
  buttons(form).forEach((button) => {
    prepare(button);
    button.setAttribute('aria-busy', 'true');
  });
});

document.body.addEventListener('htmx:beforeRequest', ({ detail }) => detail.elt.matches('form') && buttons(detail.elt).forEach(prepare));

addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});

// screen readers read the reason of a refusal first
document.querySelector('.flash-error')?.focus({ preventScroll: false });

// do not put a whole error page into a part of a page
document.body.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status >= 400 && /^\s*<!doctype/i.test(event.detail.serverResponse)) {
    event.detail.shouldSwap = false;
  }
});
