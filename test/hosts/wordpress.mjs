/** WordPress: 6.1 of Debian with MariaDB; 6.5 and 6.6 of npm with SQLite; PHP's own web server. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlugin, zip } from '../../integrations/wordpress/package.mjs';
import { php74 } from './php-7.4.mjs';
import { answers, freePort, need, NotHere, run, scratch, serve, until } from './processes.mjs';
import { write } from './page.mjs';
import { moreOf } from './wordpress-more.mjs';

const HERE = import.meta.dirname;
const BUILDS = join(HERE, 'node_modules/@wp-playground/wordpress-builds');
const DEBIAN = '/usr/share/wordpress';

/** The PHP files are zipped beside the styles and scripts that they need. */
async function fromNpm(www, build) {
  if (!existsSync(BUILDS))
    throw new NotHere('its npm package is missing: npm ci --prefix test/hosts --ignore-scripts');
  await unzip(join(BUILDS, `src/wordpress/wp-${build}.zip`), www);
  cpSync(join(BUILDS, `public/wp-${build}`), www, { recursive: true });
  const plugins = join(www, 'wp-content/plugins');
  await unzip(
    join(BUILDS, 'src/sqlite-database-integration/sqlite-database-integration.zip'),
    plugins,
  );
  cpSync(join(plugins, 'sqlite-database-integration-main/db.copy'), join(www, 'wp-content/db.php'));
  // It comes with a database of its own, of an installation that is not this one.
  rmSync(join(www, 'wp-content/database'), { recursive: true });
  mkdirSync(join(www, 'wp-content/database'));
  // The name that its drop-in looks for.
  cpSync(
    join(plugins, 'sqlite-database-integration-main'),
    join(plugins, 'sqlite-database-integration'),
    { recursive: true },
  );
  rmSync(join(plugins, 'sqlite-database-integration-main'), { recursive: true });
  return {
    config:
      "define( 'DB_NAME', 'wp' ); define( 'DB_USER', '' ); define( 'DB_PASSWORD', '' ); define( 'DB_HOST', '' ); define( 'DB_DIR', __DIR__ . '/wp-content/database/' ); define( 'DB_FILE', '.ht.sqlite' );",
    stop() {},
  };
}

const unzip = (zip, to) =>
  run('php', [
    '-r',
    '$z = new ZipArchive(); exit( $z->open( $argv[1] ) === true && $z->extractTo( $argv[2] ) ? 0 : 1 );',
    zip,
    to,
  ]);

async function fromDebian(www, folder) {
  if (!existsSync(DEBIAN)) throw new NotHere('Debian’s package wordpress is not installed');
  need('mariadbd', 'mariadb-install-db', 'mariadb', 'mariadb-admin');
  cpSync(DEBIAN, www, {
    recursive: true,
    dereference: true,
    filter: (path) => !/wp-(config\.php|content)$/.test(path),
  });
  cpSync('/var/lib/wordpress/wp-content/themes', join(www, 'wp-content/themes'), {
    recursive: true,
    dereference: true,
  });
  mkdirSync(join(www, 'wp-content/plugins'), { recursive: true });
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  const user = process.getuid() ? [] : ['--user=root'];
  await run('mariadb-install-db', [
    '--no-defaults',
    ...user,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const stop = serve(
    'mariadbd',
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
    ],
    { log: join(folder, 'mariadb.log') },
  );
  await until('MariaDB answers', () =>
    run('mariadb-admin', ['--no-defaults', '-uroot', `--socket=${socket}`, 'ping']).catch(() => ''),
  );
  await run('mariadb', [
    '--no-defaults',
    '-uroot',
    `--socket=${socket}`,
    '-e',
    "create database wp character set utf8mb4; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost",
  ]);
  return {
    config: `define( 'DB_NAME', 'wp' ); define( 'DB_USER', 'wp' ); define( 'DB_PASSWORD', 'wp' ); define( 'DB_HOST', 'localhost:${socket}' );`,
    stop,
  };
}

const CONFIG = (database) => `<?php
${database}
define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $key ) { define( $key . '_KEY', $key . 'key' ); define( $key . '_SALT', $key . 'salt' ); }
$table_prefix = 'wp_';
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', false ); define( 'WP_DEBUG_LOG', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true ); define( 'DISABLE_WP_CRON', true );
define( 'WP_ENVIRONMENT_TYPE', 'local' ); // Application passwords work without TLS.
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`;

async function start(name, { install, build, whole, php: command = ['php'], roles: only }) {
  need('php');
  const [program, ...first] = typeof command === 'function' ? command() : command;
  const php = (...args) => run(program, [...first, ...args]);
  const folder = scratch('wordpress');
  const www = join(folder, 'www');
  mkdirSync(www);
  const database = await install(www, build ?? folder);
  // As its user gets it: out of the zip.
  const plugin = makePlugin(folder);
  writeFileSync(`${plugin}.zip`, zip(plugin, 'attested'));
  await unzip(`${plugin}.zip`, join(www, 'wp-content/plugins'));
  writeFileSync(join(www, 'wp-config.php'), CONFIG(database.config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const printed = await php(join(HERE, 'wordpress/setup.php'), www, url);
  const { version, roles } = JSON.parse(printed);
  const stop = serve(
    program,
    [
      ...first,
      ...(program === 'php' ? ['-d', 'opcache.enable_cli=1'] : []),
      ...['-S', `127.0.0.1:${port}`, '-t', www, join(HERE, 'wordpress/router.php')],
    ],
    { log: join(folder, 'php.log'), env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } },
  );
  await answers(`${url}/wp-json/`);

  /** WordPress's own interface, as one of the roles. */
  async function rest(role, path, body) {
    const answer = await fetch(`${url}/wp-json/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Basic ${Buffer.from(`${role}:${roles[role]}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${json.message}`);
    return json;
  }

  /** What a contributor sent in is let through by somebody who may, and stays as it is. */
  async function approve(post) {
    const { link } =
      post.status === 'publish'
        ? post
        : await rest('administrator', `wp/v2/posts/${post.id}`, { status: 'publish' });
    return link;
  }

  const site = {
    name,
    whole,
    single: program !== 'php',
    version,
    url,
    folder: www,
    roles: only ?? Object.keys(roles),
    rest,
    approve,
    /** Runs PHP in the midst of WordPress, and gives what it printed. */
    php: (code) =>
      php(
        '-r',
        `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${www}/wp-load.php'; ${code}`,
      ),
    /** Publishes a page as it was written by hand, in the classic editor's way. */
    async publish(page, role, widget) {
      const status = role === 'contributor' ? 'pending' : 'publish';
      return approve(
        await rest(role, 'wp/v2/posts', {
          title: page.title,
          content: write(page, widget),
          status,
        }),
      );
    },
    async stop() {
      await Promise.all([stop(), database.stop()]);
    },
  };
  return { ...site, more: (t, browsers) => moreOf(site, t, browsers) };
}

/** Each WordPress by the name that the command line calls it by. */
export const hosts = Object.fromEntries(
  Object.entries({
    'wordpress-6.1': { install: fromDebian, whole: true },
    'wordpress-6.5': { install: fromNpm, build: '6.5' },
    'wordpress-6.6': { install: fromNpm, build: 'beta', whole: true },
    'wordpress-6.6 on PHP 7.4': {
      install: fromNpm,
      build: 'beta',
      whole: true,
      php: php74,
      roles: ['author'],
    },
  }).map(([name, how]) => [name, () => start(name, how)]),
);
