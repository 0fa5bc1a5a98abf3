/** What only WordPress has: the block editor, shortcodes, feeds, oEmbed, settings, and a clean end. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderStatic } from '../../dist/lib/elements/static.js';
import { mo } from '../../integrations/wordpress/words.mjs';
import { PAGE } from './page.mjs';
import { PATIENCE, until } from './processes.mjs';

const ZAKOPANE = 'event="zakopane-1939-12"';
const TAGS = ['event-card', 'source-cite', 'contested-claim', 'conference-timeline', 'source-list'];
/** Words that only the static form of a card has. */
const STATIC = 'senior NKVD officers as guests';

/** What the editor saves. */
const BLOCKS = `<!-- wp:paragraph --><p>The summary speaks of a meeting at Zakopane <span class="attested-cite" data-attested="source-cite" data-source="rees-2008" data-locator="p. 54">(Rees 2008, p. 54)</span> in December 1939.</p><!-- /wp:paragraph --><!-- wp:attested/event-card {"event":"zakopane-1939-12"} --><div class="wp-block-attested-event-card" data-attested="event-card" data-event="zakopane-1939-12">Conference at Zakopane, December 1939</div><!-- /wp:attested/event-card -->`;

export async function moreOf(site, t, readers) {
  const [reader] = readers;
  // One request at a time is too slow for the editor, and cannot be answered by one more.
  if (site.single) await post(site, 'author', 'Made of blocks', BLOCKS);
  else for (const role of site.roles) await inEditor(site, t, readers, role);
  // What depends on no role is tested in the oldest and in the newest.
  if (!site.whole) return;
  await inShortcodes(site, t, reader);
  await byHand(site, t, reader);
  await pages(site, t, reader);
  await settings(site, t, reader.browser);
  await choices(site, t, reader);
  await datasets(site, t, reader);
  await pasted(site, t, reader.browser);
  await words(site, t, reader.browser);
  await theEnd(site, t);
}

/** Publishes some HTML and gives its address. */
const post = async (site, role, title, content) =>
  site.approve(
    await site.rest(role, 'wp/v2/posts', {
      title,
      content,
      status: role === 'contributor' ? 'pending' : 'publish',
    }),
  );

/** An answer with its whole body, which must be read even where only its status matters. */
async function get(address) {
  const answer = await fetch(address);
  return { status: answer.status, text: await answer.text() };
}

const source = async (address) => (await get(address)).text;

/** Which of these are not in a text, and which of those are though they should not be. */
const wrongIn = (text, wanted, unwanted = []) =>
  [
    ...wanted.filter((it) => !text.includes(it)).map((it) => `lacks: ${it}`),
    ...unwanted.filter((it) => text.includes(it)).map((it) => `has: ${it}`),
  ].join('\n');

async function inShortcodes(site, t, reader) {
  await t(`${site.name}: a contributor’s shortcodes`, async () => {
    const shortcode = ({ tag, attributes, text }) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `[attested-${tag}${written.join('')}]${tag === 'source-cite' ? `${text}[/attested-source-cite]` : ''}`;
    };
    const address = await site.publish(PAGE, 'contributor', shortcode);
    const { widgets, torn, errors, sentence } = await reader.read(address, TAGS);
    const { text } = await reader.read(address, TAGS, { scripts: false });
    const missing = TAGS.filter((tag) => !widgets.some((it) => it.tag === tag && it.text));
    return [...missing, ...torn, ...errors, ...glued(sentence), wrongIn(text, [STATIC])]
      .filter(Boolean)
      .join('\n');
  });
  for (const [where, content] of [
    [
      'a classic post',
      `Before [attested-event-card ${ZAKOPANE} heading-level="2"] after.\n\nThe end.`,
    ],
    [
      'a block',
      `<!-- wp:paragraph --><p>Before [attested-event-card ${ZAKOPANE} heading-level="2"] after.</p><!-- /wp:paragraph -->`,
    ],
  ])
    await t(`${site.name}: a shortcode amid a sentence of ${where}`, async () => {
      const address = await post(site, 'author', where, content);
      const { torn } = await reader.read(address, ['event-card']);
      const html = await source(address);
      return [
        ...torn,
        wrongIn(html.replace(/\s+/g, ' '), [
          '<p>Before</p>',
          '<p>after.</p>',
          '<h2>Conference at Zakopane',
          STATIC,
        ]),
      ]
        .filter(Boolean)
        .join('\n');
    });
  await t(
    `${site.name}: a citation without words is spelled out; an organisation’s card`,
    async () => {
      const html = await source(
        await post(
          site,
          'author',
          'Spelled',
          'See [attested-source-cite source="rees-2008 conquest-1991" locator="p. 54"].\n\n[attested-person-card organisation="nkvd"]\n\n[attested-event-card event="no-such"]',
        ),
      );
      return wrongIn(html, [
        '>(Rees 2008, p. 54; Conquest 1991)</source-cite>',
        '<person-card organisation="nkvd"><article',
        '>no-such</a></event-card>',
      ]);
    },
  );
}

async function byHand(site, t, reader) {
  for (const role of ['administrator', 'contributor'])
    await t(`${site.name}: ${role}’s awkward HTML`, async () => {
      const address = await post(
        site,
        role,
        'By hand',
        [
          'A meeting at Zakopane <source-cite source="rees-2008"\n  locator="p. 54">Rees\n\n2008</source-cite> in December 1939.',
          `<event-card ${ZAKOPANE}\n  onclick="alert(1)" src="javascript:alert(1)">`,
          'First paragraph.',
          'Second paragraph.',
          '</event-card>',
          '<script type="application/json">{"a": "json"}</script>',
          'The last sentence.',
        ].join('\n\n'),
      );
      const { torn, sentence } = await reader.read(address, ['event-card', 'source-cite']);
      const { text } = await reader.read(address, [], { scripts: false });
      const html = await source(address);
      return [
        ...torn,
        ...glued(sentence),
        wrongIn(
          html,
          ['<p>First paragraph.</p>'],
          ['onclick', 'javascript:', '<event-card', '<source-cite'],
        ),
        wrongIn(text, ['First paragraph.', 'Second paragraph.', 'The last sentence.'], ['json']),
      ]
        .filter(Boolean)
        .join('\n');
    });
}

async function pages(site, t, reader) {
  const address = `${site.url}/?attested=event-card/zakopane-1939-12`;
  const oembed = (of) => `${site.url}/wp-json/attested/v1/oembed?url=${encodeURIComponent(of)}`;
  await t(`${site.name}: the page of a record, with scripts and without`, async () => {
    const { widgets, errors } = await reader.read(address, ['event-card']);
    const { text } = await reader.read(address, [], { scripts: false });
    return [
      ...errors,
      widgets[0]?.text ? '' : 'nothing',
      widgets[0]?.error,
      wrongIn(text, [STATIC]),
    ]
      .filter(Boolean)
      .join('\n');
  });
  await t(`${site.name}: a page of nothing is not found`, async () => {
    const wrong = [];
    for (const of of [
      'event-card/no-such',
      'no-such',
      'source-cite/rees-2008',
      'source-list/x',
      'event-card',
    ])
      if ((await get(`${site.url}/?attested=${of}`)).status !== 404) wrong.push(of);
    return wrong.join('\n');
  });
  await t(`${site.name}: an oEmbed answer, found by its link`, async () => {
    const [, link] =
      /type="application\/json\+oembed" href="([^"]+)"/.exec(await source(address)) ?? [];
    const answer = JSON.parse(await source(link.replace(/&#0?38;|&amp;/g, '&')));
    const none = [];
    for (const of of [
      `http://example.org:${new URL(site.url).port}/?attested=event-card/zakopane-1939-12`,
      `${site.url}/`,
      `${site.url}/?attested=event-card/no-such`,
    ])
      if ((await get(oembed(of))).status !== 404) none.push(`answers for ${of}`);
    return [
      answer.type === 'rich' && answer.version === '1.0' ? '' : JSON.stringify(answer),
      wrongIn(answer.html, [
        `<iframe class="wp-embedded-content" src="${address}"`,
        'title="Conference at Zakopane',
      ]),
      ...none,
    ]
      .filter(Boolean)
      .join('\n');
  });
  await t(`${site.name}: a record’s address on a line of its own becomes the widget`, async () => {
    const link = await post(
      site,
      'author',
      'Embedded',
      `<!-- wp:embed {"url":"${address}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure><!-- /wp:embed -->`,
    );
    const page = await reader.browser.newPage();
    try {
      await page.goto(link);
      await until('the frame shows the card', async () => {
        const frame = await (await page.$('.wp-block-embed iframe'))?.contentFrame();
        return frame?.evaluate(() =>
          document.querySelector('event-card')?.shadowRoot?.textContent.trim(),
        );
      });
    } finally {
      await page.close();
    }
  });
  await t(`${site.name}: who may ask for the names of records`, async () => {
    const ask = 'attested/v1/records?kind=event&search=zakopane%20december';
    const { status } = await get(`${site.url}/wp-json/${ask}`);
    const found = await site.rest('contributor', ask);
    return status === 401 && found[0]?.id === 'zakopane-1939-12'
      ? ''
      : `${status} ${JSON.stringify(found)}`;
  });
}

async function settings(site, t, browser) {
  const form = `${site.url}/wp-admin/options-general.php?page=attested`;
  const saved = () => site.php("echo wp_json_encode( get_option( 'attested_settings' ) );");
  await t(`${site.name}: an administrator says where the dataset is`, async () => {
    const { page, close } = await login(site, browser, 'administrator');
    const save = async (dataset) => {
      await page.goto(form);
      await page.$eval(
        '#attested-dataset',
        (field, value) => {
          field.type = 'text';
          field.value = value;
        },
        dataset,
      );
      await Promise.all([page.waitForNavigation(), page.click('#submit')]);
      return page.$eval('.wrap', (it) => it.textContent);
    };
    try {
      await page.goto(form);
      const first = await page.$eval('.wrap', (it) => it.textContent);
      const good = await save('https://example.org/dataset.json');
      const refused = await save('javascript:alert(1)');
      return [
        wrongIn(first, ['German–Soviet security-police meetings', 'events.']),
        wrongIn(good, ['There is no folder “static”']),
        wrongIn(refused, ['is not a web address']),
        wrongIn(JSON.parse(await saved()).dataset, ['https://example.org/dataset.json']),
      ]
        .filter(Boolean)
        .join('\n');
    } finally {
      await close();
      await site.php("delete_option( 'attested_settings' );");
    }
  });
  await t(`${site.name}: nobody else may`, async () => {
    const { page, close } = await login(site, browser, 'editor');
    try {
      const { status } = await page.goto(form).then((answer) => ({ status: answer.status() }));
      const sent = await page.evaluate(async (action) => {
        const body = new URLSearchParams({
          option_page: 'attested',
          action: 'update',
          'attested_settings[dataset]': 'https://example.com/x.json',
        });
        return (await fetch(action, { method: 'POST', body })).status;
      }, `${site.url}/wp-admin/options.php`);
      const now = await saved();
      return status === 403 && sent === 403 && now === 'false' ? '' : `${status} ${sent} ${now}`;
    } finally {
      await close();
    }
  });
}

/** Attributes that leave something out of a whole, by element. */
const CHOICES = [
  ['conference-timeline', { from: '1939-12', to: '1940' }],
  ['conference-timeline', { to: '1939-09-01', lang: 'pl' }],
  ['conference-timeline', { from: '1939', 'group-by': 'place' }],
  ['conference-timeline', { from: '1939-11', to: '1940-03-15', 'group-by': 'person' }],
  ['conference-timeline', { from: '1700', to: '1701' }],
  ['place-map', { from: '1939-12', to: '1939-12' }],
  ['place-map', { to: '1939-08-23', lang: 'pl' }],
  ['claim-matrix', { event: 'zakopane-1939-12' }],
  ['claim-matrix', { event: 'meetings-1939-1940', status: 'contested', lang: 'pl' }],
  ['claim-matrix', { status: 'contested inferred' }],
  ['claim-matrix', { stance: 'disputes' }],
  ['claim-matrix', { stance: 'disputes, qualifies', 'source-kind': 'monograph memoir' }],
  ['claim-matrix', { event: 'brest-1939-09', status: 'refuted', stance: 'reports' }],
];

async function choices(site, t, reader) {
  await t(`${site.name}: without scripts a widget says what its attributes choose`, async () => {
    const { folder } = site;
    const data = join(folder, 'wp-content/plugins/attested/dist/data/conferences.json');
    const dataset = JSON.parse(readFileSync(data, 'utf8'));
    const written = JSON.stringify(CHOICES).replaceAll("'", '’');
    const printed = await site.php(
      `echo wp_json_encode( array_map( function ( $it ) { return attested_inside( $it[0], $it[1], '' ); }, json_decode( '${written}', true ) ) );`,
    );
    const wanted = CHOICES.map(([tag, { lang = 'en', ...attributes }]) =>
      renderStatic(dataset, tag, attributes, { lang }),
    );
    const page = await reader.browser.newPage();
    try {
      return await page.evaluate(
        (pairs) => {
          // Groups stand in order of their size, which PHP does not count: their order is not compared.
          const said = (html) =>
            [
              ...new DOMParser()
                .parseFromString(html, 'text/html')
                .body.querySelectorAll('h3, h4, li, li > p, th, tr, body > p, section > p'),
            ]
              .map((it) => `${it.localName} ${it.textContent.replace(/\s+/g, ' ').trim()}`)
              .sort();
          return pairs
            .flatMap(([what, is, ought]) => {
              const [a, b] = [said(is), said(ought)];
              return [
                ...(b.length ? [] : [`${what}: nothing to compare`]),
                ...b.filter((it) => !a.includes(it)).map((it) => `${what} lacks: ${it}`),
                ...a.filter((it) => !b.includes(it)).map((it) => `${what} has: ${it}`),
                ...(a.length === b.length ? [] : [`${what}: ${a.length} for ${b.length}`]),
              ];
            })
            .join('\n');
        },
        JSON.parse(printed).map((html, i) => [JSON.stringify(CHOICES[i]), html, wanted[i]]),
      );
    } finally {
      await page.close();
    }
  });
}

async function datasets(site, t, reader) {
  await t(`${site.name}: WordPress’s filter leaves every static form as it is`, () =>
    site.php(`
      foreach ( new RegexIterator( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( ATTESTED_DIR . 'dist/data/static' ) ), '/html$/' ) as $file ) {
        $html = file_get_contents( $file );
        // It writes entities in its own way.
        $plain = function ( $text ) { return str_replace( ' />', '/>', html_entity_decode( $text, ENT_QUOTES ) ); };
        if ( $plain( wp_kses( $html, attested_static_html() ) ) !== $plain( $html ) ) { echo "$file\\n"; }
      }`),
  );
  if (site.single) return;
  // Beside WordPress, so that it is asked for as another site's is.
  const folder = join(site.folder, 'history');
  const use = (dataset) =>
    site.php(`update_option( 'attested_settings', array( 'dataset' => '${dataset}' ) );`);
  const card = () =>
    post(
      site,
      'author',
      'Another dataset',
      '<!-- wp:attested/event-card {"event":"zakopane-1939-12"} /-->\n[attested-source-cite source="rees-2008"]',
    );
  cpSync(join(site.folder, 'wp-content/plugins/attested/dist/data'), folder, { recursive: true });
  const [form] = [join(folder, 'static/en/event/zakopane-1939-12.html')];
  writeFileSync(
    form,
    '<article><h3>Another [attested-source-list] “text” -- "it"</h3><script>alert(1)</script><p onclick="alert(2)"><a href="javascript:alert(3)">link</a></p></article>',
  );
  await t(`${site.name}: a dataset of another site is read, and trusted with nothing`, async () => {
    await use(`${site.url}/history/conferences.json`);
    const address = await card();
    const html = await source(address);
    rmSync(form);
    const again = await source(address);
    const { widgets } = await reader.read(address, ['event-card']);
    return [
      wrongIn(
        // A shortcode elsewhere on the page makes WordPress write its brackets anew.
        html.replace(/&#0?91;/g, '[').replace(/&#0?93;/g, ']'),
        [
          '<h3>Another [attested-source-list] “text” -- "it"</h3>',
          'data-dataset="' + site.url + '/history/conferences.json"',
        ],
        ['<script>alert', 'onclick="alert', 'javascript:', '<source-list'],
      ),
      wrongIn(again, ['“text” -- "it"']),
      widgets[0]?.text.includes('Conference at Zakopane') ? '' : JSON.stringify(widgets),
    ]
      .filter(Boolean)
      .join('\n');
  });
  await t(
    `${site.name}: a dataset without static forms: the author’s words, or the id`,
    async () => {
      rmSync(join(folder, 'static'), { recursive: true });
      await use(`${site.url}/history/conferences.json?2`);
      await site.php('attested_forget();');
      const html = await source(await card());
      return wrongIn(html, [
        `<event-card event="zakopane-1939-12"><a href="${site.url}/?attested=event-card/zakopane-1939-12">zakopane-1939-12</a></event-card>`,
      ]);
    },
  );
  await site.php("delete_option( 'attested_settings' );");
}

async function pasted(site, t, browser) {
  await t(`${site.name}: the plugin knows every attribute of every element`, async () => {
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    const known = JSON.parse(
      await site.php(
        "echo wp_json_encode( array_map( 'attested_tag_attributes', array_combine( attested_tags(), attested_tags() ) ) );",
      ),
    );
    return modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ tagName, attributes = [] }) =>
        attributes
          .filter(({ name }) => !known[tagName]?.includes(name))
          .map(({ name }) => `<${tagName} ${name}>`),
      )
      .join('\n');
  });
  // As the builder writes them: the editor takes them over, and gives them their content.
  await t(`${site.name}: a block that was pasted is the editor’s own`, async () => {
    const { page, close } = await login(site, browser, 'author');
    try {
      await page.goto(`${site.url}/wp-admin/post-new.php`);
      await page.waitForFunction(() => window.wp?.blocks?.getBlockType('attested/event-card'));
      const saved = await page.evaluate((text) => {
        const blocks = window.wp.blocks.parse(text);
        return blocks
          .filter((it) => !it.isValid || it.name === 'core/missing')
          .map((it) => `not valid: ${it.originalContent}`)
          .concat(window.wp.blocks.serialize(blocks))
          .join('\n');
      }, '<!-- wp:attested/conference-timeline {"from":"1939-09","groupBy":"place","headingLevel":"2","label":"Meetings"} /-->\n\n<!-- wp:attested/organisation-card {"organisation":"nkvd","label":"NKVD"} /-->\n\n<!-- wp:attested/source-list {"all":true,"label":"Sources"} /-->');
      return wrongIn(
        saved,
        [
          'data-attested="conference-timeline" data-from="1939-09" data-group-by="place" data-heading-level="2">Meetings</div>',
          'data-attested="person-card" data-organisation="nkvd">NKVD</div>',
          'data-attested="source-list" data-all="">Sources</div>',
        ],
        ['not valid'],
      );
    } finally {
      await close();
    }
  });
}

async function words(site, t, browser) {
  await t(`${site.name}: in Polish`, async () => {
    // WordPress speaks only languages that it has; its own words may be missing.
    mkdirSync(join(site.folder, 'wp-content/languages'), { recursive: true });
    writeFileSync(
      join(site.folder, 'wp-content/languages/pl_PL.mo'),
      mo(new Map([['', { forms: ['Language: pl_PL\n'] }]])),
    );
    await site.php("update_option( 'WPLANG', 'pl_PL' );");
    const { page, close } = await login(site, browser, 'administrator');
    try {
      await page.goto(`${site.url}/wp-admin/options-general.php?page=attested`);
      const form = await page.$eval('.wrap', (it) => it.textContent);
      await page.goto(`${site.url}/wp-admin/post-new.php`);
      await page.waitForFunction(() => window.wp?.blocks?.getBlockType('attested/event-card'));
      const [block, script] = await page.evaluate(() => [
        window.wp.blocks.getBlockType('attested/event-card').title,
        window.wp.i18n.__('Type some words of the title.', 'attested'),
      ]);
      return wrongIn(`${form} ${block} ${script}`, [
        'Adres zbioru danych',
        'Karta wydarzenia',
        'Wpisz kilka słów tytułu.',
      ]);
    } finally {
      await close();
      await site.php("delete_option( 'WPLANG' );");
    }
  });
}

async function theEnd(site, t) {
  await t(`${site.name}: PHP had nothing to complain of`, () => {
    const log = join(site.folder, 'wp-content/debug.log');
    return existsSync(log)
      ? readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line.includes('/plugins/attested/'))
          .join('\n')
      : '';
  });
  await t(`${site.name}: uninstalled, nothing is left but the posts`, async () => {
    const left =
      "global $wpdb; echo implode( ' ', $wpdb->get_col( \"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%attested%'\" ) );";
    await site.php(
      "update_option( 'attested_settings', array( 'dataset' => 'x' ) ); set_transient( 'attested_x', 'y', 99 );",
    );
    const before = await site.php(left);
    await site.php(
      "require ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( 'attested/attested.php' );",
    );
    await site.php(
      "require ABSPATH . 'wp-admin/includes/plugin.php'; uninstall_plugin( 'attested/attested.php' );",
    );
    const after = await site.php(left);
    const html = await source(`${site.url}/made-of-blocks/`);
    return [
      wrongIn(before, ['attested_settings', '_transient_attested_x']),
      after,
      wrongIn(html, [
        'data-event="zakopane-1939-12">Conference at Zakopane, December 1939</div>',
        '(Rees 2008, p. 54)</span> in December',
      ]),
    ]
      .filter(Boolean)
      .join('\n');
  });
}

/** What is wrong with the sentence around a citation. */
const glued = (sentence) =>
  /at Zakopane \S.*\S in December 1939\.$/.test(sentence) ? [] : [`reads: ${sentence}`];

/** Logs a role in, in a context of its own. */
async function login(site, browser, role) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${site.url}/wp-login.php`);
  // Its own script moves the cursor while one types.
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate((name) => {
      document.querySelector('#user_login').value = name;
      document.querySelector('#user_pass').value = name;
      document.querySelector('#wp-submit').click();
    }, role),
  ]);
  return { page, close: () => context.close() };
}

/** A post written in the block editor as a person does it, by keyboard and mouse. */
async function inEditor(site, t, readers, role) {
  const [{ browser }] = readers;
  const as = `${site.name}: ${role}`;
  let written;
  await t(`${as} writes a post in the block editor`, async () => {
    const { page, close } = await login(site, browser, role);
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    try {
      written = await write(site, page);
      return errors.join('\n');
    } finally {
      await close();
    }
  });
  if (!written) return;
  const link = await site.approve(written);
  for (const reader of readers)
    await t(`${as}’s post in ${reader.name}`, async () => {
      const { widgets, sentence, torn, errors } = await reader.read(link, TAGS);
      const missing = TAGS.filter(
        (tag) => !widgets.some((it) => it.tag === tag && it.text && !it.error),
      ).map((tag) => `no ${tag}: ${JSON.stringify(widgets.filter((it) => it.tag === tag))}`);
      return [...missing, ...glued(sentence), ...torn, ...errors].join('\n');
    });
  await t(`${as}’s post without scripts, in the feed, and in the site’s search`, async () => {
    const { text } = await readers[0].read(link, TAGS, { scripts: false });
    const feed = await source(`${site.url}/feed/`);
    const found = await source(
      `${site.url}/?s=${encodeURIComponent('Conference at Zakopane, December')}`,
    );
    return [
      wrongIn(text, [STATIC, '(Rees 2008, p. 54)', 'Not disputed']),
      wrongIn(feed, [STATIC], ['<event-card']),
      wrongIn(found, ['Made of blocks']),
    ]
      .filter(Boolean)
      .join('\n');
  });
}

async function write(site, page) {
  await page.goto(`${site.url}/wp-admin/post-new.php`);
  await page.waitForFunction(
    () =>
      window.wp?.data?.select('core/blocks')?.getBlockType('attested/event-card') &&
      window.wp.data.select('core/editor').getCurrentPostId(),
  );
  await page.evaluate(() => {
    for (const scope of ['core/edit-post', 'core'])
      window.wp.data.dispatch('core/preferences').set(scope, 'welcomeGuide', false);
  });
  const canvas = await until('the canvas is there', async () => {
    for (const frame of page.frames())
      if (await frame.$('.wp-block-post-title').catch(() => null)) return frame;
    return null;
  });
  await canvas.click('.wp-block-post-title');
  await page.keyboard.type('Made of blocks');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The summary speaks of a meeting at Zakopane ');
  await cite(page);
  await page.keyboard.type(' in December 1939.');
  await page.keyboard.press('Enter');
  await until('the block is offered', async () => {
    await page.keyboard.type('/event card', { delay: 20 });
    const offered = await page
      .waitForFunction(
        () =>
          document.querySelector('.components-autocomplete__result')?.textContent.trim() ===
          'Event card',
        { timeout: 5000 },
      )
      .catch(() => undefined);
    // A busy page can lose a letter: what was typed is then typed over.
    if (!offered) {
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
    }
    return offered;
  });
  await page.keyboard.press('Enter');
  await pick(
    canvas,
    '[data-type="attested/event-card"] input[role="combobox"]',
    'Zakopane, December',
  );
  await preview(canvas, 'event-card');
  await page.evaluate(() => {
    const { createBlock } = window.wp.blocks;
    window.wp.data.dispatch('core/block-editor').insertBlocks([
      createBlock('attested/contested-claim', {
        claim: 'krakow-1940-03-purpose',
        label: 'What for?',
      }),
      createBlock('attested/conference-timeline', { from: '1939-09', groupBy: 'kind' }),
      createBlock('attested/source-list', { all: true }),
    ]);
  });
  await (
    await page.waitForSelector('.editor-post-publish-panel__toggle:not([aria-disabled="true"])')
  ).click();
  await (
    await page.waitForSelector(
      '.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled="true"])',
    )
  ).click();
  const post = await until('the post is saved', () =>
    page.evaluate(() => {
      const { getCurrentPost, isSavingPost } = window.wp.data.select('core/editor');
      const { id, status, link } = getCurrentPost();
      return !isSavingPost() && ['publish', 'pending'].includes(status) && { id, status, link };
    }),
  );
  await page.goto(`${site.url}/wp-admin/post.php?post=${post.id}&action=edit`);
  const invalid = await until('the post is opened again', () =>
    page.evaluate(() => {
      const blocks = window.wp?.data?.select('core/block-editor')?.getBlocks() ?? [];
      return blocks.length && blocks.filter((it) => !it.isValid).map((it) => it.name);
    }),
  );
  if (invalid.length) throw new Error(`not valid when opened again: ${invalid.join(', ')}`);
  return post;
}

/** Chooses what the words find in a field of records. */
async function pick(frame, selector, words) {
  const field = await frame.waitForSelector(selector);
  await field.click();
  await field.type(words);
  await until(`${words} is found`, async () => (await frame.$$('[role="option"]')).length === 1);
  await (await frame.waitForSelector('[role="option"]')).click();
}

/** Cites a source where the cursor is. */
async function cite(page) {
  // The toolbar hides from those who type, until the mouse moves.
  await page.mouse.move(300, 500);
  await page.mouse.move(400, 400, { steps: 5 });
  const more = '.block-editor-block-toolbar button[aria-label="More"]';
  await (await page.waitForSelector(more)).click();
  await (
    await page.waitForSelector('::-p-xpath(//*[@role="menu"]//button[contains(., "Citation")])')
  ).click();
  await pick(page, '.attested-cite-form input[role="combobox"]', 'rees 2008');
  await (
    await page.waitForSelector(
      '::-p-xpath(//*[contains(@class,"attested-cite-form")]//input[@type="text" and not(@role)])',
    )
  ).type('p. 54');
  await page.click('.attested-cite-form button[type="submit"]');
  await page.waitForFunction(() => !document.querySelector('.attested-cite-form'));
}

/** Looks at the widget in the editor itself. */
const preview = (canvas, tag) =>
  until(`the editor shows <${tag}>`, async () => {
    const frame = await (await canvas.$('iframe.attested-preview'))?.contentFrame();
    return frame
      ?.evaluate((name) => document.querySelector(name)?.shadowRoot?.textContent.trim(), tag)
      .catch(() => undefined);
  });
