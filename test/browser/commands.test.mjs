import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBrowser } from './hooks.mjs';
import { makeOldEngine, NODE_NAMES } from './old-engine.mjs';
import { PHONE, showNote, Site, runCommand } from './site.mjs';

const NORVANE = 'Accounts/Norvane/README.md';
const RECORD = '%% account-pages 1';
const DAMAGED = 'Inbox/2026-10-29 - Damaged.md';
const browser = useBrowser();
let site;
let visit;
let page;

function modal(title) {
  return page.locator('.modal', { has: page.locator('.modal-title', { hasText: title }) });
}

async function press(title, button) {
  await modal(title).getByRole('button', { name: button, exact: true }).click({ timeout: 20_000 });
  await modal(title).waitFor({ state: 'detached' });
}

async function pick(text) {
  await page.locator('.prompt .suggestion-item', { hasText: text }).first().click();
}

function said(text) {
  return page.locator('.notice', { hasText: text }).first().waitFor();
}

async function offered() {
  const names = await page.evaluate(() => window.workbench.app.commands.available().map(({ name }) => name));
  return names.filter((name) => name.startsWith('Account Pages: ')).map((name) => name.slice(15));
}

/** Each command, what it is used on, and what it is to do; in an order in which each finds what it needs. */
const COMMANDS = {
  'Preview rebuild': async (run) => {
    await showNote(page, NORVANE);
    const before = site.read(NORVANE);
    await run();
    await press('Preview of Norvane', 'Cancel');
    expect(site.read(NORVANE)).toBe(before);
  },
  'Rebuild account page': async (run) => {
    await run();
    await press('Preview of Norvane', 'Rebuild');
    await expect.poll(() => site.read(NORVANE), { timeout: 10_000 }).toContain(RECORD);
    // On a note of no account it asks for one.
    await showNote(page, 'Home.md');
    await run();
    await pick('Norvane');
    await said('Norvane is current.');
  },
  'Undo last rebuild': async (run) => {
    await showNote(page, NORVANE);
    await run();
    await said('is as it was before.');
    await expect.poll(() => site.read(NORVANE)).not.toContain(RECORD);
  },
  'Rebuild all pages': async (run) => {
    await run();
    await press('Preview of 8 pages', 'Rebuild');
    await modal('All account pages rebuilt').getByText('8 of 8 pages changed.').waitFor({ timeout: 20_000 });
    await modal('All account pages rebuilt').getByRole('link', { name: 'Sole' }).click();
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path.includes('Sole'));
    await page.keyboard.press('Escape');
    expect(site.read(NORVANE)).toContain(RECORD);
  },
  'Restore removed lines': async (run) => {
    const line = /^- ✅ .*\n/m.exec(site.read(NORVANE))?.[0] ?? '';
    await showNote(page, NORVANE);
    site.write(NORVANE, site.read(NORVANE).replace(line, ''));
    await page.waitForFunction(
      async ([path, removed]) => {
        const { app } = window.workbench;
        return !(await app.vault.read(app.vault.getFileByPath(path))).includes(removed);
      },
      [NORVANE, line],
    );
    await run();
    await pick('Decisions: ');
    await said('Restored in ');
    await expect.poll(() => site.read(NORVANE)).toContain(line);
  },
  'Show problems': async (run) => {
    await run();
    const problems = modal(/^\d+ problems$/);
    const note = problems.locator('.account-pages-problems', { hasText: 'Inbox/2026-03-11 - Velora first call.md' });
    await note.getByRole('button', { name: /because no page has that name/ }).click({ timeout: 20_000 });
    await problems.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.workbench.app.workspace.getActiveFile().path)).toContain('Velora');
  },
  'Create account page': async (run) => {
    await run();
    await pick('Velora');
    await press('Preview of Velora', 'Rebuild');
    await expect.poll(() => site.read('Accounts/Velora/README.md'), { timeout: 10_000 }).toContain(RECORD);
    expect(await offered()).not.toContain('Create account page');
  },
  'Repair text encoding of this note': async (run) => {
    expect(await offered()).not.toContain('Repair text encoding of this note');
    site.write(DAMAGED, '# Call\n\n## Decisions\n- Donâ€™t wait fÃ¼r the depot.\n');
    await page.waitForFunction((path) => window.workbench.app.vault.getFileByPath(path), DAMAGED);
    await showNote(page, DAMAGED);
    await expect.poll(offered).toContain('Repair text encoding of this note');
    await run();
    await press('Repair the text of this note?', 'Repair');
    await expect.poll(() => site.read(DAMAGED)).toContain('- Don’t wait für the depot.');
  },
  'Switch automatic refresh on this device on or off': async (run) => {
    await run();
    await said('Pages are no longer refreshed on this device.');
    await run();
    await said('Pages are refreshed on this device.');
  },
  'Open action items': async (run) => {
    await run();
    await page.locator('.account-pages-head', { hasText: 'Norvane' }).waitFor();
    await page.evaluate(() => window.workbench.app.workspace.rightSplit.collapse());
  },
  'Remove the plugin’s record from all pages': async (run) => {
    expect(await keptOnDevice()).toHaveLength(2);
    await run();
    await press('Remove the plugin’s record from all pages?', 'Remove records');
    await said('lost the record; every other byte stays.');
    await said('This device keeps nothing of your notes any more.');
    expect(site.read(NORVANE)).not.toContain('%%');
    expect(await keptOnDevice()).toEqual([]);
  },
};

/** The plugin’s databases, and its values in the app’s local storage. */
function keptOnDevice() {
  return page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('account-pages')),
    ...Object.keys(window.localStorage).filter((key) => key.includes('account-pages-')),
  ]);
}

/** Nothing but the vault’s own server answers. */
function goOffline() {
  Object.defineProperty(navigator, 'onLine', { get: () => false });
}

describe.each([
  ['on a desk without a network', { script: goOffline }],
  ['on a phone with an old engine', { ...PHONE, script: makeOldEngine }],
])('each command, %s', (_, options) => {
  beforeEach(async () => {
    site = await Site.open({
      settings: { automaticRefresh: true, refreshDelay: 60, ownNames: ['Robin Hale', 'Robin'] },
    });
    visit = await site.visit(browser(), options);
    page = visit.page;
  });

  afterEach(async () => {
    await visit.close();
    await site.close();
  });

  it('does what it says, in a page without a name of Node, an error or a stranger’s address', async () => {
    const missing = await page.evaluate(
      (names) => [...names.filter((name) => name in window), ...('toSorted' in Array.prototype ? ['toSorted'] : [])],
      NODE_NAMES,
    );
    expect(missing).toEqual(options.isMobile ? [] : ['toSorted']);
    for (const [name, use] of Object.entries(COMMANDS)) {
      await use(() => runCommand(page, name));
    }
    const all = await page.evaluate(() => window.workbench.app.commands.list().map(({ name }) => name));
    expect(all.map((name) => name.replace('Account Pages: ', '')).sort()).toEqual(Object.keys(COMMANDS).sort());
    expect({ errors: visit.errors, strangers: visit.strangers() }).toEqual({ errors: [], strangers: [] });
  });
});

describe('the ribbon', () => {
  it('has a button that rebuilds the open page, and one that opens the action items', async () => {
    site = await Site.open();
    visit = await site.visit(browser());
    page = visit.page;
    await showNote(page, NORVANE);
    await page.getByRole('button', { name: 'Rebuild account page' }).click();
    await press('Preview of Norvane', 'Rebuild');
    await expect.poll(() => site.read(NORVANE), { timeout: 10_000 }).toContain(RECORD);
    await page.getByRole('button', { name: 'Open action items' }).click();
    await page.locator('.account-pages-head.is-current', { hasText: 'Norvane' }).waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
    await site.close();
  });
});
