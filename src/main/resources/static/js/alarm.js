// Posts a message after a number of milliseconds. A new number replaces the last one.
let timer;

addEventListener('message', (event) => {
  clearTimeout(timer);
  timer = setTimeout(() => postMessage(null), event.data);
});
