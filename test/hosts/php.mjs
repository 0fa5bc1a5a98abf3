/** Our PHP itself, without a host: that PHP 7.4 can read it, and the WordPress coding standard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { php74 } from './php-7.4.mjs';
import { need, run } from './processes.mjs';

const INTEGRATIONS = resolve(import.meta.dirname, '../../integrations');
const PLUGIN = join(INTEGRATIONS, 'wordpress/attested');

/** Every PHP file of a folder, with its text. */
const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.php'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);

/** What PHP 7.4 cannot read. */
async function unreadable([program, ...first]) {
  const texts = Object.fromEntries(files(INTEGRATIONS));
  const encoded = Buffer.from(JSON.stringify(texts)).toString('base64');
  return run(program, [
    ...first,
    '-r',
    `foreach ( json_decode( base64_decode( '${encoded}' ) ) as $file => $code ) {
      try { token_get_all( $code, TOKEN_PARSE ); } catch ( ParseError $error ) { echo "$file:", $error->getLine(), ': ', $error->getMessage(), "\\n"; }
    }
    echo PHP_VERSION;`,
  ]);
}

/** What the standard asks for and PHP_CodeSniffer’s own sniffs cannot see, as what a line must not have. */
const RULES = [
  [
    'a condition is written the other way round',
    /\$[\w>()[\]'-]+ [!=]==? (?:'|\d|null|true|false)/,
  ],
  ['a comparison is strict', /[^!=]== |!= /],
  ['what is written is escaped', /\b(?:echo|print) (?!esc_|\$html; \/\/ phpcs:ignore)/],
  [
    'a name begins with the plugin’s',
    /\b(?:function|class|trait) (?!attested_)\w|define\( '(?!ATTESTED_)/,
  ],
  ['a name is written in small letters', /\$(?!_)[a-z_]*[A-Z]/],
  [
    'words have the plugin’s text domain',
    /\b(?:__|_e|_x|esc_(?:html|attr)_[_ex])\( '(?:[^'\\]|\\.)*'(?!, 'attested' )/,
  ],
  [
    'what a page is asked for is not taken as it is',
    /\$_(?:POST|REQUEST|COOKIE)\b|(?<!wp_unslash\( )\$_GET\b/,
  ],
  ['a redirect is safe', /\bwp_redirect\(|\bheader\(/],
];

const broken = (text) =>
  text.split('\n').flatMap((line, i) =>
    // A comment's words are no code.
    /^\s*(?:\/?\*|\/\/)/.test(line)
      ? []
      : RULES.filter(([, never]) => never.test(line)).map(
          ([rule]) => `${i + 1}: ${rule}: ${line.trim()}`,
        ),
  );

async function standard() {
  need('phpcs');
  const version = await run('phpcs', ['--version']);
  return {
    version: version.trim(),
    roles: [],
    async more(t) {
      await t('php: the plugin has the form of the WordPress coding standard', async () =>
        run('phpcs', ['-q', '--report=emacs'], { cwd: join(INTEGRATIONS, 'wordpress') }).then(
          () => '',
          (error) => error.stdout || error,
        ),
      );
    },
    stop() {},
  };
}

async function oldest() {
  const command = php74();
  return {
    version: (await unreadable(command)).split('\n').at(-1),
    roles: [],
    async more(t) {
      await t('php: PHP 7.4 can read all of it', async () => {
        const told = await unreadable(command);
        return /^7\.4\.\d+$/.test(told) ? '' : told;
      });
      await t('php: the plugin escapes, compares and names as WordPress asks', () =>
        files(PLUGIN)
          .flatMap(([file, text]) => broken(text).map((it) => `${file}:${it}`))
          .join('\n'),
      );
    },
    stop() {},
  };
}

/** By the names that the command line calls them by. */
export const hosts = { 'php-standard': standard, 'php-7.4': oldest };
