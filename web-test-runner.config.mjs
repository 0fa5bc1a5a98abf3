import { esbuildPlugin } from '@web/dev-server-esbuild';
import { commands, site } from './test/server.mjs';
import { launchers } from './scripts/browsers.mjs';

export default {
  files: 'test/**/*.test.ts',
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['production', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), commands()],
  middleware: [site],
  browsers: await launchers(),
  // A page that another one covers has neither focus nor pointer.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
};
