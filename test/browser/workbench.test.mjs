import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBrowser } from './hooks.mjs';
import { Site, openNote, runCommand } from './site.mjs';

const NORVANE = 'Accounts/Norvane/README.md';
const browser = useBrowser();
let site;

beforeEach(async () => {
  site = await Site.open();
});

afterEach(async () => {
  await site.close();
});

describe('the page', () => {
  it('starts without an error, says what it is, and asks nobody but its own server', async () => {
    const { page, errors, hosts, close } = await site.visit(browser());
    const banner = await page.locator('.workbench-banner').innerText();
    const top = await page
      .locator('.nav-files-container > div > * > :is(.nav-folder-title, .nav-file-title)')
      .allInnerTexts();
    expect({ errors, hosts: [...hosts], banner, top }).toEqual({
      errors: [],
      hosts: [new URL(site.server.address).host],
      banner: 'Workbench – a stand-in, not the app',
      top: [
        '_archive',
        'Accounts',
        'Granola',
        'Inbox',
        'Mail',
        'Meetings',
        'Partners',
        'People',
        'Projects',
        'Templates',
        'Home',
        'Reading list',
      ],
    });
    await close();
  });

  it('opens a note to read and to edit, and saves what is typed', async () => {
    const { page, errors, close } = await site.visit(browser());
    await openNote(page, 'Reading list.md');
    const read = await page.locator('.markdown-rendered .inline-title').innerText();
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Typed by hand. ');
    await expect.poll(() => site.read('Reading list.md'), { timeout: 10_000 }).toMatch(/^Typed by hand\. /);
    await page.keyboard.type('And more. ');
    await page.keyboard.press('Control+s');
    await expect.poll(() => site.read('Reading list.md')).toMatch(/^Typed by hand\. And more\. /);
    expect({ read, errors }).toEqual({ read: 'Reading list', errors: [] });
    await close();
  });

  it('shows a change from outside in the open note, and marks its lines', async () => {
    const { page, errors, close } = await site.visit(browser());
    await openNote(page, NORVANE);
    site.write(NORVANE, `${site.read(NORVANE)}\nWritten by another program.\n`);
    const marked = page.locator('.is-flashing', { hasText: 'Written by another program.' });
    await marked.waitFor();
    expect({ marked: await page.locator('.is-flashing').allInnerTexts(), errors }).toEqual({
      marked: ['Written by another program.'],
      errors: [],
    });
    await close();
  });

  it('merges a change from outside with what is being typed', async () => {
    const { page, errors, close } = await site.visit(browser());
    site.write('Inbox/Merge.md', 'one\n\ntwo\n\nthree\n\nfour\n');
    await page.locator('.nav-folder-title[data-path="Inbox"]').click();
    await page.locator('.nav-file-title[data-path="Inbox/Merge.md"]').click();
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('typed ');
    site.write('Inbox/Merge.md', 'one\n\ntwo\n\nthree\n\nfour, from outside\n');
    const both = 'typed one\n\ntwo\n\nthree\n\nfour, from outside\n';
    await expect.poll(() => site.read('Inbox/Merge.md'), { timeout: 10_000 }).toBe(both);
    expect(errors).toEqual([]);
    await close();
  });

  it('lists the plugin’s command, and running it changes the pages on the disk', async () => {
    const { page, errors, close } = await site.visit(browser());
    await openNote(page, NORVANE);
    const before = site.read(NORVANE);
    await runCommand(page, 'Rebuild all pages');
    await page.getByRole('button', { name: 'Rebuild', exact: true }).click({ timeout: 20_000 });
    const summary = page.locator('.account-pages-modal', { hasText: 'All account pages rebuilt' });
    await summary.getByText('8 of 8 pages changed.').waitFor({ timeout: 20_000 });
    const changed = await summary.locator('.account-pages-rebuilt a').allInnerTexts();
    expect({ changed, isWritten: site.read(NORVANE) !== before, errors }).toEqual({
      changed: [
        'Brightwell Foods',
        'Harrow & Finch',
        'Kestrel',
        'Kestrel Rail',
        'Norvane',
        'Ostara Health',
        'Quillon',
        'Sole',
      ],
      isWritten: true,
      errors: [],
    });
    await close();
  });

  it('goes from light to dark, and keeps it', async () => {
    const { page, close } = await site.visit(browser());
    const color = () =>
      page.locator('.workspace-split.mod-root').evaluate((el) => getComputedStyle(el).backgroundColor);
    const light = await color();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    const dark = await color();
    await page.reload();
    await page.waitForSelector('body.is-ready');
    expect([light, dark, await color()]).toEqual(['rgb(255, 255, 255)', 'rgb(30, 30, 30)', 'rgb(30, 30, 30)']);
    await close();
  });

  it('keeps on a phone the sidebars as drawers over the note', async () => {
    const { page, errors, close } = await site.visit(browser(), {
      query: '&phone',
      viewport: { width: 390, height: 800 },
    });
    const drawer = page.locator('.workspace-drawer.mod-left-split');
    const hidden = await drawer.isVisible();
    await page.getByRole('button', { name: 'Left sidebar' }).click();
    const shown = await drawer.isVisible();
    await page.mouse.click(380, 300);
    const closed = await drawer.isVisible();
    const classes = await page.evaluate(() =>
      ['is-mobile', 'is-phone'].every((name) => document.body.classList.contains(name)),
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ hidden, shown, closed, classes, width, errors }).toEqual({
      hidden: false,
      shown: true,
      closed: false,
      classes: true,
      width: 390,
      errors: [],
    });
    await close();
  });

  it('restores what was open', async () => {
    const { page, close } = await site.visit(browser());
    await openNote(page, NORVANE);
    await page.keyboard.press('Control+o');
    await page.locator('.prompt-input').fill('Reading list');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path === 'Reading list.md');
    const layout = () => page.evaluate(() => JSON.stringify(window.workbench.app.workspace.getLayout()));
    const before = await layout();
    await page.waitForFunction((wanted) => Object.values(window.localStorage).includes(wanted), before);
    await page.reload();
    await page.waitForSelector('body.is-ready');
    expect(await layout()).toBe(before);
    await close();
  });

  it('makes a note behind another tab only when it comes to the front', async () => {
    const { page, errors, close } = await site.visit(browser());
    await page.locator('.nav-file-title[data-path="Reading list.md"]').click({ modifiers: ['Control'] });
    // The layout may be saved between the making of the tab and its coming to the front.
    const saved = () =>
      page.evaluate(() => {
        const { leaves = [], current } = window.workbench.app.loadLocalStorage('workspace-layout')?.main[0] ?? {};
        return [leaves.length, current];
      });
    await expect.poll(saved).toEqual([2, 1]);
    await page.reload();
    await page.waitForSelector('body.is-ready');
    const deferred = () =>
      page.evaluate(() => window.workbench.app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.isDeferred));
    const before = await deferred();
    await page.locator('.mod-root .workspace-tab-header', { hasText: 'Home' }).click();
    await page.locator('.workspace-leaf.mod-active .inline-title', { hasText: 'Home' }).waitFor();
    expect({ before, after: await deferred(), errors }).toEqual({
      before: [true, false],
      after: [false, false],
      errors: [],
    });
    await close();
  });

  it('keeps the line ends of a note, and does not write one that nobody edited', async () => {
    const text = 'one\r\ntwo\nthree\r\n';
    site.write('Reading list.md', text);
    const { page, errors, close } = await site.visit(browser());
    await openNote(page, 'Reading list.md');
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await openNote(page, 'Home.md');
    const untouched = site.read('Reading list.md');
    site.write('Reading list.md', 'one\r\ntwo\r\n');
    await openNote(page, 'Reading list.md');
    await page.locator('.cm-content', { hasText: 'two' }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('new ');
    await page.keyboard.press('Control+s');
    await expect.poll(() => site.read('Reading list.md')).toBe('new one\r\ntwo\r\n');
    expect({ untouched, errors }).toEqual({ untouched: text, errors: [] });
    await close();
  });

  it('ticks a task in the note on the disk', async () => {
    site.write('Reading list.md', '# Tasks\n\n- [ ] one\n  - [ ] two\n\n> - [x] three\n');
    const { page, errors, close } = await site.visit(browser());
    await openNote(page, 'Reading list.md');
    await page.locator('.task-list-item', { hasText: 'two' }).last().locator('input').click();
    await expect.poll(() => site.read('Reading list.md')).toBe('# Tasks\n\n- [ ] one\n  - [x] two\n\n> - [x] three\n');
    await page.locator('.task-list-item', { hasText: 'three' }).locator('input').click();
    await expect.poll(() => site.read('Reading list.md')).toBe('# Tasks\n\n- [ ] one\n  - [x] two\n\n> - [ ] three\n');
    expect(errors).toEqual([]);
    await close();
  });

  it('names what a plugin asks for and the stand-in lacks', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'plugin-'));
    const manifest = { id: 'broken', name: 'Broken', version: '1.0.0', minAppVersion: '1.13.0', description: 'Fails.' };
    writeFileSync(join(broken, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(broken, 'main.js'), "module.exports = class extends require('obsidian').NoSuchThing {};");
    const other = await Site.open({ plugins: [broken] });
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(other.server.address);
    const notice = await page.locator('.notice').innerText();
    expect(notice).toBe(
      'The workbench could not be started: The stand-in has no “NoSuchThing” in its module “obsidian”.',
    );
    await context.close();
    await other.close();
    rmSync(broken, { recursive: true });
  });

  it('shows a vault of yours read-only, and says what it did not save', async () => {
    const other = await Site.open({ writable: false });
    const { page, close } = await other.visit(browser());
    await openNote(page, 'Reading list.md');
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Control+s');
    const notice = await page.locator('.notice').innerText();
    const banner = await page.locator('.workbench-read-only').innerText();
    expect([notice, banner]).toEqual([
      '“Reading list” could not be saved: This vault is shown read-only.',
      'Read-only',
    ]);
    await close();
    await other.close();
  });

  it('runs nothing that a note contains, and asks nobody for its pictures', async () => {
    const attack = [
      '<script>window.hacked = 1</script>',
      '<img src=x onerror="window.hacked = 2">',
      '[a](javascript:window.hacked=3) ![p](https://example.invalid/pixel.png)',
      '> [!note] <b onclick="window.hacked=4">title</b>',
      '[[<img src=x onerror=window.hacked=5>]]',
    ].join('\n\n');
    site.write('Reading list.md', attack);
    const { page, errors, hosts, close } = await site.visit(browser());
    await openNote(page, 'Reading list.md');
    const made = await page
      .locator('.markdown-rendered :is(script, img, b, [onclick], [onerror], a[href^="javascript"])')
      .count();
    const hacked = await page.evaluate(() => window.hacked ?? null);
    expect({ made, hacked, hosts: hosts.size, errors }).toEqual({ made: 0, hacked: null, hosts: 1, errors: [] });
    await close();
  });
});
