// Says below a password field that caps lock is on. Only a key press tells it.

for (const hint of document.querySelectorAll('[data-caps-of]')) {
  const field = document.getElementById(hint.dataset.capsOf);
  const look = (event) => {
    if (event.getModifierState) {
      hint.textContent = event.getModifierState('CapsLock') ? hint.dataset.text : '';
    }
  };
  field.addEventListener('keydown', look);
  field.addEventListener('keyup', look);
  field.addEventListener('blur', () => { hint.textContent = ''; });
}
