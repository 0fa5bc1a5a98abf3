import '../../src/elements/event-card/define.js';
import { sample } from '../dataset/sample.js';
import { put, rest, served, said } from '../page.js';
import { compile } from '../../src/dataset/compile.js';
import { expect } from '@open-wc/testing';
it('x', async () => {
  const data = sample();
  const d = { ...data, language: 'he', languages: ['he', 'en'], events: { ...data.events, 'lwow-1939-10': { ...data.events['lwow-1939-10'], title: 'פגישה' } } };
  const c = compile(d, {onProblem: (p) => console.log(p.message)});
  console.log(Object.keys(c.words).join(), JSON.stringify(c.events['lwow-1939-10'])?.slice(0, 300));
  const card = put(`<event-card event="lwow-1939-10" src="${served(d)}"></event-card>`);
  await rest(1000);
  console.log(said(card), card.shadowRoot?.innerHTML.slice(0, 300));
  expect(1).to.equal(2);
});
