/** The base class: properties and attributes, and when what is drawn. */
import { expect } from '@open-wc/testing';
import { css, html } from '../../src/ui/html.js';
import { ReactiveElement } from '../../src/ui/reactive-element.js';
import { put } from '../page.js';

class Probe extends ReactiveElement {
  static override properties = {
    name: {},
    dayCount: { attribute: 'day-count', type: Number },
    on: { type: Boolean },
    lang: {},
  };
  static override styles = [
    css`
      p {
        color: rgb(1, 2, 3);
      }
    `,
  ];
  declare name?: string;
  declare dayCount?: number;
  declare on?: boolean;
  drawn = 0;
  changes: string[][] = [];

  protected override willUpdate(changed: Set<string>): void {
    this.changes.push([...changed]);
    if (this.dayCount === 1) this.dayCount = 2;
  }

  protected override render(): unknown {
    this.drawn++;
    if (this.name === 'fails') throw new Error('fails');
    return html`<p>${this.name} ${this.dayCount}</p>`;
  }
}

const shown = (probe: Probe): string => probe.shadowRoot?.textContent?.trim() ?? '';

describe('the base class of elements', () => {
  before(() => customElements.define('probe-element', Probe));

  it('reads attributes as what they are, and none as undefined', async () => {
    const probe = put<Probe>('<probe-element name="a" day-count="3" on></probe-element>');
    expect([probe.name, probe.dayCount, probe.on]).to.eql(['a', 3, true]);
    for (const name of ['name', 'day-count', 'on']) probe.removeAttribute(name);
    expect([probe.name, probe.dayCount, probe.on]).to.eql([undefined, undefined, false]);
    await probe.updateComplete;
    expect(shown(probe)).to.equal('');
  });

  it('keeps what is set in the attributes', () => {
    const probe = put<Probe>('<probe-element></probe-element>');
    Object.assign(probe, { name: 'b', dayCount: 4, on: true });
    expect(probe.outerHTML).to.equal(
      '<probe-element name="b" day-count="4" on=""></probe-element>',
    );
    Object.assign(probe, { name: undefined, dayCount: null, on: false });
    expect(probe.outerHTML).to.equal('<probe-element></probe-element>');
  });

  it('draws many changes once, and says which', async () => {
    const probe = put<Probe>('<probe-element name="a"></probe-element>');
    await probe.updateComplete;
    expect(probe.drawn).to.equal(1);
    probe.name = 'b';
    probe.name = 'c';
    probe.dayCount = 5;
    probe.name = 'c';
    await probe.updateComplete;
    expect([probe.drawn, shown(probe)]).to.eql([2, 'c 5']);
    expect(probe.changes.at(-1)).to.eql(['name', 'day-count']);
    probe.dayCount = 1;
    await probe.updateComplete;
    expect([probe.drawn, shown(probe)]).to.eql([3, 'c 2']);
    probe.name = 'c';
    await probe.updateComplete;
    expect(probe.drawn).to.equal(3);
  });

  it('draws anew when an attribute changes that the browser keeps', async () => {
    const probe = put<Probe>('<probe-element></probe-element>');
    await probe.updateComplete;
    probe.lang = 'pl';
    await probe.updateComplete;
    expect(probe.drawn).to.equal(2);
  });

  it('takes what was set before it was defined, before its attributes', async () => {
    const early = put<Probe>('<later-element name="a"></later-element>');
    early.name = 'set';
    customElements.define('later-element', class extends Probe {});
    await early.updateComplete;
    expect([early.name, shown(early), early.getAttribute('name')]).to.eql(['set', 'set', 'set']);
  });

  it('is drawn only once it is on a page, and at once when asked', async () => {
    const probe = document.createElement('probe-element') as Probe;
    probe.name = 'x';
    await Promise.resolve();
    expect(probe.drawn).to.equal(0);
    put('<div></div>').append(probe);
    probe.performUpdate();
    expect(shown(probe)).to.equal('x');
    await probe.updateComplete;
    expect(probe.drawn).to.equal(1);
  });

  it('goes on after a drawing that failed', async () => {
    const probe = put<Probe>('<probe-element></probe-element>');
    await probe.updateComplete;
    probe.name = 'fails';
    const failed = await probe.updateComplete.then(
      () => false,
      () => true,
    );
    expect(failed).to.equal(true);
    probe.name = 'works';
    await probe.updateComplete;
    expect(shown(probe)).to.equal('works');
  });

  it('has its styles, in one sheet for all', async () => {
    const [one, other] = [0, 1].map(() => put<Probe>('<probe-element name="a"></probe-element>'));
    await one?.updateComplete;
    const p = one?.shadowRoot?.querySelector('p') as Element;
    expect(getComputedStyle(p).color).to.equal('rgb(1, 2, 3)');
    expect(one?.shadowRoot?.adoptedStyleSheets[0]).to.equal(
      other?.shadowRoot?.adoptedStyleSheets[0],
    );
  });
});
