// Drag over the years' bars to choose a range. Without it each bar is a link, and the two number fields say the same.
export function startHistogram(root, choose) {
  let start = null;
  let end = null;

  const chart = event => event.target instanceof Element ? event.target.closest("svg.histogram") : null;
  root.addEventListener("pointerdown", event => {
    const svg = chart(event);
    if (!svg || event.button !== 0) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    start = end = yearAt(svg, event.clientX);
    paint(svg, start, end);
  });
  root.addEventListener("pointermove", event => {
    const svg = chart(event);
    if (!svg || start === null) return;
    end = yearAt(svg, event.clientX);
    paint(svg, start, end);
  });
  root.addEventListener("pointerup", event => {
    if (!chart(event) || start === null) return;
    choose(Math.min(start, end), Math.max(start, end));
    start = null;
  });
  root.addEventListener("pointercancel", () => { start = null; });
  root.addEventListener("dragstart", event => { if (chart(event)) event.preventDefault(); });
  root.addEventListener("click", event => { if (chart(event)) event.preventDefault(); });
}

function yearAt(svg, x) {
  const first = Number(svg.dataset.first);
  const last = Number(svg.dataset.last);
  const { left, width } = svg.getBoundingClientRect();
  const year = first + Math.floor((x - left) / width * (last - first + 1));
  return Math.min(last, Math.max(first, year));
}

function paint(svg, a, b) {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  for (const bar of svg.querySelectorAll("a[data-year]")) {
    const year = Number(bar.dataset.year);
    bar.classList.toggle("chosen", year >= from && year <= to);
  }
  document.getElementById("from").value = from;
  document.getElementById("to").value = to;
}
