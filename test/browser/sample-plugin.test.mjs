import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeEach, useBrowser } from './hooks.mjs';
import { Site, openNote, runCommand } from './site.mjs';

const DATA = '.obsidian/plugins/sample/data.json';
const NORVANE = 'Accounts/Norvane/README.md';
const browser = useBrowser();
let site;
let visit;
let page;

beforeEach(async () => {
  site = await Site.open({ plugins: ['test/browser/sample-plugin'] });
  visit = await site.visit(browser());
  page = visit.page;
});

closeEach(() => ({ site, visit }));

/** What the plugin heard or was told, in order. */
function said() {
  return page.evaluate(() => window.workbench.plugins.get('sample').said);
}

async function openView() {
  await page.getByRole('button', { name: 'Open sample view' }).click();
  await page.locator('.sample-rendered').waitFor();
}

async function openSettings() {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.locator('.setting-item').first().waitFor();
}

function row(name) {
  return page.locator('.setting-item', { has: page.getByText(name, { exact: true }) });
}

function saved() {
  return JSON.parse(site.read(DATA));
}

describe('a plugin’s view', () => {
  it('opens in the right sidebar, once however often it is asked for', async () => {
    await openView();
    await page.getByRole('button', { name: 'Open sample view' }).click();
    await runCommand(page, 'Open view');
    expect({
      views: await page.locator('.mod-right-split .workspace-leaf-content[data-type="sample-view"]').count(),
      title: await page.locator('.sample-view-title').evaluate((el) => getComputedStyle(el).color),
      icon: await page.locator('.sample-icon svg').count(),
      status: await page.locator('.status-bar').innerText(),
    }).toEqual({
      views: 1,
      title: 'rgb(103, 59, 206)',
      icon: 1,
      status: expect.stringContaining('Sample is on'),
    });
  });

  it('draws Markdown without running it', async () => {
    await openView();
    const rendered = page.locator('.sample-rendered');
    expect({
      tasks: await rendered.locator('.task-list-item').allInnerTexts(),
      images: await rendered.locator('img').count(),
      hacked: await page.evaluate(() => window.hacked ?? null),
    }).toEqual({ tasks: ['Ask Norvane', 'Done <img src=x onerror="window.hacked = true">'], images: 0, hacked: null });
  });

  it('previews a link under the pointer and opens it, in a tab of its own with Ctrl', async () => {
    await openView();
    await page.locator('.sample-link').hover();
    await page.locator('.hover-popover', { hasText: 'README' }).waitFor();
    await page.mouse.move(640, 400);
    await page.locator('.hover-popover').waitFor({ state: 'detached' });
    await page.locator('.sample-link').click({ modifiers: ['Control'] });
    await page.locator('.mod-root .workspace-tab-header', { hasText: 'README' }).waitFor();
    expect(await page.locator('.mod-root .workspace-tab-header').allInnerTexts()).toEqual(['Home', 'README']);
  });

  it('shows a menu that the keyboard goes through', async () => {
    await openView();
    await page.locator('.sample-menu').click();
    await page.locator('.menu').waitFor();
    const items = await page.locator('.menu-item').allInnerTexts();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect({ items, open: await page.locator('.menu').count(), said: await said() }).toEqual({
      items: ['First', 'Second', 'Never'],
      open: 0,
      said: expect.arrayContaining(['second']),
    });
  });

  it('says what its buttons are for, to the pointer and to the keyboard', async () => {
    await openView();
    await page.locator('.sample-menu').hover();
    await page.locator('.tooltip', { hasText: 'Shows a menu' }).waitFor();
    await page.mouse.move(640, 400);
    await page.locator('.tooltip').waitFor({ state: 'detached' });
    await page.locator('.sample-link').focus();
    await page.keyboard.press('Tab');
    await page.locator('.tooltip', { hasText: 'Shows a menu' }).waitFor();
  });

  it('stays where it was when the page is opened again', async () => {
    await openView();
    const collapsed = () =>
      page.evaluate(() => window.workbench.app.loadLocalStorage('workspace-layout')?.right.collapsed);
    await expect.poll(collapsed).toBe(false);
    await page.reload();
    await page.locator('.mod-right-split .sample-rendered').waitFor();
    expect(await said()).not.toContain('enabled');
  });
});

describe('a plugin’s windows', () => {
  it('ask before something is done, and give the keyboard back', async () => {
    await page.locator('.side-dock-actions .clickable-icon').first().focus();
    await runCommand(page, 'Ask');
    const modal = page.locator('.modal.mod-confirmation');
    await modal.getByText('Do not ask again').click();
    for (let press = 0; press < 6; press++) await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.querySelector('.modal')?.contains(document.activeElement));
    await modal.getByRole('button', { name: 'Rewrite' }).click();
    await modal.waitFor({ state: 'detached' });
    expect({ inside, said: (await said()).at(-1) }).toEqual({ inside: true, said: 'yes true' });
  });

  it('close on Escape without an answer', async () => {
    await runCommand(page, 'Ask');
    await page.locator('.modal').waitFor();
    const before = await said();
    await page.keyboard.press('Escape');
    expect({ open: await page.locator('.modal').count(), said: await said() }).toEqual({ open: 0, said: before });
  });

  it('let choose by a few letters', async () => {
    await runCommand(page, 'Choose');
    await page.keyboard.type('kr');
    const found = await page.locator('.suggestion-item').allInnerTexts();
    await page.keyboard.press('Enter');
    expect({ found, said: await said() }).toEqual({
      found: ['Kestrel Rail'],
      said: expect.arrayContaining(['Kestrel Rail']),
    });
  });

  it('show a notice that changes its words and stays until it is clicked', async () => {
    await runCommand(page, 'Notify');
    const notice = page.locator('.notice', { hasText: 'Ready' });
    await notice.click();
    await notice.waitFor({ state: 'detached' });
  });
});

describe('a plugin’s commands', () => {
  it('change the note that is edited in one step, which one undo takes back', async () => {
    site.write('Reading list.md', 'middle');
    await openNote(page, 'Reading list.md');
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await page.locator('.cm-content').click();
    const text = () => page.evaluate(() => window.workbench.app.workspace.activeEditor.editor.getValue());
    await expect.poll(text).toBe('middle');
    await runCommand(page, 'Stamp the note');
    const stamped = await text();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+z');
    expect([stamped, await text()]).toEqual(['top\nmiddle\nbottom', 'middle']);
  });

  it('are listed only where they can run', async () => {
    await openNote(page, NORVANE);
    await page.keyboard.press('Control+p');
    const reading = await page.locator('.suggestion-item').allInnerTexts();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Currently reading' }).click();
    await page.keyboard.press('Control+p');
    const editing = await page.locator('.suggestion-item').allInnerTexts();
    expect(editing.filter((name) => !reading.includes(name))).toEqual(['Sample: Stamp the note']);
  });

  it('are shown in a note that is being read, and saved', async () => {
    site.write('Reading list.md', 'middle');
    await openNote(page, 'Reading list.md');
    await page.locator('.markdown-rendered', { hasText: 'middle' }).waitFor();
    await page.evaluate(() => {
      const { editor } = window.workbench.app.workspace.activeEditor;
      editor.replaceRange('the ', { line: 0, ch: 0 });
    });
    await page.locator('.markdown-rendered', { hasText: 'the middle' }).waitFor();
    await expect.poll(() => site.read('Reading list.md'), { timeout: 10_000 }).toBe('the middle');
  });

  it('add to the menu of a file', async () => {
    await page.locator('.nav-file-title[data-path="Home.md"]').click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Sample: Home.md' }).click();
    expect((await said()).at(-1)).toBe('Home.md');
  });
});

describe('a plugin’s settings', () => {
  it('keep what each control is set to', async () => {
    await openSettings();
    await row('A text').locator('input').fill('Ana');
    await row('A textarea').locator('textarea').fill('two\nlines');
    await row('A number').locator('input').fill('7');
    await row('A slider').locator('input').fill('5');
    await row('A dropdown').locator('select').selectOption('a');
    await row('A color').locator('input').fill('#112233');
    await row('A file').locator('input').fill('Reading');
    await page.locator('.suggestion-item', { hasText: 'Reading list.md' }).click();
    await row('A folder').locator('input').fill('Norv');
    await page.locator('.suggestion-item', { hasText: 'Accounts/Norvane' }).first().click();
    await row('A toggle').locator('.checkbox-container').click();
    await expect.poll(saved).toMatchObject({
      toggle: false,
      text: 'Ana',
      textarea: 'two\nlines',
      number: 7,
      slider: 5,
      dropdown: 'a',
      color: '#112233',
      file: 'Reading list.md',
      folder: 'Accounts/Norvane',
    });
  });

  it('follow each other: what one switches off is disabled or hidden', async () => {
    await openSettings();
    await row('A toggle').locator('.checkbox-container').click();
    await row('A textarea').waitFor({ state: 'hidden' });
    expect(await row('A text').locator('input').isDisabled()).toBe(true);
  });

  it('do not keep a value that does not pass, and say why', async () => {
    await openSettings();
    await row('A text').locator('input').fill('');
    await row('A text').getByRole('alert').waitFor();
    await row('A number').locator('input').fill('99');
    await row('A number').getByRole('alert').waitFor();
    await row('A dropdown').locator('select').selectOption('a');
    await expect.poll(() => saved().dropdown).toBe('a');
    expect({
      text: saved().text,
      number: saved().number,
      why: await row('A text').getByRole('alert').innerText(),
    }).toEqual({
      text: 'Robin',
      number: 3,
      why: 'Enter a name.',
    });
  });

  it('add, remove and move the entries of a list', async () => {
    await openSettings();
    const names = () =>
      page.locator('.setting-group', { hasText: 'Names' }).locator('.setting-items .setting-item-name').allInnerTexts();
    await page.getByRole('button', { name: 'Add a name' }).click();
    const added = await names();
    await row('Two').getByRole('button', { name: 'Delete' }).click();
    const removed = await names();
    await row('One').getByRole('button', { name: 'Drag to reorder' }).focus();
    await page.keyboard.press('ArrowDown');
    expect([added, removed, await names()]).toEqual([
      ['One', 'Two', 'Three', 'New'],
      ['One', 'Three', 'New'],
      ['Three', 'One', 'New'],
    ]);
  });

  it('run actions, draw rows of their own, and lead to pages', async () => {
    await openSettings();
    await row('An action').click();
    await row('Drawn').getByRole('button', { name: 'Press' }).click();
    await row('More').click();
    await page.getByText('On a page of its own.').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await row('An action').waitFor();
    const words = await said();
    expect(words.filter((word) => ['action', 'drawn', 'cleaned'].includes(word))).toEqual([
      'action',
      'drawn',
      'cleaned',
    ]);
  });

  it('are told of when another program or a sync changes them', async () => {
    mkdirSync(`${site.vault}/.obsidian/plugins/sample`, { recursive: true });
    site.write(DATA, '{"text":"from outside"}');
    await expect.poll(said).toContain('settings changed outside');
  });
});

describe('a plugin that is unloaded', () => {
  it('leaves nothing of it behind', async () => {
    await openView();
    await openSettings();
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.workbench.unload('sample'));
    const left = await page.evaluate(() => {
      const { app, bench } = window.workbench;
      return {
        commands: app.commands.list().map(({ id }) => id),
        hoverSources: app.hoverLinkSources.ids(),
        cli: app.cliCommands.ids(),
        views: app.views.ids(),
        leaves: app.workspace.getLeavesOfType('sample-view').map(({ view }) => view.containerEl.textContent),
        settings: bench.settings.contentEl.querySelectorAll('.vertical-tab-nav-item').length,
        ribbon: document.querySelectorAll('[aria-label="Open sample view"]').length,
        status: document.querySelector('.status-bar').textContent.includes('Sample is on'),
        sheets: document.adoptedStyleSheets.filter((sheet) =>
          [...sheet.cssRules].some(({ cssText }) => cssText.includes('sample')),
        ).length,
        elements: document.querySelectorAll('[class*="sample"]').length,
      };
    });
    const before = await page.evaluate(() => window.workbench.app.workspace.listenerCount());
    await page.locator('.nav-file-title[data-path="Reading list.md"]').click({ button: 'right' });
    const menu = await page.locator('.menu-item').allInnerTexts();
    expect({ left, menu, before }).toEqual({
      left: {
        commands: [],
        hoverSources: [],
        cli: [],
        views: ['file-explorer'],
        // The leaf stays, without the plugin's view, for when the plugin is back.
        leaves: ['The plugin of this view is not loaded.'],
        settings: 0,
        ribbon: 0,
        status: false,
        sheets: 0,
        elements: 0,
      },
      menu: ['Open in new tab', 'Delete'],
      // The host's own: the file list, and the previews.
      before: 2,
    });
  });
});
