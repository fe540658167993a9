// Top-up, payment and refund without leaving the page. htmx sends each form and takes the main part of the answer, which
// is the same page as without JavaScript.

let stepped;

const step = (event) => event.detail.requestConfig?.elt?.closest('.steps form');
const flashOf = (page) => page.querySelector('[data-testid=flash]')?.closest('body > *');

function busy(form, is) {
  for (const element of [form, ...form.querySelectorAll('button')]) {
    if (is) {
      element.setAttribute('aria-busy', 'true');
    } else {
      element.removeAttribute('aria-busy');
    }
  }
}

/** Shows why there is no answer. The member may try again, because the form's key prevents a second payment. */
function trouble(texts, actions) {
  const box = document.getElementById('trouble');
  const again = document.createElement('a');
  again.href = location.pathname;
  again.textContent = box.dataset.again;
  const lines = texts.filter(Boolean).map((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    return line;
  });
  box.replaceChildren(...lines, ...actions, again);
  box.hidden = false;
  box.focus();
}

const text = (page, selector) => page.querySelector(selector)?.textContent.trim();

document.body.addEventListener('htmx:beforeRequest', (event) => {
  const form = step(event);
  if (form) {
    document.getElementById('trouble').hidden = true;
    busy(form, true);
  }
});

document.body.addEventListener('htmx:afterRequest', (event) => {
  const form = step(event);
  if (form) {
    busy(form, false);
  }
});

document.body.addEventListener('htmx:beforeSwap', (event) => {
  if (!step(event)) {
    return;
  }
  const { xhr, serverResponse } = event.detail;
  const page = new DOMParser().parseFromString(serverResponse, 'text/html');
  if (xhr.status >= 400) {
    const code = page.querySelector('.error-code');
    trouble([text(page, 'main h1'), text(page, 'main h1 ~ p')], code ? [document.importNode(code, true)] : []);
  } else if (new URL(xhr.responseURL).pathname !== location.pathname) {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
  } else {
    flashOf(document)?.remove();
    const flash = flashOf(page);
    if (flash) {
      document.querySelector('main').before(document.importNode(flash, true));
    }
    stepped = document.querySelector('main').dataset.status;
  }
});

/** Focuses the refusal or the wrong field, otherwise the heading of a new state, otherwise the next step. */
document.body.addEventListener('htmx:afterSettle', () => {
  if (stepped) {
    const main = document.querySelector('main');
    const next = document.querySelector('.flash-error:not([hidden])') ?? main.querySelector('[aria-invalid=true]')
      ?? (main.dataset.status !== stepped && main.querySelector('h1'));
    stepped = undefined;
    (next || main.querySelector('[data-next]'))?.focus();
  }
});

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.body.addEventListener(failure, (event) => {
    if (step(event)) {
      trouble([document.getElementById('trouble').dataset.lost], []);
    }
  });
}

document.addEventListener('click', (event) => event.target.closest('[data-print]') && print());
