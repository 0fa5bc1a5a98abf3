/**
 * The least that can be called a timeline, as the limit to be near: a sorted array, a binary search of
 * the window, a cap on what is drawn, one labelled box for each event, drag to pan, wheel to zoom.
 * It has no keyboard, no names for a screen reader, no doubt, no lanes and no choice of what matters.
 */
const MOST = 60;
const ROW = 26;
const LABEL = 170;

/** Shows the events of a file `[[from, to, title], …]`, in days since 1970 and sorted, in a box. */
export async function bare(box, url) {
  const events = await (await fetch(url)).json();
  const { clientWidth: width, clientHeight } = box;
  const rows = Math.floor((clientHeight - 30) / ROW);
  const boxes = [];
  const ticks = [];
  const ends = new Float64Array(rows);
  let from = events[0][0];
  let to = events[events.length - 1][0] + 365;
  let frame = 0;

  const at = (time) => {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events[middle][0] < time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const node = (pool, i, name) => {
    if (!pool[i]) {
      pool[i] = document.createElement('div');
      pool[i].className = name;
      box.append(pool[i]);
    }
    pool[i].hidden = false;
    return pool[i];
  };
  const text = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };

  function draw() {
    frame = 0;
    const scale = width / (to - from);
    const first = at(from);
    const last = at(to);
    const step = Math.max(1, Math.ceil((last - first) / MOST));
    ends.fill(-Infinity);
    let used = 0;
    // In steps counted from the first of all, so that the same events are drawn while it is panned.
    for (let i = Math.ceil(first / step) * step; i < last; i += step) {
      const [begin, end, title] = events[i];
      const x = (begin - from) * scale;
      let row = 0;
      while (row < rows && ends[row] > x) row++;
      if (row === rows) continue;
      ends[row] = x + Math.max(LABEL, (end - begin) * scale);
      const element = node(boxes, used++, 'event');
      text(element, title);
      element.style.transform = `translate(${x}px, ${row * ROW}px)`;
      element.style.borderInlineStartWidth = `${Math.max(4, (end - begin) * scale)}px`;
    }
    for (let i = used; i < boxes.length; i++) boxes[i].hidden = true;
    const years = [1 / 12, 1, 2, 5, 10, 20, 50].find((it) => it * 365.25 * scale > 70) ?? 100;
    let count = 0;
    for (let year = Math.ceil((1970 + from / 365.25) / years) * years; ; year += years) {
      const x = ((year - 1970) * 365.25 - from) * scale;
      if (x > width) break;
      const element = node(ticks, count++, 'tick');
      text(
        element,
        years < 1 ? `${Math.floor(year)}/${1 + Math.round((year % 1) * 12)}` : String(year),
      );
      element.style.transform = `translateX(${x}px)`;
    }
    for (let i = count; i < ticks.length; i++) ticks[i].hidden = true;
  }
  const soon = () => {
    frame ||= requestAnimationFrame(draw);
  };

  box.addEventListener('pointerdown', ({ pointerId }) => box.setPointerCapture(pointerId));
  box.addEventListener('pointermove', ({ buttons, movementX }) => {
    if (!buttons) return;
    const by = (movementX / width) * (to - from);
    from -= by;
    to -= by;
    soon();
  });
  box.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const factor = 1.004 ** Math.min(Math.max(event.deltaY, -120), 120);
      const about =
        from + ((event.clientX - box.getBoundingClientRect().left) / width) * (to - from);
      from = about - (about - from) * factor;
      to = about + (to - about) * factor;
      soon();
    },
    { passive: false },
  );
  draw();
  return { where: () => `${from} ${to}` };
}
