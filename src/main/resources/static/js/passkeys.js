// Has the browser make or use a passkey, and sends the form with its answer. Without this script the forms stay hidden.

async function options(form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'error' });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
}

async function ask(form) {
  const described = await options(form);
  if (form.dataset.passkey === 'create') {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(described) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(described) });
}

async function send(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const trouble = form.querySelector('[role=alert]');
  trouble.textContent = '';
  try {
    form.elements.credential.value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    trouble.textContent = form.dataset.failed;
  }
}

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', send);
  }
}
