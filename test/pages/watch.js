// Keeps what a page's policy forbids, and what went wrong in it.
window.violations = [];
window.failures = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
);
for (const type of ['error', 'unhandledrejection'])
  addEventListener(type, (event) => window.failures.push(String(event.message ?? event.reason)));
