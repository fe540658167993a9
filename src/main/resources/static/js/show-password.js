// Shows and hides what is typed into a password field. Its form is sent with the password hidden, so that the browser does not
// remember it as plain text.

for (const button of document.querySelectorAll('[data-shows]')) {
  const field = document.getElementById(button.dataset.shows);
  const show = button.textContent;
  const set = (shown) => {
    field.type = shown ? 'text' : 'password';
    field.spellcheck = false;
    button.setAttribute('aria-pressed', String(shown));
    button.textContent = shown ? button.dataset.hide : show;
  };
  button.hidden = false;
  button.addEventListener('click', () => set(field.type === 'password'));
  field.form.addEventListener('submit', () => set(false));
}
