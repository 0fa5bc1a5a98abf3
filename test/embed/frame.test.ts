import { expect } from '@open-wc/testing';
import { open, rest, until } from '../page.js';

/** A page on which somebody pasted a frame. */
const pasted = (query: string, { attributes = '', client = true, hash = '' } = {}): string =>
  `<!doctype html><meta charset="utf-8"><p>Before</p><iframe src="/site/dist/embed.html?${query}${hash}" title="A conference" width="600" height="90" ${attributes}></iframe>${
    client ? '<script async src="/site/dist/embed-client.js"></script>' : ''
  }`;

const inner = (page: Window): Document =>
  page.document.querySelector('iframe')?.contentDocument as Document;
const height = (page: Window): number =>
  page.document.querySelector('iframe')?.getBoundingClientRect().height ?? 0;
const SHOWN = 'widget=event-card&event=zakopane-1939-12&title=Zakopane';

/** What the page hears from its frame. */
const heard = (page: Window): unknown[] => {
  const messages: unknown[] = [];
  page.addEventListener('message', ({ data }: MessageEvent<unknown>) => messages.push(data));
  return messages;
};

describe('a frame', () => {
  it('shows what its address says, as high as that is', async () => {
    const page = await open(pasted(`${SHOWN}&lang=pl&theme=dark`));
    const text = (): string =>
      inner(page).querySelector('event-card')?.shadowRoot?.textContent ?? '';
    await until(() => /Konferencja w Zakopanem/.test(text()));
    expect(inner(page).documentElement.lang).to.equal('pl');
    expect(inner(page).title).to.equal('Zakopane');
    expect(
      page.getComputedStyle.call(inner(page).defaultView, inner(page).documentElement).colorScheme,
    ).to.equal('dark');
    await until(() => height(page) > 500);
    await until(() => Math.abs(height(page) - inner(page).body.offsetHeight) < 8);
  });

  it('works in a sandbox, where its origin is opaque', async () => {
    const page = await open(pasted(SHOWN, { attributes: 'sandbox="allow-scripts"' }));
    expect(inner(page)).to.equal(null);
    await until(() => height(page) > 500);
  });

  it('tells WordPress its height in the words of WordPress, with the secret of the frame', async () => {
    const page = await open('<!doctype html><p>Before</p>');
    const messages = heard(page);
    const frame = page.document.createElement('iframe');
    frame.src = `/site/dist/embed.html?${SHOWN}#?secret=Ab12`;
    page.document.body.append(frame);
    const told = await until(() =>
      messages.find(
        (it) =>
          (it as { message?: string; value?: number }).message === 'height' &&
          ((it as { value?: number }).value ?? 0) > 300,
      ),
    );
    expect((told as { secret: string }).secret).to.equal('Ab12');
  });

  it('keeps the height of its snippet where the page has no script for it', async () => {
    const page = await open(pasted(SHOWN, { client: false }));
    await until(() => inner(page).querySelector('event-card'));
    await rest(300);
    expect(height(page)).to.be.closeTo(90, 6);
  });

  it('is not sized by another frame, nor beyond reason, nor by nonsense', async () => {
    const page = await open(pasted('title=Nothing'));
    await until(() => height(page) < 80);
    const frame = page.document.querySelector('iframe') as HTMLIFrameElement;
    const before = frame.style.height;
    const other = page.document.createElement('iframe');
    page.document.body.append(other);
    const says = (data: unknown, from: Window | null): void => {
      page.dispatchEvent(
        new (page as unknown as typeof globalThis).MessageEvent('message', { data, source: from }),
      );
    };
    says({ attested: 'height', height: 700 }, other.contentWindow);
    says({ attested: 'height', height: 700 }, page);
    for (const nonsense of [Number.NaN, Infinity, '700', '1px;color:red', null, undefined])
      says({ attested: 'height', height: nonsense }, frame.contentWindow);
    for (const nonsense of [null, 'height', 5]) says(nonsense, frame.contentWindow);
    expect(frame.style.height).to.equal(before);
    says({ attested: 'height', height: 1e9 }, frame.contentWindow);
    expect(frame.style.height).to.equal('20000px');
    says({ attested: 'height', height: -5 }, frame.contentWindow);
    expect(frame.style.height).to.equal('32px');
  });

  it('shows no dataset of another site under the name of this one', async () => {
    const page = await open(pasted(`${SHOWN}&src=https://elsewhere.example/x.json`));
    await until(() =>
      /Zakopane The dataset “https:\/\/elsewhere.* is on another site/.test(
        inner(page).body.textContent ?? '',
      ),
    );
    expect(inner(page).querySelector('event-card')).to.equal(null);
  });

  it('takes no attribute for script, and no title for HTML', async () => {
    const page = await open(
      pasted(
        `widget=event-card&event=x&onclick=alert(1)&style=color:red&title=<img src=x onerror=alert(1)>`,
      ),
    );
    const card = await until(() => inner(page).querySelector('event-card'));
    expect(card.getAttributeNames().sort()).to.deep.equal(
      ['event', 'src', 'title'].filter((it) => card.hasAttribute(it)),
    );
    expect(inner(page).querySelector('img')).to.equal(null);
    expect(inner(page).body.textContent).to.contain('<img src=x');
  });

  it('says in place what is no widget', async () => {
    const page = await open(pasted('widget=event-crad&title=Zakopane'));
    await until(() => /Zakopane/.test(inner(page)?.body?.textContent ?? ''));
  });
});
