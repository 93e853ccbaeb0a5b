import { defineConfig } from 'vitest/config';

// A time zone far from where most machines are, so that what depends on it shows.
const env = { TZ: 'Pacific/Auckland' };

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', env, testTimeout: 20_000, include: ['test/**/*.test.ts'], exclude: ['test/cli.test.ts'] },
      },
      // Starts the built command line again and again, which takes longer than a unit test may.
      { test: { name: 'command line', env, include: ['test/cli.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
