import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useBrowser } from './hooks.mjs';
import { openNote, runCommand, Site } from './site.mjs';

const NORVANE = 'Accounts/Norvane/README.md';
const CALL = 'Accounts/Norvane/2026-10-29 - Depot call.md';
const CALL_TEXT = `---
date: 2026-10-29
participants: Ana Ruiz, Robin Hale
---
# Depot call

## Summary
Ana has picked the next depots.

## Key Facts
- The Lleida depot opens a second shift in January.

## Decisions
- Lleida and Burgos join the second wave.

## Action Items
- [ ] Print the Lleida route cards @Robin Hale 📅 2026-10-30

## Transcript
Ana: The purple forklift is nobody's business.
`;
const SEES = { timeout: 20_000 };
const browser = useBrowser();

/** Every note of the vault, by path. */
function notes(vault) {
  const paths = readdirSync(vault, { recursive: true }).filter((path) => path.endsWith('.md'));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(vault, path), 'utf8')]));
}

it('a newcomer’s first quarter of an hour', async () => {
  const site = await Site.open({ settings: null });
  const untouched = notes(site.vault);
  const visit = await site.visit(browser());
  const { page } = visit;
  const pageText = () => site.read(NORVANE);
  const settingRow = (name) => page.locator('.setting-item', { has: page.getByText(name, { exact: true }) });
  const dialog = page.locator('.account-pages-modal');

  // The first run says what was found, leads to the settings, and writes nothing.
  const welcome = page.locator('.notice', { hasText: 'Account Pages found 8 accounts' });
  await welcome.getByText('Nothing was written.').waitFor(SEES);
  await welcome.getByRole('button', { name: 'Open settings' }).click();
  await welcome.waitFor({ state: 'detached' });
  await settingRow('Account folders').getByText('Found 8 accounts, 8 with a page.').waitFor();
  await settingRow('Your names').locator('textarea').fill('Robin Hale\nRobin');
  await settingRow('Your company').locator('textarea').fill('Larkfield');
  await settingRow('Refresh pages automatically').locator('.checkbox-container').click();
  await settingRow('Wait before a refresh').locator('input').fill('1');
  await expect
    .poll(() => site.settings())
    .toEqual({ ownNames: ['Robin Hale', 'Robin'], ownCompany: ['Larkfield'], automaticRefresh: true, refreshDelay: 1 });
  await page.keyboard.press('Escape');
  expect(notes(site.vault)).toEqual(untouched);

  // A preview changes nothing; a rebuild does, and only on this page.
  await openNote(page, NORVANE);
  await runCommand(page, 'Preview rebuild');
  await dialog.locator('.account-pages-diff-line.is-added').first().waitFor(SEES);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(notes(site.vault)).toEqual(untouched);
  await page.getByRole('button', { name: 'Rebuild account page' }).click();
  await dialog.getByRole('button', { name: 'Rebuild', exact: true }).click(SEES);
  await page.locator('.notice', { hasText: 'Norvane rebuilt' }).waitFor(SEES);
  await expect.poll(pageText).toContain('%% account-pages 1');
  expect(Object.entries(notes(site.vault)).filter(([path, text]) => untouched[path] !== text)).toHaveLength(1);

  // A fact gets other words, typed where the note is edited.
  await page.getByRole('button', { name: 'Currently reading' }).click();
  await page.evaluate(() => {
    const { editor } = window.workbench.app.workspace.activeEditor;
    const heading = editor.getValue().split('\n').indexOf('## Key Facts');
    const line = editor
      .getValue()
      .split('\n')
      .findIndex((text, at) => at > heading && text.startsWith('- '));
    editor.setCursor({ line, ch: 2 });
    editor.focus();
  });
  await page.keyboard.type('As far as we know: ');
  await page.keyboard.press('Control+s');
  await expect.poll(pageText).toContain('- As far as we know: ');
  const fact = pageText()
    .split('\n')
    .find((line) => line.startsWith('- As far as we know: '));

  // Another program saves a transcript: the page follows, and the edit stays.
  site.write(CALL, CALL_TEXT);
  await expect.poll(pageText, { timeout: 30_000 }).toContain('- ✅ Lleida and Burgos join the second wave.');
  expect(pageText()).toContain('The Lleida depot opens a second shift in January.');
  expect(pageText().split('\n')).toContain(fact);
  expect(pageText()).not.toContain('purple forklift');
  await page.locator('.cm-line', { hasText: '[[2026-10-29 - Depot call' }).first().waitFor();

  // What is to be done is ticked where it was written, and taken back.
  await page.getByRole('button', { name: 'Open action items' }).click();
  const item = page.locator('.account-pages-item', { hasText: 'Print the Lleida route cards' });
  await item.getByRole('checkbox').click();
  await expect.poll(() => site.read(CALL)).toMatch(/^- \[x\] Print the Lleida route cards/m);
  await item.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
  await page.getByRole('button', { name: 'Group by', exact: true }).click();
  await page.locator('.menu-item', { hasText: 'Owner' }).click();
  const head = page.locator('.account-pages-head').first();
  await expect.poll(() => head.locator('.account-pages-head-title').innerText()).toBe('Mine');
  await item.waitFor();

  // All pages: cancelled first, then done.
  const before = notes(site.vault);
  await runCommand(page, 'Rebuild all pages');
  await dialog.getByText('Preview of 7 pages').waitFor(SEES);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(notes(site.vault)).toEqual(before);
  await runCommand(page, 'Rebuild all pages');
  await dialog.getByRole('button', { name: 'Rebuild', exact: true }).click(SEES);
  await dialog.getByText('7 of 8 pages changed.').waitFor(SEES);
  await page.keyboard.press('Escape');
  const changed = Object.entries(notes(site.vault)).filter(([path, text]) => before[path] !== text);
  expect(changed.map(([path]) => path.split('/')[0]).sort()).toEqual([...Array(6).fill('Accounts'), 'Partners']);
  expect(pageText().split('\n')).toContain(fact);

  expect({ errors: visit.errors, strangers: visit.strangers() }).toEqual({ errors: [], strangers: [] });
  await visit.close();
  await site.close();
});
