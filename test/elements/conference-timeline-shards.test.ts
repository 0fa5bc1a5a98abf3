import { expect } from '@open-wc/testing';
import '../../src/elements/conference-timeline/define.js';
import '../../src/elements/event-card/define.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import { compile } from '../../src/dataset/compile.js';
import type { IndexFile } from '../../src/dataset/shard-format.js';
import { idOf, many } from '../dataset/many.js';
import { put, said, until } from '../page.js';
import { cut, ShardServer, type Trouble } from '../store/shard-server.js';

let files: Record<string, string>;
let root: string;
before(async () => {
  files = await cut(compile(many(10_000)));
  root = `windows/${(JSON.parse(files['index.json']!) as IndexFile).shards.time!.root}.json`;
});

const server = (trouble: Record<string, Trouble> = {}): Promise<ShardServer> =>
  new ShardServer(files).put(trouble);

const timeline = ({ src }: ShardServer, attributes = ''): ConferenceTimeline =>
  put(
    `<div style="width: 60rem"><conference-timeline src="${src}" ${attributes}></conference-timeline></div>`,
  ).firstElementChild as ConferenceTimeline;

const titles = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part~=label]') ?? [])].map((it) => it.textContent);

describe('a timeline of a dataset in shards', () => {
  it('shows the best of all the time after two files', async () => {
    const on = await server();
    const element = timeline(on);
    await until(() => titles(element).length > 5);
    expect((await on.asked()).log).to.deep.equal(['index.json', root]);
    await until(() => /10,000/.test(said(element)), 'it says how many there are');
    expect(element.shadowRoot!.querySelectorAll('[part~=more]').length).to.be.greaterThan(0);
  });

  it('fetches what a closer view needs', async () => {
    const on = await server();
    const element = timeline(on, 'from="1990-01" to="1990-02"');
    await until(() => titles(element).length > 5);
    const { log } = await on.asked();
    expect(log.length).to.be.within(2, 6);
    expect(log).not.to.contain(root);
  });

  it('opens the card of an event that is out of view, and goes there', async () => {
    const on = await server();
    const element = timeline(on);
    await until(() => titles(element).length > 5);
    element.event = idOf(4242);
    const card = await until(() => element.shadowRoot!.querySelector('event-card'));
    await until(() => card.shadowRoot?.querySelector('article'));
    expect(said(card)).to.contain('no. 4242');
    await until(() => titles(element).some((it) => it.includes('no. 4242')));
  });

  it('goes from event to event by the arrow keys', async () => {
    const element = timeline(await server());
    await until(() => titles(element).length > 5);
    const rootOf = element.shadowRoot!;
    rootOf.querySelector<HTMLElement>('[part~=event][tabindex="0"]')!.focus();
    const seen = new Set<Element | null>();
    for (let i = 0; i < 5; i++) {
      const at = rootOf.activeElement;
      expect(at).to.be.ok;
      seen.add(at);
      at!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
      );
      await until(() => rootOf.activeElement !== at, `the focus went on from ${at!.textContent}`);
    }
    expect(seen.size).to.be.greaterThan(3);
  });

  it('says in place which part is missing, and tries again', async () => {
    const on = await server({ [root]: 404 });
    const element = timeline(on);
    const button = await until(() =>
      element.shadowRoot!.querySelector<HTMLElement>('[part~=error] button'),
    );
    expect(said(element)).to.contain(new URL(root, new URL(on.src, location.href)).href);
    await on.trouble({});
    button.click();
    await until(() => titles(element).length > 5);
    await until(() => !element.shadowRoot!.querySelector('[part~=error]'));
  });

  it('is a list where narrow, of which more is fetched when asked for', async () => {
    const on = await server();
    const element = timeline(on);
    element.parentElement!.style.width = '20rem';
    const entries = (): number => element.shadowRoot!.querySelectorAll('[part~=entry]').length;
    await until(() => entries() === 200, `there is a list: ${said(element).slice(0, 200)}`);
    const { log } = await on.asked();
    const more = [...element.shadowRoot!.querySelectorAll('button')].at(-1)!;
    more.click();
    await until(() => entries() === 400);
    expect((await on.asked()).log.length).to.be.greaterThan(log.length);
    element.shadowRoot!.querySelector<HTMLElement>('[part~=entry] button')!.click();
    await until(() =>
      element.shadowRoot!.querySelector('event-card')?.shadowRoot?.querySelector('article'),
    );
  });

  it('gives up what is on its way when it is taken away, and asks again when it comes back', async () => {
    const on = await server({ [root]: 'silent' });
    const element = timeline(on);
    await until(async () => (await on.asked()).log.includes(root), 'it is asked for');
    const holder = element.parentElement!;
    element.remove();
    await until(async () => (await on.asked()).aborted.includes(root), 'it is given up');
    await on.put({});
    holder.append(element);
    await until(() => titles(element).length > 5);
  });

  it('asks for nothing twice when it is moved', async () => {
    const on = await server();
    const element = timeline(on);
    await until(async () => (await on.asked()).log.includes(root), 'it is asked for');
    put('<div style="width: 60rem"></div>').append(element);
    await until(() => titles(element).length > 5);
    const { log } = await on.asked();
    expect(log.filter((it) => it === root).length).to.equal(1);
  });
});
