/**
 * The page inside an iframe, `embed.html`: for hosts that let no script pass, and for oEmbed. Its
 * address says what to show: `?widget=event-card&event=ID`, with `src`, the dataset's address relative to
 * this page (default: `data/conferences.json`), `lang`, `theme` (light or dark), `title` (what to show until the
 * dataset is there) and any other attribute of the element. It works on an opaque origin, where the
 * server that it comes from allows requests from anywhere (`Access-Control-Allow-Origin: *`).
 */
import { HEIGHTS, type FrameMessage } from './frame-message.js';

const page = document.documentElement;
const asked = new URLSearchParams(location.search);

/**
 * The dataset's address; only from where this page comes from, so that nobody can lend the words of another
 * dataset the name of this site.
 */
function dataset(): string | undefined {
  const src = asked.get('src') ?? 'data/conferences.json';
  if (!URL.canParse(src, location.href)) return undefined;
  const url = new URL(src, location.href);
  // Not `self.origin`, which is opaque in a sandbox.
  return url.origin === location.origin ? url.href : undefined;
}

function show(): void {
  const widget = asked.get('widget') ?? '';
  const src = dataset();
  page.lang = asked.get('lang') || navigator.language;
  page.dataset.theme = asked.get('theme') ?? '';
  const title = asked.get('title') ?? '';
  document.title = title || document.title;
  const place = document.createElement('div');
  place.textContent = title;
  document.body.append(place);
  if (!src) {
    place.append(
      ` The dataset “${asked.get('src')}” is on another site than this page, which shows only its own.`,
    );
    return;
  }
  // The loader upgrades it and passes on only what the element knows.
  for (const [name, value] of asked)
    if (/^[a-z]+(-[a-z]+)*$/.test(name)) place.setAttribute(`data-${name}`, value);
  place.setAttribute('data-src', src);
  place.setAttribute('data-attested', widget);
  const loader = document.createElement('script');
  loader.type = 'module';
  loader.src = new URL('attested.js', import.meta.url).href;
  document.head.append(loader);
}

/** The secret that WordPress wrote after the address of a frame of its own; without it, it listens to nothing. */
const secret = /[?&]secret=([\w-]{1,64})/.exec(location.hash)?.[1];

function tell(): void {
  if (parent === window) return;
  const height = Math.min(
    HEIGHTS[1],
    Math.max(HEIGHTS[0], Math.ceil(document.body.getBoundingClientRect().height)),
  );
  // A height is no secret, and an opaque origin has no name to be told by.
  parent.postMessage({ attested: 'height', height } satisfies FrameMessage, '*');
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
}

show();
new ResizeObserver(tell).observe(document.body);
addEventListener('message', ({ data, source }: MessageEvent<FrameMessage | undefined>) => {
  if (source === parent && data?.attested === 'ask') tell();
});
