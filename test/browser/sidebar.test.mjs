import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeEach, useBrowser } from './hooks.mjs';
import { Site, openNote, runCommand } from './site.mjs';

const NORVANE = 'Accounts/Norvane/README.md';
const CALL = 'Accounts/Norvane/2026-10-28 - Sidebar call.md';
const WEEKLY = 'Accounts/Norvane/2026-10-29 - Sidebar weekly.md';
const CALL_TEXT = [
  '# Sidebar call',
  '',
  '## Action Items',
  '- [ ] Water the **office** plants @Robin Hale 📅 2026-10-30',
  '- [ ] Order the blue folders @Pieter Brandt 📅 2026-10-21 🔼 ^folders',
  '- [ ] Paint the fence behind the depot',
  '- [?] Ask for a parking space',
  '- [x] Long done ✅ 2026-10-28',
  '',
].join('\r\n');
const browser = useBrowser();
let site;
let visit;
let page;

beforeEach(async () => {
  site = await Site.open();
  site.write(CALL, CALL_TEXT);
  visit = await site.visit(browser(), { permissions: ['clipboard-read', 'clipboard-write'] });
  page = visit.page;
  await openNote(page, NORVANE);
  await page.getByRole('button', { name: 'Open action items' }).click();
  await item('Water the office plants').waitFor({ timeout: 20_000 });
});

closeEach(() => ({ site, visit }));

function item(text) {
  return page.locator('.account-pages-item', { hasText: text });
}

function heads() {
  return page.locator('.account-pages-head-title').allInnerTexts();
}

function texts() {
  return page.locator('.account-pages-item-text').allInnerTexts();
}

async function choose(button, row) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('.menu-item', { hasText: row }).click();
}

async function chooseFor(text, row) {
  await item(text).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: row }).click();
}

async function filter(text) {
  await page.getByRole('searchbox', { name: 'Filter items…' }).fill(text);
}

/** What a screen reader calls the row that has the focus. */
function focusedName() {
  return page.evaluate(() => document.activeElement?.querySelector('.account-pages-unseen')?.textContent ?? '');
}

function line(words, path = CALL) {
  return site
    .read(path)
    .split(/\r?\n/)
    .find((text) => text.includes(words));
}

describe('the sidebar', () => {
  it('shows the open note’s account first and unfolded, with what is known of each item', async () => {
    await openNote(page, NORVANE);
    const water = item('Water the office plants');
    expect({
      views: await page.locator('.mod-right-split .workspace-leaf-content[data-type="account-pages-actions"]').count(),
      first: (await heads())[0],
      unfolded: await page.locator('.account-pages-head[aria-expanded="true"]').count(),
      bold: await water.locator('strong').innerText(),
      due: await water.locator('.account-pages-due').innerText(),
      owner: await water.locator('.account-pages-owner').innerText(),
      name: await item('Order the blue folders').locator('.account-pages-unseen').innerText(),
      summary: /^\d+ open, \d+ overdue$/.test(await page.locator('.account-pages-summary').innerText()),
    }).toEqual({
      views: 1,
      first: 'Norvane',
      unfolded: 1,
      bold: 'office',
      due: 'Today',
      owner: 'Robin Hale',
      name: 'Order the blue folders, Pieter Brandt, due 9 days overdue, medium priority, from Sidebar call',
      summary: true,
    });
  });

  it('ticks the line, says when it was done, and takes it back to the byte', async () => {
    await item('Order the blue folders').getByRole('checkbox').click();
    await expect
      .poll(() => line('blue folders'))
      .toBe('- [x] Order the blue folders @Pieter Brandt 📅 2026-10-21 🔼 ✅ 2026-10-30 ^folders');
    await page.locator('.account-pages-item.is-ticked', { hasText: 'Order the blue folders' }).waitFor();
    await item('Order the blue folders').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
    await page.locator('.account-pages-item:not(.is-ticked)', { hasText: 'Order the blue folders' }).waitFor();
  });

  it('lets a ticked item go after some seconds, and the keyboard is then at the next one', async () => {
    await page.clock.install();
    const water = item('Water the office plants');
    await water.focus();
    const next = water.locator('xpath=following-sibling::*[1]');
    const name = await next.locator('.account-pages-unseen').innerText();
    await page.keyboard.press(' ');
    await expect.poll(() => line('plants')).toMatch(/^- \[x\]/);
    await water.getByRole('button', { name: 'Undo' }).waitFor();
    await page.clock.fastForward(10_000);
    await water.waitFor({ state: 'detached' });
    expect(await focusedName()).toBe(name);
  });

  it('writes nothing where the line has changed, and says so', async () => {
    const changed = CALL_TEXT.replace('Paint the fence', 'Paint the whole fence');
    await page.evaluate(
      ([path, read, text]) => {
        const { app } = window.workbench;
        const { cachedRead } = app.vault;
        // What the index has read stays as it is, as while a sync has not yet been heard of.
        app.vault.cachedRead = (file) =>
          file.path === path ? Promise.resolve(read) : cachedRead.call(app.vault, file);
        return app.vault.process(app.vault.getFileByPath(path), () => text);
      },
      [CALL, CALL_TEXT, changed],
    );
    await item('Paint the fence').getByRole('checkbox').click();
    await page.locator('.notice', { hasText: 'has changed since it was read' }).waitFor();
    // The list is drawn anew a frame after the notice.
    await expect.poll(() => item('Paint the fence').getByRole('checkbox').isChecked()).toBe(false);
    expect(site.read(CALL)).toBe(changed);
  });

  it('ticks every copy of an item that meetings repeat, and says so', async () => {
    site.write(WEEKLY, '# Sidebar weekly\n\n## Action Items\n- [ ] Paint the fence behind the depot\n');
    await item('Paint the fence').locator('.account-pages-repeated', { hasText: '×2' }).waitFor();
    await item('Paint the fence').getByRole('checkbox').click();
    await page.locator('.notice', { hasText: 'Ticked 2 lines in 2 notes' }).waitFor();
    await expect
      .poll(() => [line('Paint'), line('Paint', WEEKLY)])
      .toEqual(['- [x] Paint the fence behind the depot ✅ 2026-10-30', '- [x] Paint the fence behind the depot']);
  });

  it('ticks by the Tasks plugin where that is on', async () => {
    await page.evaluate(() => {
      const toggle = (text, path) => `${text.replace('[ ]', '[x]')} by ${path.split('/').length}\n- [ ] and again`;
      const tasks = { apiV1: { executeToggleTaskDoneCommand: toggle } };
      window.workbench.app.plugins = { plugins: { 'obsidian-tasks-plugin': tasks } };
    });
    await item('Paint the fence').getByRole('checkbox').click();
    await expect
      .poll(() => site.read(CALL))
      .toContain('- [x] Paint the fence behind the depot by 3\r\n- [ ] and again\r\n- [?]');
    await item('Paint the fence').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
  });

  it('opens the note at the line, in a new tab with Ctrl or the middle button', async () => {
    await item('Paint the fence').locator('.account-pages-item-text').click();
    await page.waitForFunction((path) => window.workbench.app.workspace.getActiveFile()?.path === path, CALL);
    await item('Water').click({ modifiers: ['Control'], position: { x: 100, y: 10 } });
    await item('Water').click({ button: 'middle', position: { x: 100, y: 10 } });
    await expect.poll(() => page.locator('.mod-root .workspace-tab-header').count()).toBe(3);
  });

  it('draws of a note’s words nothing that would load or run, and opens the notes that they link to', async () => {
    site.write(
      WEEKLY,
      [
        '## Action Items',
        '- [ ] Ask [[Home|at home]] for `--dry-run` and *the* [plan](https://plan.example) **soon**',
        '- [ ] Send **it** ![](https://evil.example/t.png) <iframe src="https://evil.example/"></iframe> ![[Home]]',
        '- [ ] Look [here](javascript:alert) or [[javascript:alert|there]] **now** `$= app`',
        '',
      ].join('\n'),
    );
    const made = (words) =>
      item(words)
        .locator('.account-pages-item-text')
        .evaluate((el) =>
          [...el.querySelectorAll('*')].map((one) => `${one.tagName} ${one.getAttribute('href') ?? ''}`),
        );
    await filter('Sidebar weekly');
    await item('Look here').waitFor();
    expect([await made('Ask at home'), await made('Send it'), await made('Look here')]).toEqual([
      ['SPAN ', 'A ', 'CODE ', 'EM ', 'A https://plan.example', 'STRONG '],
      ['SPAN ', 'STRONG '],
      ['SPAN ', 'A ', 'STRONG ', 'CODE '],
    ]);
    expect(visit.strangers()).toEqual([]);
    await item('Ask at home').locator('a').first().click();
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path === 'Home.md');
  });

  it('previews the meeting below the pointer', async () => {
    await item('Paint the fence').locator('.account-pages-source').hover();
    await page.locator('.hover-popover', { hasText: 'Sidebar call' }).waitFor();
  });

  it('groups, sorts and filters as chosen, and knows it after a restart', async () => {
    await choose('Group by', 'Due date');
    await page.getByRole('button', { name: 'Fold or unfold all' }).click();
    await expect.poll(async () => (await heads()).slice(0, 2)).toEqual(['Overdue', 'Today']);
    await choose('Group by', 'Owner');
    expect((await heads())[0]).toBe('Mine');
    await choose('Group by', 'Meeting');
    await expect.poll(heads).toContain('Sidebar call');
    await choose('Sort by', 'Oldest first');
    await choose('Filter by', 'Only proposed');
    await expect.poll(texts).toContain('Ask for a parking space');
    await page.getByRole('button', { name: 'Remove filter: Only proposed' }).click();
    await choose('Filter by', 'Mine');
    await choose('Filter by', 'Due this week');
    await filter('plants');
    await expect.poll(texts).toEqual(['Water the office plants']);
    await page.waitForFunction(() =>
      Object.values(window.localStorage).some((value) => value.includes('"text":"plants"')),
    );
    await page.reload();
    await page.waitForSelector('body.is-ready');
    await expect.poll(texts, { timeout: 20_000 }).toEqual(['Water the office plants']);
    await filter('no such words');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(async () => (await texts()).length).toBeGreaterThan(5);
  });

  it('has what each choice of its menus says', async () => {
    const all = [
      'Ask for a parking space',
      'Order the blue folders',
      'Paint the fence behind the depot',
      'Water the office plants',
    ];
    const shown = async () => (await texts()).sort();
    await filter('');
    await choose('Filter by', 'Unassigned');
    await filter('the depot');
    await expect.poll(shown).toEqual(['Paint the fence behind the depot']);
    await page.getByRole('button', { name: 'Remove filter: Unassigned' }).click();
    await filter('');
    await choose('Group by', 'Meeting');
    /** Of the note of this test alone, by whichever filter. */
    const left = async () => (await shown()).filter((text) => all.includes(text));
    const [parking, folders, fence, plants] = all;
    const filters = {
      Mine: [plants],
      'Somebody else’s': [folders],
      Unassigned: [parking, fence],
      'Anyone’s': all,
      Overdue: [folders],
      'Due this week': [folders, plants],
      'No due date': [parking, fence],
      'Any due date': all,
      'Only proposed': [parking],
      'Without proposed': [folders, fence, plants],
      'Proposed or not': all,
    };
    // All rows are drawn in so high a pane.
    await page.addStyleTag({ content: '.account-pages-scroller { min-height: 9000px; }' });
    for (const [name, wanted] of Object.entries(filters)) {
      await choose('Filter by', new RegExp(`^${name}$`));
      await expect.poll(left, { message: name }).toEqual(wanted);
      const chip = page.getByRole('button', { name: `Remove filter: ${name}`, exact: true });
      if (wanted !== all) await chip.click();
    }
    await choose('Group by', 'Account');
    await filter('a');
    const order = async () => (await texts()).filter((text) => all.includes(text));
    await choose('Sort by', 'Priority');
    await expect.poll(async () => (await order())[0]).toBe(folders);
    await choose('Sort by', 'Due date');
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual([folders, plants]);
  });

  it('opens a group’s note from its menu, and folds all groups from there', async () => {
    await filter('sole');
    await page.locator('.account-pages-head', { hasText: 'Sole' }).click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Open in new tab' }).click();
    await expect.poll(() => page.locator('.mod-root .workspace-tab-header').count()).toBe(2);
    await choose('Group by', 'Meeting');
    await filter('parking');
    await page.locator('.account-pages-head', { hasText: 'Sidebar call' }).click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Open meeting' }).click();
    await page.waitForFunction((path) => window.workbench.app.workspace.getActiveFile()?.path === path, CALL);
    await filter('');
    await page.locator('.account-pages-head').first().click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Fold or unfold all' }).click();
    await expect.poll(() => page.locator('.account-pages-item').count()).toBe(0);
    await filter('parking');
    await page.locator('.account-pages-head').first().click();
    await chooseFor('parking', /^Open$/);
    await page.waitForFunction((path) => window.workbench.app.workspace.getActiveFile()?.path === path, CALL);
  });

  it('stays where it was scrolled to when notes change above', async () => {
    await page.getByRole('button', { name: 'Fold or unfold all' }).click();
    const scroller = page.locator('.account-pages-scroller').first();
    await scroller.evaluate((el) => el.scrollTo(0, 900));
    await page.waitForTimeout(300);
    const seen = () =>
      page.evaluate(() => {
        const top = document.querySelector('.account-pages-scroller').getBoundingClientRect().top;
        const rows = [...document.querySelectorAll('.account-pages-row')].map((el) => [
          el.getBoundingClientRect().top - top,
          el.textContent,
        ]);
        return rows
          .filter(([y]) => y >= 0)
          .sort((a, b) => a[0] - b[0])[0]
          .map((part) => (typeof part === 'number' ? Math.round(part) : part));
      });
    const before = await seen();
    const more = Array.from({ length: 6 }, (_, number) => `- [ ] A new thing number ${number} 📅 2026-10-01`).join(
      '\n',
    );
    site.write(CALL, `${CALL_TEXT}${more}\n`);
    await page.locator('.account-pages-summary', { hasText: '78 open' }).waitFor();
    await page.waitForTimeout(500);
    expect(await seen()).toEqual(before);
  });

  it('folds one group or all', async () => {
    const expanded = () => page.locator('.account-pages-head[aria-expanded="true"]').count();
    await page.locator('.account-pages-head', { hasText: 'Norvane' }).click();
    await expect.poll(expanded).toBe(0);
    await page.getByRole('button', { name: 'Fold or unfold all' }).click();
    await expect.poll(expanded).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Fold or unfold all' }).click();
    await expect.poll(expanded).toBe(0);
  });

  it('is used with the keyboard alone', async () => {
    const focused = async () => (await focusedName()).split(',')[0];
    await page.getByRole('searchbox', { name: 'Filter items…' }).focus();
    await page.keyboard.press('ArrowDown');
    const seen = [await focused()];
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'End', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await focused());
    }
    await page.keyboard.type('fence');
    await expect.poll(texts).toEqual(['Paint the fence behind the depot']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect.poll(() => line('Paint')).toMatch(/^- \[x\]/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
    expect(await focused()).toBe('Paint the fence behind the depot');
    await page.keyboard.press('Shift+F10');
    await page.locator('.menu').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForFunction((path) => window.workbench.app.workspace.getActiveFile()?.path === path, CALL);
    expect(seen.filter((_, index) => index !== 4)).toEqual(['Norvane', 'Norvane', 'Norvane', seen[3], 'Norvane']);
    expect(seen[3]).not.toBe('Norvane');
  });

  it('gives an item another due date', async () => {
    await chooseFor('Paint the fence', 'Due tomorrow');
    await expect.poll(() => line('Paint')).toBe('- [ ] Paint the fence behind the depot 📅 2026-10-31');
    await expect.poll(() => item('Paint the fence').locator('.account-pages-due').innerText()).toBe('Tomorrow');
    await chooseFor('Paint the fence', 'Due next week');
    await expect.poll(() => line('Paint')).toContain('📅 2026-11-02');
    await chooseFor('Paint the fence', 'Due today');
    await expect.poll(() => line('Paint')).toContain('📅 2026-10-30');
    await item('Paint the fence').hover();
    await item('Paint the fence').getByRole('button', { name: 'More actions' }).click();
    await page.locator('.menu-item', { hasText: 'Pick due date' }).click();
    await page.locator('input[type="date"]').fill('2026-12-24');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expect.poll(() => line('Paint')).toContain('📅 2026-12-24');
    await expect.poll(() => item('Paint the fence').locator('.account-pages-due').innerText()).toBe('2026-12-24');
    await chooseFor('Paint the fence', 'Remove due date');
    await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
  });

  it('gives an item another owner', async () => {
    await chooseFor('Paint the fence', 'Set owner');
    await page.locator('.prompt-input').fill('Pieter');
    await page.keyboard.press('Enter');
    await expect.poll(() => line('Paint')).toBe('- [ ] Paint the fence behind the depot @Pieter Brandt');
    await expect.poll(() => item('Paint the fence').locator('.account-pages-owner').innerText()).toBe('Pieter Brandt');
  });

  it('copies an item as text and as a link', async () => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await chooseFor('Order the blue folders', 'Copy as text');
    await expect.poll(copied).toBe('Order the blue folders (Pieter Brandt, due 2026-10-21) – Norvane, Sidebar call');
    await chooseFor('Order the blue folders', 'Copy link');
    await expect.poll(copied).toBe('[[2026-10-28 - Sidebar call#Action Items]]');
  });

  it('opens an item and marks it as done from its menu, and a page from the menu of its account', async () => {
    await chooseFor('Paint the fence', 'Open in new tab');
    await expect.poll(() => page.locator('.mod-root .workspace-tab-header').count()).toBe(2);
    await filter('sole');
    await page.locator('.account-pages-head', { hasText: 'Sole' }).click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Open page' }).click();
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path.includes('Sole'));
    await filter('');
    await chooseFor('Paint the fence', 'Mark as done');
    await expect.poll(() => line('Paint')).toMatch(/^- \[x\]/);
  });

  it('keeps focus, hover and elements when notes change, and redraws only what changed', async () => {
    await item('Water the office plants').focus();
    const before = await texts();
    await page.evaluate(() => {
      for (const el of document.querySelectorAll('.account-pages-row > *')) el.dataset.mark = '1';
    });
    site.write(CALL, CALL_TEXT.replace('Paint the fence behind the depot', 'Paint the door of the depot'));
    await item('Paint the door').waitFor();
    const fresh = page.locator('.account-pages-row:has(> :not([data-mark])) .account-pages-item-text');
    const drawnAgain = (await fresh.allInnerTexts()).filter((text) => before.includes(text));
    expect([(await focusedName()).split(',')[0], drawnAgain]).toEqual(['Water the office plants', []]);
  });

  it('follows the open note, but not one that was opened from the list', async () => {
    await openNote(page, 'Accounts/Sole/README.md');
    await expect.poll(async () => (await heads())[0]).toBe('Sole');
    await filter('paint the fence');
    await item('Paint the fence').locator('.account-pages-item-text').click();
    await page.waitForFunction((path) => window.workbench.app.workspace.getActiveFile()?.path === path, CALL);
    await filter('');
    await expect.poll(async () => (await heads())[0]).toBe('Sole');
    await openNote(page, NORVANE);
    await runCommand(page, 'Open action items');
    await expect.poll(async () => (await heads())[0]).toBe('Norvane');
  });
});

describe('the review', () => {
  const FOLDER = 'Accounts/Testfield';
  const PAGE = `${FOLDER}/README.md`;
  const BUDGET = 'The budget for the pilot is 90k euros this year.';
  const MINE = 'The budget for the pilot is 90k euros this year, says Ana.';
  const RAISED = 'The budget for the pilot is 120k euros this year.';
  const note = (facts) => `> [!summary]\n> We met.\n\n## Key Facts\n${facts.map((fact) => `- ${fact}\n`).join('')}`;
  const entry = (text) => page.locator('.account-pages-review-entry', { hasText: text });

  beforeEach(async () => {
    await visit.close();
    for (const folder of [FOLDER, '.obsidian/plugins/account-pages']) {
      mkdirSync(join(site.vault, folder), { recursive: true });
    }
    site.write('.obsidian/plugins/account-pages/data.json', JSON.stringify({ previewFirst: false }));
    site.write(PAGE, '---\ntype: customer\n---\n# Testfield\n');
    site.write(
      `${FOLDER}/2026-10-01 - Kick-off.md`,
      note([BUDGET, 'Peak is in autumn.', 'The Teruel depot has 40 scanners.']),
    );
    site.write(`${FOLDER}/2026-10-08 - Weekly.md`, note(['The Teruel depot has 55 scanners.']));
    site.write(`${FOLDER}/2026-10-15 - Broken.md`, '## Key Facts\n- One more.\n\n```\nnever closed\n');
    visit = await site.visit(browser());
    page = visit.page;
    await openNote(page, PAGE);
    await runCommand(page, 'Rebuild all pages');
    await expect.poll(() => site.read(PAGE), { timeout: 20_000 }).toContain(BUDGET);
    await page.locator('.modal').waitFor();
    await page.keyboard.press('Escape');
    const edited = site
      .read(PAGE)
      .replace(BUDGET, MINE)
      .replace(/- Peak is in autumn.*\r?\n/, '');
    site.write(PAGE, edited);
    site.write(
      `${FOLDER}/2026-10-01 - Kick-off.md`,
      note([RAISED, 'Peak is in autumn.', 'The Teruel depot has 40 scanners.']),
    );
    await page.getByRole('button', { name: 'Open action items' }).click();
    await page.getByRole('tab', { name: 'Review' }).click();
    await entry(MINE).waitFor();
  });

  it('names disagreements and problems, and opens their notes', async () => {
    await entry('Two notes about Testfield disagree').getByRole('button').click();
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path.includes('Weekly'));
    await entry('never closed').getByRole('button').click();
    await page.waitForFunction(() => window.workbench.app.workspace.getActiveFile()?.path.includes('Broken'));
  });

  it('puts the newer wording in the place of an edit', async () => {
    await entry(MINE).getByRole('button', { name: 'Use it' }).click();
    await expect.poll(() => site.read(PAGE)).toContain(RAISED);
    await entry(MINE).waitFor({ state: 'detached' });
    expect(site.read(PAGE)).not.toContain(MINE);
  });

  it('keeps an edit, and puts removed lines back', async () => {
    await entry(MINE).getByRole('button', { name: 'Keep mine' }).click();
    await entry(MINE).waitFor({ state: 'detached' });
    await entry('Peak is in autumn.').getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => site.read(PAGE)).toContain('- Peak is in autumn.');
    await entry('Peak is in autumn.').waitFor({ state: 'detached' });
    expect([site.read(PAGE).includes(MINE), site.read(PAGE).includes(RAISED)]).toEqual([true, false]);
  });

  it('shows another account when that is unfolded, and goes back to the items', async () => {
    const sole = page.locator('.account-pages-review-account', { hasText: 'Sole' });
    await sole.getByRole('button').click();
    await sole.locator('.account-pages-review-body > *').first().waitFor();
    await page.getByRole('tab', { name: 'Review' }).press('ArrowLeft');
    await page.locator('.account-pages-head').first().waitFor();
    expect(await page.getByRole('tab', { name: 'Open items' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('the sidebar elsewhere', () => {
  async function visitAgain(options) {
    await visit.close();
    visit = await site.visit(browser(), options);
    page = visit.page;
  }

  it('says which folders were looked for where there are no accounts, and opens the settings', async () => {
    mkdirSync(join(site.vault, '.obsidian/plugins/account-pages'), { recursive: true });
    const nowhere = { accountFolders: ['Nowhere'], peopleFolders: [], projectFolders: [], meetingFolders: ['Nowhere'] };
    site.write('.obsidian/plugins/account-pages/data.json', JSON.stringify(nowhere));
    await visitAgain();
    await page.getByRole('button', { name: 'Open action items' }).click();
    await page.locator('.account-pages-empty-title', { hasText: 'No accounts found' }).waitFor();
    const empty = page.locator('.account-pages-part .account-pages-empty');
    const said = await empty.innerText();
    expect(said).toContain('Folders looked for: Nowhere.');
    await empty.getByRole('button', { name: 'Open settings' }).click();
    await page.locator('.mod-settings').getByText('Account folders', { exact: true }).waitFor();
  });

  it('says so where nothing is open', async () => {
    await visit.close();
    await site.close();
    site = await Site.open({ notes: { 'Accounts/Norvane/README.md': '# Norvane\n' }, settings: {} });
    visit = await site.visit(browser());
    page = visit.page;
    await page.getByRole('button', { name: 'Open action items' }).click();
    const empty = page.locator('.account-pages-part .account-pages-empty');
    await empty.getByText('Nothing is open').waitFor({ timeout: 20_000 });
    expect(await empty.innerText()).toContain('No meeting note of your account has an unticked checkbox.');
  });

  it('is used with fingers on a phone', async () => {
    await visitAgain({ query: '&phone', viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    await page.evaluate(async (path) => {
      const { app } = window.workbench;
      await app.workspace.getLeaf().openFile(app.vault.getFileByPath(path));
      await app.workspace.ensureSideLeaf('account-pages-actions', 'right', { active: true, reveal: true });
    }, CALL);
    await filter('fence');
    const tick = item('Paint the fence').locator('.account-pages-tick');
    const { width, height } = await tick.boundingBox();
    await tick.tap({ position: { x: 4, y: 40 } });
    await expect.poll(() => line('Paint')).toMatch(/^- \[x\]/);
    await item('Paint the fence').getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(() => site.read(CALL)).toBe(CALL_TEXT);
    await item('Paint the fence').getByRole('button', { name: 'More actions' }).tap();
    await page.locator('.menu-item', { hasText: 'Mark as done' }).waitFor();
    expect([width >= 44, height >= 44]).toEqual([true, true]);
  });

  it('goes with the plugin, and leaves nothing behind', async () => {
    await page.evaluate(() => {
      window.workbench.unload('account-pages');
    });
    await page.locator('.account-pages-row').first().waitFor({ state: 'detached' });
    site.write(CALL, CALL_TEXT.replace('Paint', 'Repaint'));
    await page.getByText('The plugin of this view is not loaded.').waitFor();
  });
});
