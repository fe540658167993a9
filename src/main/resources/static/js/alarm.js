// Sends a message back after so many milliseconds; a new number takes the place of the last one.
let timer;

addEventListener('message', (event) => {
  clearTimeout(timer);
  timer = setTimeout(() => postMessage(null), event.data);
});
