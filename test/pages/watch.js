// Keeps what a page's policy forbids, what went wrong in it, and what was complained of; tells it to whoever
// frames the page and asks, since nobody can look into a page of another origin.
window.violations = [];
window.failures = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
);
for (const type of ['error', 'unhandledrejection'])
  addEventListener(type, (event) => window.failures.push(String(event.message ?? event.reason)));
for (const kind of ['error', 'warn']) {
  const say = console[kind];
  console[kind] = (...words) => {
    window.failures.push(`${kind}: ${words.join(' ')}`);
    say.apply(console, words);
  };
}
addEventListener('message', ({ data, source }) => {
  if (data !== 'look') return;
  const widgets = {};
  for (const it of document.querySelectorAll('*'))
    if (it.shadowRoot) widgets[it.localName] = it.shadowRoot.textContent.replace(/\s+/g, ' ');
  const { failures, origin, violations } = window;
  const text = document.body.textContent.replace(/\s+/g, ' ');
  source.postMessage({ seen: { widgets, failures, violations, origin, text } }, '*');
});
