import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../workbench/browser.mjs';
import { Site } from './site.mjs';

const CALL = 'Accounts/Norvane/2026-10-29 - Depot call.md';
const TASK = '- [ ] Return the depot keys @Robin Hale 📅 2026-10-01';
const MANIFEST = {
  id: 'overdue',
  name: 'Overdue',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: 'The example of the guide.',
  author: 'Account Pages contributors',
  isDesktopOnly: false,
};

let browser;
let example;
let site;

beforeAll(async () => {
  browser = await launch();
  example = mkdtempSync(join(tmpdir(), 'overdue-'));
  const guide = readFileSync(resolve('docs', 'api.md'), 'utf8');
  writeFileSync(join(example, 'main.js'), /```js\n(const \{ Plugin[\s\S]*?)\n```/.exec(guide)[1]);
  writeFileSync(join(example, 'manifest.json'), JSON.stringify(MANIFEST));
  cpSync(resolve('test', 'browser', 'sample-plugin', 'styles.css'), join(example, 'styles.css'));
});

afterAll(async () => {
  await site?.close();
  await browser.close();
  rmSync(example, { recursive: true, force: true });
});

it('the guide’s example, as a second plugin, shows what the built plugin tells it', async () => {
  // Loaded before the plugin that it asks, as may happen in the app.
  site = await Site.open({ plugins: [example, '.'] });
  const { page, errors, close } = await site.visit(browser);
  const overdue = async () => Number(/(\d+) overdue/.exec(await page.locator('.status-bar').innerText())?.[1] ?? 0);
  await expect.poll(overdue, { timeout: 20_000 }).toBeGreaterThan(0);
  const before = await overdue();

  site.write(CALL, `## Action Items\n${TASK}\n`);
  await expect.poll(overdue, { timeout: 20_000 }).toBe(before + 1);
  site.write(CALL, `## Action Items\n${TASK.replace('[ ]', '[x]')}\n`);
  await expect.poll(overdue, { timeout: 20_000 }).toBe(before);

  const apiOfThePlugin = 'window.workbench.app.plugins.plugins["account-pages"].api';
  expect(await page.evaluate(`${apiOfThePlugin}.account('Norvane')`)).toMatchObject({
    name: 'Norvane',
    page: 'Accounts/Norvane/README.md',
  });
  expect(errors).toEqual([]);
  await close();
});
