/**
 * In a frame, a record's page tells the page around it how high it is, as WordPress's own embeds do: with
 * the secret that the embedding WordPress put behind the address.
 */
(function () {
  if (window.parent === window) return;
  const secret = (/[#?&]secret=([\w-]+)/.exec(location.hash) || [])[1];
  const tell = (message, value) => parent.postMessage({ message, value, secret }, '*');
  const main = document.querySelector('main');
  new ResizeObserver(() =>
    tell('height', Math.ceil(document.body.getBoundingClientRect().height)),
  ).observe(main);
  // A sandboxed frame cannot lead anywhere; the page around it may follow links to this site.
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
    if (secret && link && link.origin === location.origin && link.target === '_top') {
      event.preventDefault();
      tell('link', link.href);
    }
  });
})();
