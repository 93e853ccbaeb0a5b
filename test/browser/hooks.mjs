import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch } from '../workbench/browser.mjs';

/** The browser of a file of tests: started before them, closed after them. */
export function useBrowser() {
  let browser = null;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => browser;
}

/** After each test closes what it opened, as `opened` gives it then; its page must have had no error and no warning. */
export function closeEach(opened) {
  afterEach(async () => {
    const { site, visit } = opened();
    await visit.close();
    await site.close();
    expect(visit.errors).toEqual([]);
  });
}
