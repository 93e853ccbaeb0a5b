import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The built command line, npm, git and the build itself: too slow for a unit test. */
const STARTS_PROGRAMS = [
  'test/bundle.test.ts',
  'test/bundle-inlines.test.mjs',
  'test/cli.test.ts',
  'test/cli-hostile.test.ts',
  'test/docs-commands.test.ts',
  'test/notices.test.mjs',
  'test/package.test.ts',
  'test/release.test.ts',
  'test/writer.test.ts',
];
/** Many generated vaults, odd and hostile notes: `npm run fuzz` gives them more runs. */
const LOOKS_LONG = [
  'test/**/*.property.test.ts',
  'test/hostile.test.ts',
  'test/merge-cases.test.ts',
  'test/growth.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        // The build puts it in from the manifest.
        define: { VERSION: JSON.stringify('0.0.0') },
        resolve: { alias: { obsidian: fileURLToPath(new URL('test/obsidian/headless.ts', import.meta.url)) } },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/*.test.mjs', 'bench/**/*.test.mjs'],
          exclude: [...STARTS_PROGRAMS, ...LOOKS_LONG],
          testTimeout: 20_000,
          // The tests share nothing that they change, so one loading of the modules serves them all.
          isolate: false,
          pool: 'threads',
        },
      },
      { test: { name: 'properties', include: LOOKS_LONG, testTimeout: 120_000, isolate: false, pool: 'threads' } },
      { test: { name: 'programs', include: STARTS_PROGRAMS, testTimeout: 60_000 } },
      // The built plugin in a real browser, in the workbench.
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.mjs'],
          globalSetup: 'test/browser/setup.mjs',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A page waits for more than it works, so that also two processors serve two of them.
          maxWorkers: 2,
        },
      },
    ],
  },
});
