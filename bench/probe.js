/**
 * Runs in each page before anything else: sees when the first item is on screen, and measures frames.
 * A page tells by `window.bench` where its items are.
 */
(() => {
  const probe = (window.probe = { first: undefined, shift: 0, tasks: [] });

  const observe = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
    });
  observe('longtask', ({ startTime, duration }) => probe.tasks.push([startTime, duration]));
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) probe.shift += value;
  });

  const visible = (element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      right > 0 &&
      bottom > 0 &&
      left < innerWidth &&
      top < innerHeight &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  const look = () => {
    const items = document.body && window.bench ? window.bench.items() : [];
    for (let i = 0; i < Math.min(items.length, 200); i++)
      if (visible(items[i])) {
        // After this frame's layout and paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          probe.first ??= performance.now();
        };
        port2.postMessage(0);
        return;
      }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /** Milliseconds between frames, from now until `stop`. */
  probe.frames = () => {
    const frames = [];
    let last = performance.now();
    let on = true;
    const step = (now) => {
      if (!on) return;
      frames.push(now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(step);
    });
    probe.stop = () => {
      on = false;
      const left = performance.now() - last;
      // A frame that never came counts too.
      if (left > 50) frames.push(left);
      return frames;
    };
  };

  /** How many elements there are, those in shadow trees and in frames of this origin included. */
  probe.elements = () => {
    let count = 0;
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        count++;
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.localName === 'iframe' && element.contentDocument)
          walk(element.contentDocument);
      }
    };
    walk(document);
    return count;
  };
})();
