import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from '../../src/ui/html.js';
import { escape, toHtml } from '../../src/ui/to-html.js';

const HOSTILE = `<img src=x onerror="a"> & 'b' </p> \${c} <!-- -->`;

/** The same template as a browser draws it, without what Lit needs there. */
function drawn(template: TemplateResult): string {
  const holder = document.createElement('div');
  render(template, holder);
  const comments = document.createTreeWalker(holder, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) (comment as Comment).remove();
  return same(holder.innerHTML);
}

/** HTML as a browser would write it again. */
function same(text: string): string {
  const holder = document.createElement('template');
  holder.innerHTML = text;
  holder.content.normalize();
  return holder.innerHTML
    .replace(/\s+/g, ' ')
    .replace(/="([^"]*)"/g, (_, value: string) => `="${value.replace(/\s+/g, ' ')}"`);
}

describe('a template as a line of HTML', () => {
  const templates: [name: string, template: TemplateResult][] = [
    ['text', html`<p>${HOSTILE}</p>`],
    ['several texts', html`<p>${'a'} and ${'b'}${3}</p>`],
    ['a number and what is nothing', html`<p>${0}${nothing}${undefined}${null}${''}</p>`],
    [
      'templates in templates',
      html`<ul>
        ${[1, 2].map((n) => html`<li>${n}</li>`)}
      </ul>`,
    ],
    ['lists in lists', html`<p>${[['a', ['b', html`<i>c</i>`]], 'd']}</p>`],
    // prettier-ignore
    ['quoted attributes', html`<a href="${HOSTILE}" title="${HOSTILE}">x</a>`],
    ['unquoted attributes', html`<a href=${HOSTILE} title=${'b'}>x</a>`],
    ['attributes that are nothing', html`<a href=${nothing} title="t" lang=${nothing}>x</a>`],
    ['booleans', html`<input value="1" disabled=${''} checked=${nothing} />`],
    [
      'listeners and properties',
      html`<a @click=${() => 0} .data=${{}} href="#" .quoted="${1}">x</a>`,
    ],
    ['an attribute after a listener', html`<a @click="${() => 0}" href=${'x'}>x</a>`],
    ['hyphens', html`<a aria-label=${HOSTILE} data-x=${'1'}>x</a>`],
    ['an equals sign in text', html`<p>a=${'b'} c="${'d'}"</p>`],
    [
      'line breaks',
      html`<p>
        a
        <b>b</b> ${'c\n\nd'}
      </p>`,
    ],
  ];
  for (const [name, template] of templates)
    it(`is what a browser draws: ${name}`, () => {
      const line = toHtml(template);
      expect(line).not.to.match(/[\n\r]/);
      expect(same(line)).to.equal(drawn(template));
    });

  it('leaves out what means nothing outside a shadow tree, where asked', () => {
    expect(
      toHtml(
        html`<p class="a" part="b" id="c"><b part=${'d'} class="${'e'}" title="f">g</b></p>`,
        true,
      ),
    ).to.equal('<p id="c"><b title="f">g</b></p>');
  });

  it('never lets a value out of its place', () => {
    for (const value of [
      HOSTILE,
      '"><script>a</script>',
      "' onload='a",
      '` onload=a',
      '</a',
      '-->',
      ']]>',
      '\u2028\n"',
      '&quot;&lt;',
    ]) {
      const holder = document.createElement('template');
      holder.innerHTML = toHtml(
        html`<a href=${value} title="${value}" data-x="${value}">${value}</a>`,
      );
      const [link, ...others] = holder.content.children;
      expect(others).to.deep.equal([]);
      expect(link?.getAttributeNames()).to.have.members(['href', 'title', 'data-x']);
      expect(link?.children).to.have.length(0);
      expect(link?.textContent).to.equal(value.replace(/\s+/g, ' '));
      expect(link?.getAttribute('href')).to.equal(value.replace(/\s+/g, ' '));
    }
  });

  it('escapes every sign that HTML reads', () => {
    expect(escape(`<>&"'`)).to.equal('&lt;&gt;&amp;&quot;&#39;');
  });
});
