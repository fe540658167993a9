// Draws the charts of the live board from the tables beside them, and says when the figures are old.
// The library of charts comes when the first chart is scrolled into view.
/* global Chart */

const OLD_AFTER = 10_000;
const dashes = [[], [6, 3], [2, 2], [10, 3, 2, 3], [1, 4]];
const points = ['circle', 'rect', 'triangle', 'rectRot', 'cross'];
const pause = document.getElementById('board-pause');
const old = document.getElementById('board-old');
const charts = new Map();
let heardAt = Date.now();

/** Reads a colour of the style sheet, as it is in the current theme. */
function colour(name) {
  const probe = document.createElement('span');
  probe.className = name;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Reads the table: a row of the chart for each row, and a series for each column that has a header. */
function read(canvas) {
  const table = document.querySelector(`#${canvas.dataset.table} table`);
  const rows = [...table.tBodies[0].rows];
  if (canvas.dataset.table === 'board-minutes') {
    rows.reverse();
  }
  const names = [...table.tHead.rows[0].cells].slice(1).filter((cell) => cell.tagName === 'TH');
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    series: names.map((name, at) => ({ label: name.textContent.trim(), data: rows.map((row) => Number(row.cells[at + 1].dataset.value)) })),
  };
}

function style(kind, at) {
  const ink = colour(`series-${at + 1}`);
  return kind === 'lines'
    ? { borderColor: ink, backgroundColor: ink, borderDash: dashes[at], pointStyle: points[at], pointRadius: 0, borderWidth: 2 }
    : { backgroundColor: ink, borderColor: colour('series-ground'), borderWidth: 1 };
}

function draw(canvas) {
  const { kind } = canvas.dataset;
  const { labels, series } = read(canvas);
  const datasets = series.map((one, at) => ({ ...one, ...style(kind, at) }));
  const shown = charts.get(canvas);
  if (shown) {
    shown.data.labels = labels;
    shown.data.datasets.forEach((set, at) => Object.assign(set, datasets[at]));
    shown.update('none');
    return;
  }
  const scale = () => ({ stacked: kind === 'stack', ticks: { color: colour('series-ink'), maxRotation: kind === 'bars' ? 45 : 0, autoSkip: kind !== 'bars', autoSkipPadding: 12 }, grid: { color: colour('series-line') } });
  charts.set(canvas, new Chart(canvas, {
    type: kind === 'lines' ? 'line' : 'bar',
    data: { labels, datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { display: series.length > 1, labels: { color: colour('series-ink'), usePointStyle: kind === 'lines' } } },
      scales: { x: scale(), y: { ...scale(), beginAtZero: true, ticks: { ...scale().ticks, precision: 0 } } },
    },
  }));
}

const drawAgain = () => [...charts.keys()].forEach(draw);

function drawInNewTheme() {
  const drawn = [...charts.keys()];
  charts.forEach((chart) => chart.destroy());
  charts.clear();
  drawn.forEach(draw);
}

const comesIntoView = new IntersectionObserver(async (entries) => {
  const canvases = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
  if (canvases.length === 0) {
    return;
  }
  await import(document.getElementById('board').dataset.charts);
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  canvases.forEach((canvas) => comesIntoView.unobserve(canvas));
  canvases.forEach(draw);
});
document.querySelectorAll('canvas[data-table]').forEach((canvas) => comesIntoView.observe(canvas));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawInNewTheme);

document.body.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt.id === 'board' && pause.checked) {
    event.preventDefault();
  }
});

// the scrolled tables stay where they were read
const scrolled = new Map();
document.body.addEventListener('htmx:oobBeforeSwap', ({ detail }) => scrolled.set(detail.target.id, [detail.target.scrollTop, detail.target.scrollLeft]));
document.body.addEventListener('htmx:oobAfterSwap', ({ detail }) => {
  const region = document.getElementById(detail.target.id);
  const [top, left] = scrolled.get(detail.target.id) ?? [0, 0];
  region.scrollTop = top;
  region.scrollLeft = left;
});

document.body.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.elt.id === 'board' && event.detail.successful) {
    heardAt = Date.now();
    requestAnimationFrame(drawAgain);
  }
});
setInterval(() => {
  old.hidden = pause.checked || Date.now() - heardAt < OLD_AFTER;
}, 1000);
