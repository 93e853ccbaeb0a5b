import { deepStrictEqual } from 'node:assert';
import { browser } from '@wdio/globals';
import { describe, it } from 'mocha';
import { STEPS } from '../contract.mjs';

describe('what the plugin counts on in the app', () => {
  for (const { name, run, expected } of STEPS) {
    it(name, async () => {
      deepStrictEqual(await browser.executeObsidian(run), expected);
    });
  }
});
