import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli.test.ts', 'test/writer.test.ts'],
          testTimeout: 20_000,
          // The tests share nothing that they change, so one loading of the modules serves them all.
          isolate: false,
          pool: 'threads',
        },
      },
      // Starts the built command line again and again, which takes longer than a unit test may.
      { test: { name: 'command line', include: ['test/cli.test.ts', 'test/writer.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
