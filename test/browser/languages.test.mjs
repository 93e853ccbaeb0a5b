import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeEach, useBrowser } from './hooks.mjs';
import { Site } from './site.mjs';

const NORVANE = 'Accounts/Norvane/README.md';
const CALL = 'Accounts/Norvane/2026-10-29 - Language call.md';
const CALL_TEXT = [
  '---',
  'account: Nobody knows this one',
  '---',
  '## Action Items',
  '- [ ] Water the plants @Robin Hale 📅 2026-11-02 ⏫ 🔁 every week',
  '- [?] Ask for a parking space 📅 2026-10-01',
  '- [ ] Paint the fence',
  '',
].join('\n');
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
/** Names of the vault may be longer than any line; what the plugin itself says may not. */
const NAMES = '.account-pages-head-title, .account-pages-source, .account-pages-owner';
const UNSEEN = '.account-pages-unseen, .account-pages-for-screen-readers';
const browser = useBrowser();
let site;
let visit;
let page;

beforeEach(async () => {
  site = await newSite();
});

closeEach(() => ({ site, visit }));

/** A vault that the plugin is new to, so that it says what it found. */
async function newSite() {
  const opened = await Site.open();
  rmSync(join(opened.vault, '.obsidian', 'plugins', 'account-pages', 'data.json'));
  opened.write(CALL, CALL_TEXT);
  return opened;
}

async function open(query, options = {}) {
  visit = await site.visit(browser(), { query, ...options });
  page = visit.page;
  await page.locator('.notice button').last().waitFor({ timeout: 20_000 });
}

async function openSidebar() {
  await page.evaluate(async (path) => {
    const { app } = window.workbench;
    await app.workspace.getLeaf().openFile(app.vault.getFileByPath(path));
    app.commands.execute('account-pages:open-action-items');
  }, NORVANE);
  await page.locator('.account-pages-item', { hasText: 'Water the plants' }).waitFor({ timeout: 20_000 });
}

function run(id) {
  return page.evaluate((command) => window.workbench.app.commands.execute(command), `account-pages:${id}`);
}

/** What is wider than its place, or stands outside the window, in the plugin's own parts. */
function overflowing(parts) {
  return page.locator(parts).evaluateAll(
    (roots, [names, unseen]) =>
      roots
        .flatMap((root) => [root, ...root.querySelectorAll('*')])
        .filter((el) => el instanceof HTMLElement && el.checkVisibility() && !el.closest(`${names}, ${unseen}`))
        .filter((el) => {
          const { left, right } = el.getBoundingClientRect();
          const isInline = getComputedStyle(el).display === 'inline';
          const isWider = !isInline && el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0;
          return isWider || right > window.innerWidth + 1 || left < -1;
        })
        .map((el) => `${el.tagName} ${el.className}: ${el.textContent.slice(0, 60)}`),
    [NAMES, UNSEEN],
  );
}

describe('the plugin in German', () => {
  it('has its commands, its sidebar and its settings in German', async () => {
    await open('&language=de');
    const welcome = await page.locator('.notice').first().innerText();
    await page.getByRole('button', { name: 'Später' }).click();
    await page.keyboard.press('Control+p');
    await page.locator('.prompt-input').fill('Account Pages');
    const commands = await page.locator('.suggestion-item').allInnerTexts();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Offene Aufgaben anzeigen' }).click();
    await openSidebar();
    const water = page.locator('.account-pages-item', { hasText: 'Water the plants' });
    const said = {
      welcome: /^Account Pages hat \d+ Accounts, \d+ Meeting-Notizen und \d+ Personennotizen gefunden\./.test(welcome),
      command: commands.some((name) => name.includes('Account-Seite neu aufbauen')),
      english: commands.filter((name) => /rebuild|page|open|show/i.test(name.replace('Account Pages', ''))),
      tabs: await page.locator('.account-pages-tab').allInnerTexts(),
      summary: /^\d+ offen, \d+ überfällig$/.test(await page.locator('.account-pages-summary').innerText()),
      due: await water.locator('.account-pages-due').innerText(),
      name: await water.locator('.account-pages-unseen').innerText(),
      proposed: await page
        .locator('.account-pages-item', { hasText: 'parking space' })
        .locator('.account-pages-tag')
        .innerText(),
    };
    expect(said).toEqual({
      welcome: true,
      command: true,
      english: [],
      tabs: ['Offene Aufgaben', 'Durchsicht'],
      summary: true,
      due: 'Montag',
      name: 'Water the plants, Robin Hale, Fälligkeit Montag, hohe Priorität, wiederholt sich every week, aus Language call',
      proposed: 'Vorgeschlagen',
    });

    await water.click({ button: 'right' });
    expect(await page.locator('.menu-item').allInnerTexts()).toContain('Nächste Woche fällig (Montag)');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    const names = page.locator('.setting-item-name');
    await names.getByText('Account-Ordner', { exact: true }).waitFor();
    expect((await names.allInnerTexts()).filter((name) => /folder|page|show|your/i.test(name))).toEqual([]);
    expect(await page.locator('.setting-item', { hasText: 'Account-Ordner' }).first().innerText()).toMatch(
      /Ein Name oder Pfad pro Zeile\. \d+ Accounts gefunden, davon \d+ mit Seite\./,
    );
  });

  it('says problems in German', async () => {
    await open('&language=de');
    await run('show-problems');
    const problem = page.locator('.account-pages-problem', { hasText: 'Nobody knows this one' });
    expect(await problem.innerText()).toBe(
      'Zeile 1: Die Notiz ist über „Nobody knows this one“ mit keinem Account verbunden, weil keine Seite so heißt, auch nicht als Alias.\nLege eine Seite für „Nobody knows this one“ an.',
    );
  });

  it('writes the same page as in English', async () => {
    await open('&language=de');
    const german = await rebuiltPage('Neu aufbauen');
    await visit.close();
    const before = site;
    site = await newSite();
    await before.close();
    await open('');
    expect(german).toBe(await rebuiltPage('Rebuild'));
    expect(german).toContain('## Recent Context');
  });
});

async function rebuiltPage(button) {
  await openSidebar();
  const before = site.read(NORVANE);
  await run('rebuild-page');
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => site.read(NORVANE)).not.toBe(before);
  return site.read(NORVANE);
}

describe.each(['de', 'es', 'fr', 'pt'])('the plugin in %s on a phone', (language) => {
  it('has room for what it says', async () => {
    await open(`&phone&language=${language}`, PHONE);
    expect(await overflowing('.notice'), 'the first notice').toEqual([]);
    await page.locator('.notice button').last().click();
    await openSidebar();
    expect(await overflowing('.account-pages-actions'), 'the list').toEqual([]);
    for (const option of [
      { groupBy: 'due', owner: 'unassigned', due: 'week', proposed: 'without' },
      { groupBy: 'owner' },
    ]) {
      await page.evaluate(async (state) => {
        const [leaf] = window.workbench.app.workspace.getLeavesOfType('account-pages-actions');
        await leaf.view.setState(state, { history: false });
      }, option);
      await page
        .locator('.account-pages-chip')
        .first()
        .waitFor({ state: option.due ? 'visible' : 'hidden' });
      expect(await overflowing('.account-pages-actions'), JSON.stringify(option)).toEqual([]);
    }
    await page.locator('.account-pages-tab').last().click();
    await page.locator('.account-pages-review-head').first().waitFor();
    expect(await overflowing('.account-pages-actions'), 'the review').toEqual([]);

    await run('show-problems');
    await page.locator('.account-pages-problem').first().waitFor();
    expect(await overflowing('.account-pages-modal'), 'the problems').toEqual([]);
    await page.evaluate(() => document.querySelector('.modal-close-button')?.click());
    await page.locator('.account-pages-modal').waitFor({ state: 'detached' });
    await run('rebuild-page');
    await page.locator('.account-pages-diff').first().waitFor();
    expect(await overflowing('.account-pages-modal'), 'the preview').toEqual([]);
    await page.locator('.account-pages-modal .mod-cta').click();
    await page.locator('.account-pages-modal').waitFor({ state: 'detached' });
    await run('remove-records');
    await page.locator('.account-pages-modal .mod-warning').waitFor();
    expect(await overflowing('.account-pages-modal'), 'a question').toEqual([]);
  });
});
