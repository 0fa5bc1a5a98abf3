import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StorybookConfig } from '@storybook/web-components-vite';

const root = join(import.meta.dirname, '..');

// The stories read the compiled dataset and the manifest: both are built.
if (!existsSync(join(root, 'dist/custom-elements.json')))
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    { from: '../dist/data', to: '/data' },
    // What the builder stands beside; dist itself has Storybook in it.
    ...[
      'attested.js',
      'builder',
      'chunks',
      'custom-elements.json',
      'data',
      'elements',
      'embed-client.js',
      'embed-host.js',
      'embed.css',
      'embed.html',
      'integrity.json',
    ].map((name) => ({ from: `../dist/${name}`, to: `/attested/${name}` })),
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, chunkSizeWarningLimit: 4000 } }),
};

export default config;
