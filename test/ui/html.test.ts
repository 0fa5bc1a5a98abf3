/** Templates as they are drawn and drawn again. */
import { expect } from '@open-wc/testing';
import { html, nothing, render } from '../../src/ui/html.js';

const HOSTILE = `<img src=x onerror="alert(1)"> & 'b' </p>`;

describe('a template', () => {
  let root: HTMLElement;
  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
  });
  afterEach(() => root.remove());

  /** What is there, without the marks between which values stand. */
  const shown = (): string => root.innerHTML.replaceAll('<!---->', '').replace(/\s*\n\s*/g, '');

  it('shows text, numbers, templates and lists of them, and nothing where there is nothing', () => {
    render(
      html`<p>
        a${'b'}${1}${html`<b>c</b>`}${[html`<i>d</i>`, ['e', [2]]]}${nothing}${null}${undefined}${''}
      </p>`,
      root,
    );
    expect(shown()).to.equal('<p>ab1<b>c</b><i>d</i>e2</p>');
  });

  it('comes after what is there already', () => {
    root.append('first ');
    render('then', root);
    render('then this', root);
    expect(root.textContent).to.equal('first then this');
  });

  it('knows elements that have no end', () => {
    render(
      html`<p>a<br />b<img alt="" /><input type="text" />c</p>
        d`,
      root,
    );
    expect(root.firstElementChild?.textContent).to.equal('abc');
    expect(root.querySelectorAll('p > br, p > img, p > input')).to.have.length(3);
  });

  it('keeps text that would be HTML text', () => {
    render(html`<p title=${HOSTILE} lang="${HOSTILE}">${HOSTILE}</p>`, root);
    const p = root.querySelector('p') as HTMLElement;
    expect([p.title, p.lang, p.textContent]).to.eql([HOSTILE, HOSTILE, HOSTILE]);
    expect(root.querySelector('img')).to.equal(null);
  });

  it('takes fixed attributes in any way of writing them', () => {
    render(
      html`<a href="/a/?b=1&c" title="say 'so'" class="a > b" hidden download="x">y</a>`,
      root,
    );
    const a = root.firstElementChild as HTMLAnchorElement;
    expect(a.getAttribute('href')).to.equal('/a/?b=1&c');
    expect([a.title, a.className, a.hidden, a.download, a.textContent]).to.eql([
      "say 'so'",
      'a > b',
      true,
      'x',
      'y',
    ]);
  });

  it('binds attributes, and leaves out what is nothing', () => {
    const draw = (a: unknown, b: unknown): void =>
      render(html`<p id=${a} class=${a} lang=${b}></p>`, root);
    draw('one', 'pl');
    const p = root.firstElementChild as HTMLElement;
    expect([p.id, p.className, p.lang]).to.eql(['one', 'one', 'pl']);
    for (const none of [nothing, null, undefined]) {
      draw(1, none);
      expect([p.id, p.hasAttribute('lang')], String(none)).to.eql(['1', false]);
      draw('one', 'pl');
      expect(p.lang).to.equal('pl');
    }
    draw('', '');
    expect([p.hasAttribute('id'), p.hasAttribute('lang')]).to.eql([true, true]);
  });

  it('binds properties', () => {
    const value = { a: 1 };
    render(html`<details .held=${value}></details>`, root);
    expect((root.firstElementChild as unknown as { held: object }).held).to.equal(value);
  });

  it('listens with the function of the last drawing, and with none', () => {
    const heard: string[] = [];
    const draw = (listener: unknown): void =>
      render(html`<button @click=${listener}>x</button>`, root);
    const click = (): void => root.querySelector('button')?.click();
    draw(() => heard.push('a'));
    click();
    draw(() => heard.push('b'));
    click();
    for (const none of [nothing, undefined, false]) {
      draw(none);
      click();
    }
    expect(heard).to.eql(['a', 'b']);
  });

  it('keeps its nodes when it is drawn again, and the focus with them', () => {
    const draw = (n: number): void =>
      render(
        html`<button title=${n}>${n}</button
          >${[1, 2, 3].slice(0, n).map((it) => html`<i>${it}${n}</i>`)}`,
        root,
      );
    draw(2);
    const button = root.querySelector('button') as HTMLElement;
    const first = root.querySelector('i');
    button.focus();
    draw(3);
    expect(shown()).to.equal('<button title="3">3</button><i>13</i><i>23</i><i>33</i>');
    expect(root.querySelector('button')).to.equal(button);
    expect(root.querySelector('i')).to.equal(first);
    expect(document.activeElement).to.equal(button);
    draw(1);
    expect(shown()).to.equal('<button title="1">1</button><i>11</i>');
    draw(0);
    expect(shown()).to.equal('<button title="0">0</button>');
  });

  it('leaves alone what has not changed', async () => {
    const node = document.createElement('u');
    const draw = (): void =>
      render(html`<p lang=${'pl'} .x=${1}>${'a'}${['b', html`<i>${'c'}</i>`]}${node}</p>`, root);
    draw();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    draw();
    await Promise.resolve();
    expect(changes).to.equal(0);
    observer.disconnect();
  });

  it('changes from each sort of value to each other', () => {
    const node = document.createElement('u');
    const sorts = [
      ['text', 'text'],
      [html`<b>${1}</b>`, '<b>1</b>'],
      [html`<i>${2}</i>`, '<i>2</i>'],
      [[html`<b>${3}</b>`, 'x'], '<b>3</b>x'],
      [node, '<u></u>'],
      [nothing, ''],
      [[], ''],
      [0, '0'],
    ] as const;
    for (const [one, is] of sorts)
      for (const [other, then] of sorts) {
        render(html`<p>(${one})</p>`, root);
        render(html`<p>(${other})</p>`, root);
        expect(shown(), `${is} to ${then}`).to.match(/^<p>\(/);
        const draw = (value: unknown): void => render(html`<q>${value}</q>`, root);
        draw(one);
        expect(shown()).to.equal(`<q>${is}</q>`);
        draw(other);
        expect(shown(), `${is} to ${then}`).to.equal(`<q>${then}</q>`);
      }
  });

  it('makes custom elements', () => {
    let connected = 0;
    customElements.define(
      'drawn-element',
      class extends HTMLElement {
        connectedCallback(): void {
          connected++;
        }
      },
    );
    render(html`<p>${html`<drawn-element title=${'a'}></drawn-element>`}</p>`, root);
    expect(connected).to.equal(1);
  });
});
