import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import { define } from '../../src/elements/history-dataset/define.js';
import { compile } from '../../src/dataset/compile.js';
import { sample } from '../dataset/sample.js';
import { asked, fresh, put, rest, said, served, until } from '../page.js';

const CARD = '<event-card event="lwow-1939-10">mine</event-card>';
const titled = (title: string): object => {
  const data = sample();
  Object.assign(data.events['lwow-1939-10'] as object, { title });
  return data;
};
const inline = (data: unknown): string =>
  `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
const says = (root: ParentNode, text: string | RegExp): Promise<unknown> => {
  const card = root.querySelector('event-card');
  return until(
    () => (typeof text === 'string' ? said(card).includes(text) : text.test(said(card))),
    `${said(card)} says ${text}`,
  );
};

describe('<history-dataset>', () => {
  it('gives its dataset to everything inside it, by one request', async () => {
    const key = fresh();
    const page = put(
      `<history-dataset src="/trouble/counting?key=${key}"><p><event-card event="zakopane-1939-12"></event-card></p><event-card event="krakow-1940-03"></event-card></history-dataset>`,
    );
    await until(() =>
      [...page.querySelectorAll('event-card')].every((it) =>
        it.shadowRoot?.querySelector('article'),
      ),
    );
    expect((await asked(key)).count).to.equal(1);
  });

  it('takes no place and leaves what is inside as it is', async () => {
    const page = put(`<history-dataset src="${served(sample())}"><p>words</p></history-dataset>`);
    await rest(30);
    expect(getComputedStyle(page).display).to.equal('contents');
    expect(page.querySelector('p')?.getClientRects().length).to.equal(1);
  });

  it('takes an inline block, compiled or as its authors write it', async () => {
    for (const data of [sample(), compile(sample())])
      await says(
        put(`<history-dataset>${inline(data)}${CARD}</history-dataset>`),
        'Meeting at Lwów',
      );
  });

  it('takes an inline block that comes or changes later', async () => {
    const page = put(`<history-dataset>${CARD}</history-dataset>`);
    await says(page, /history-dataset> has no dataset/);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(titled('One'));
    page.append(script);
    await says(page, 'One');
    script.textContent = JSON.stringify(titled('Another'));
    await says(page, 'Another');
  });

  it('tells of an inline block that is malformed, and keeps what the page wrote', async () => {
    const page = put(
      `<history-dataset><script type="application/json">{"events": </script>${CARD}</history-dataset>`,
    );
    await says(page, /the dataset in this page is not valid JSON/);
    expect(page.querySelector('event-card')?.shadowRoot?.querySelector('slot')).to.be.ok;
  });

  it('changes with its src', async () => {
    const page = put(`<history-dataset src="${served(titled('One'))}">${CARD}</history-dataset>`);
    await says(page, 'One');
    page.setAttribute('src', served(titled('Another')));
    await says(page, 'Another');
    page.removeAttribute('src');
    await says(page, /has no dataset/);
  });

  it('comes before one further out, and after an element’s own src', async () => {
    const page = put(
      `<history-dataset src="${served(titled('Outer'))}"><history-dataset src="${served(titled('Inner'))}"><div id="a">${CARD}</div><div id="b">${CARD.replace('>mine', ` src="${served(titled('Own'))}">mine`)}</div></history-dataset><div id="c">${CARD}</div></history-dataset>`,
    );
    await says(page.querySelector('#a') as Element, 'Inner');
    await says(page.querySelector('#b') as Element, 'Own');
    await says(page.querySelector('#c') as Element, 'Outer');
    page.querySelector('#b event-card')?.removeAttribute('src');
    await says(page.querySelector('#b') as Element, 'Inner');
  });

  it('is found by an element that is moved into it, and left by one that is moved out', async () => {
    const page = put(
      `<div><history-dataset src="${served(titled('One'))}"><p></p></history-dataset><history-dataset src="${served(titled('Another'))}">${CARD}</history-dataset></div>`,
    );
    await says(page, 'Another');
    page.querySelector('p')?.append(page.querySelector('event-card') as Element);
    await says(page, 'One');
    page.append(page.querySelector('event-card') as Element);
    await says(page, /no dataset/);
  });

  it('reaches into shadow trees', async () => {
    const page = put(
      `<history-dataset src="${served(titled('Deep'))}"><div></div></history-dataset>`,
    );
    const root = page.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = CARD;
    await says(root, 'Deep');
  });

  it('is waited for by the elements inside it where it is defined after them', async () => {
    const name = `history-dataset-${fresh()}`;
    // The tag itself is defined in this page already, so another document stands for one that is slow.
    expect(define(name)).to.equal(name);
    const page = put(`<${name} src="${served(titled('Late'))}">${CARD}</${name}>`);
    await says(page, 'Late');
  });

  it('comes twice at no cost: a second definition changes nothing', () => {
    expect(define()).to.equal('history-dataset');
  });

  it('takes several elements away with it', async () => {
    const page = put(`<history-dataset src="${served(titled('One'))}">${CARD}</history-dataset>`);
    await says(page, 'One');
    const parent = page.parentElement as Element;
    page.remove();
    await rest(30);
    parent.append(page);
    await says(page, 'One');
  });
});
