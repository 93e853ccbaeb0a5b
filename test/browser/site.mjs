import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { serve } from '../workbench/server.mjs';

const SETTINGS = '.obsidian/plugins/account-pages/data.json';
export const PHONE = { query: '&phone', viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

/** A vault, served, with what a test does to it from outside. */
export class Site {
  /**
   * A copy of the sample vault, or of `notes` (text by path). `settings`: what the plugin has saved; null for a vault
   * that it is new to.
   */
  static async open({ writable = true, plugins = ['.'], notes, settings, today = '2026-10-30' } = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    const vault = join(folder, 'demo');
    if (notes) mkdirSync(vault);
    else cpSync(resolve('fixtures', 'demo'), vault, { recursive: true });
    const site = new Site(folder, vault);
    for (const [path, text] of Object.entries(notes ?? {})) site.write(path, text);
    if (settings === null) rmSync(join(vault, SETTINGS), { force: true });
    else if (settings) site.write(SETTINGS, JSON.stringify(settings));
    // What is written once it is served is news to the page.
    site.server = await serve({ vault, writable, plugins, today });
    return site;
  }

  constructor(folder, vault) {
    Object.assign(this, { folder, vault });
  }

  read(path) {
    return readFileSync(join(this.vault, path), 'utf8');
  }

  /** What the plugin has saved. */
  settings() {
    return JSON.parse(this.read(SETTINGS));
  }

  /** As another program writes. */
  write(path, text) {
    mkdirSync(dirname(join(this.vault, path)), { recursive: true });
    writeFileSync(join(this.vault, path), text);
  }

  /**
   * Opens the page and waits until it stands. Its errors and warnings and the hosts it asked are kept. `script` runs
   * before any of the page's own.
   */
  async visit(browser, { query = '', script, ...options } = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      ...options,
    });
    const page = await context.newPage();
    const errors = [];
    const hosts = new Set();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url())) hosts.add(new URL(request.url()).host);
    });
    if (script) await page.addInitScript(script);
    await page.goto(this.server.address + query);
    await page.waitForSelector('body.is-ready');
    // A page that is lost in the middle of a test is named by these alone.
    const address = page.url();
    page.on('crash', () => errors.push('The browser lost the page.'));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url() !== address) errors.push(`The page went to ${frame.url()}`);
    });
    const strangers = () => [...hosts].filter((host) => host !== new URL(this.server.address).host);
    return { page, context, errors, hosts, strangers, close: () => context.close() };
  }

  async close() {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Opens the palette, by its keys where there are some, types, and takes the first command. */
export async function runCommand(page, name) {
  const isPhone = await page.evaluate(() => document.body.classList.contains('is-phone'));
  if (isPhone) await page.evaluate(() => window.workbench.bench.openPalette());
  else await page.keyboard.press('Control+p');
  await page.locator('.prompt-input').fill(name);
  await page.locator('.suggestion-item.is-selected', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Opens a note as a click on it in the file list does. */
export async function openNote(page, path) {
  const folders = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= folders.length; depth++) {
    const folder = page.locator(`.nav-folder-title[data-path="${folders.slice(0, depth).join('/')}"]`);
    if ((await folder.getAttribute('aria-expanded')) === 'false') await folder.click();
  }
  await page.locator(`.nav-file-title[data-path="${path}"]`).click();
  await page.waitForFunction((wanted) => window.workbench.app.workspace.getActiveFile()?.path === wanted, path);
}

/** Opens a note without the file list, which a phone keeps in a drawer. */
export async function showNote(page, path) {
  await page.evaluate(async (wanted) => {
    const { app } = window.workbench;
    await app.workspace.getLeaf().openFile(app.vault.getFileByPath(wanted));
  }, path);
}
