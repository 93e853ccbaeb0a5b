// Runs the contract in the app, which the service fetches: see README.md in this folder.
import { join } from 'node:path';

export const config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./specs/**/*.spec.mjs'],
  maxInstances: 1,
  // The oldest app that the manifest allows, and the newest there is.
  capabilities: ['earliest', 'latest'].map((version) => ({
    browserName: 'obsidian',
    browserVersion: version,
    'wdio:obsidianOptions': {
      installerVersion: 'earliest',
      plugins: [join(import.meta.dirname, '..')],
      vault: join(import.meta.dirname, '..', 'fixtures', 'demo'),
    },
  })),
  services: ['obsidian'],
  reporters: ['spec'],
  cacheDir: join(import.meta.dirname, '.cache'),
  mochaOpts: { ui: 'bdd', timeout: 60_000 },
  logLevel: 'warn',
};
