/** Debian's MediaWiki, on SQLite, and DokuWiki, on files, each with our extension; PHP's own web server. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { answers, freePort, need, NotHere, run, scratch, serve } from './processes.mjs';
import { write } from './page.mjs';

const INTEGRATIONS = join(import.meta.dirname, '../../integrations');
const LIBRARY = '/attested/attested.js';
const PASSWORD = 'long-Enough-1939';

/** The tag as both wikis write it. */
const widget = ({ tag, attributes, text }) =>
  `<attested widget="${tag}"${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')}>${text}</attested>`;

/** PHP's server, which sends what is a file and gives the rest to the wiki's own script. */
async function php(folder, www, script) {
  cpSync('dist', join(www, 'attested'), {
    recursive: true,
    filter: (path) => !/dist.(lib|cli|storybook)/.test(path),
  });
  const router = join(folder, 'router.php');
  writeFileSync(
    router,
    `<?php
$path = urldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ( $path !== '/' && is_file( $file ) && !preg_match( '/\.php$/', $file ) ) return false;
$script = is_file( $file ) ? $path : '${script}';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . $script;
chdir( dirname( $_SERVER['SCRIPT_FILENAME'] ) );
require $_SERVER['SCRIPT_FILENAME'];
`,
  );
  return (port) =>
    serve('php', ['-S', `127.0.0.1:${port}`, '-t', www, router], {
      log: join(folder, 'php.log'),
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    });
}

async function mediawiki() {
  need('php');
  if (!existsSync('/usr/share/mediawiki'))
    throw new NotHere('Debian’s package mediawiki is not installed');
  const folder = scratch('mediawiki');
  const www = join(folder, 'www');
  cpSync('/usr/share/mediawiki', www, {
    recursive: true,
    dereference: true,
    filter: (path) => !/(LocalSettings\.php|mediawiki.(cache|images))$/.test(path),
  });
  for (const name of ['cache', 'images']) mkdirSync(join(www, name));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await run(
    'php',
    [
      'maintenance/install.php',
      ...['--dbtype', 'sqlite', '--dbpath', folder, '--dbname', 'wiki', '--server', url],
      ...['--scriptpath', '', '--pass', PASSWORD, 'History', 'Administrator'],
    ],
    { cwd: www },
  );
  cpSync(join(INTEGRATIONS, 'mediawiki/Attested'), join(www, 'extensions/Attested'), {
    recursive: true,
  });
  appendFileSync(
    join(www, 'LocalSettings.php'),
    `
wfLoadSkin( 'Vector' );
$wgDefaultSkin = 'vector';
wfLoadExtension( 'Attested' );
$wgAttestedLibrary = '${LIBRARY}';
$wgMainCacheType = CACHE_NONE;
$wgJobRunRate = 0;
`,
  );
  await run('php', ['maintenance/createAndPromote.php', 'Editor', PASSWORD], { cwd: www });
  const stop = (await php(folder, www, '/index.php'))(port);
  await answers(`${url}/api.php?action=query&format=json`);

  /** A session with the wiki's own interface. */
  async function session(user) {
    let cookie = '';
    const api = async (body) => {
      const answer = await fetch(`${url}/api.php`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ format: 'json', ...body }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [pair] = set.split(';');
        const [name] = pair.split('=');
        cookie = [
          ...cookie.split('; ').filter((it) => it && !it.startsWith(`${name}=`)),
          pair,
        ].join('; ');
      }
      const json = await answer.json();
      if (json.error) throw new Error(JSON.stringify(json.error));
      return json;
    };
    const token = async (type) =>
      (await api({ action: 'query', meta: 'tokens', type })).query.tokens[`${type}token`];
    const { login } = await api({
      action: 'login',
      lgname: user,
      lgpassword: PASSWORD,
      lgtoken: await token('login'),
    });
    if (login.result !== 'Success') throw new Error(JSON.stringify(login));
    return async (title, text) => api({ action: 'edit', title, text, token: await token('csrf') });
  }

  return {
    version: `MediaWiki ${/MW_VERSION', '([^']+)'/.exec(readFileSync(join(www, 'includes/Defines.php'), 'utf8'))?.[1]}`,
    roles: ['Administrator', 'Editor'],
    async publish(page, role) {
      const title = `${page.title} by ${role}`;
      await (
        await session(role)
      )(title, write(page, widget));
      return `${url}/index.php?title=${encodeURIComponent(title)}`;
    },
    async more(t) {
      await t('mediawiki: says in place which widgets there are', async () => {
        await (
          await session('Editor')
        )('Wrong', '<attested widget="event-crad">Title</attested>');
        const text = await (await fetch(`${url}/index.php?title=Wrong`)).text();
        return /Title <strong class="error">Attested knows no widget “event-crad”\. It is one of: event-card,/.test(
          text,
        )
          ? ''
          : 'nothing is said';
      });
      await t('mediawiki: a page without a widget loads nothing', async () =>
        (await (await fetch(`${url}/index.php`)).text()).includes(LIBRARY)
          ? 'the script is there'
          : '',
      );
      await t('mediawiki: an attribute is never HTML', async () => {
        await (
          await session('Editor')
        )(
          'Hostile',
          `<attested widget="event-card" event='"<img src=x onerror=alert(1)' onclick="alert(1)"><script>alert(1)</script></attested>`,
        );
        const text = await (await fetch(`${url}/index.php?title=Hostile`)).text();
        // Between quotation marks a < is a letter.
        const tags = text.replace(/"[^"]*"/g, '""');
        return /<img src=x|<script>alert| onclick=/.exec(tags)?.[0] ?? '';
      });
    },
    stop,
  };
}

async function dokuwiki() {
  need('php');
  if (!existsSync('/usr/share/dokuwiki'))
    throw new NotHere('Debian’s package dokuwiki is not installed');
  const folder = scratch('dokuwiki');
  const www = join(folder, 'www');
  const copy = (from, to) => cpSync(from, join(www, to), { recursive: true, dereference: true });
  copy('/usr/share/dokuwiki', '.');
  for (const name of ['conf', 'data']) rmSync(join(www, name), { recursive: true, force: true });
  copy('/etc/dokuwiki', 'conf');
  copy('/var/lib/dokuwiki/data', 'data');
  for (const name of ['install.php', 'inc/preload.php']) rmSync(join(www, name), { force: true });
  writeFileSync(
    join(www, 'inc/preload.php'),
    "<?php\ndefine('DOKU_CONF', dirname(__DIR__) . '/conf/');\ndefine('DOKU_E_LEVEL', E_ERROR | E_PARSE);\n",
  );
  rmSync(join(www, 'conf/local.php'), { force: true });
  writeFileSync(
    join(www, 'conf/local.php'),
    `<?php\n$conf['title'] = 'History'; $conf['useacl'] = 0; $conf['savedir'] = '${join(www, 'data')}'; $conf['updatecheck'] = 0; $conf['plugin']['attested']['library'] = '${LIBRARY}';\n`,
  );
  copy(join(INTEGRATIONS, 'dokuwiki/attested'), 'lib/plugins/attested');
  await run('chmod', ['-R', 'u+w', www]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const stop = (await php(folder, www, '/doku.php'))(port);
  await answers(`${url}/doku.php`);

  /** Saves a page by the wiki's own form. */
  async function save(id, text) {
    const form = await fetch(`${url}/doku.php?id=${id}&do=edit`);
    const cookie = form.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ');
    const page = await form.text();
    const hidden = Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      ),
    );
    const saved = await fetch(`${url}/doku.php?id=${id}`, {
      method: 'POST',
      headers: { cookie },
      redirect: 'manual',
      body: new URLSearchParams({ ...hidden, id, wikitext: text, 'do[save]': '1' }),
    });
    if (saved.status !== 302) throw new Error(`saving was answered by ${saved.status}`);
  }

  return {
    version: `DokuWiki ${readFileSync(join(www, 'VERSION'), 'utf8').trim()}`,
    roles: ['the editor'],
    async publish(page) {
      await save('history', write(page, widget));
      return `${url}/doku.php?id=history`;
    },
    async more(t) {
      await t('dokuwiki: says in place which widgets there are', async () => {
        await save('wrong', '<attested widget="event-crad">Title</attested>');
        const text = await (await fetch(`${url}/doku.php?id=wrong`)).text();
        return /Title <strong>Attested knows no widget “event-crad”/.test(text)
          ? ''
          : 'nothing is said';
      });
      await t('dokuwiki: an attribute is never HTML', async () => {
        await save(
          'hostile',
          '<attested widget="event-card" event="&quot;><img src=x onerror=alert(1)>">&lt;script>alert(1)&lt;/script></attested>',
        );
        const text = await (await fetch(`${url}/doku.php?id=hostile`)).text();
        const shown = text.slice(text.indexOf('<!-- wikipage start -->'));
        return /<img src=x|<script>alert/.test(shown) ? 'it is' : '';
      });
    },
    stop,
  };
}

/** Each wiki by the name that the command line calls it by. */
export const hosts = { mediawiki, dokuwiki };
