import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '../workbench/server.mjs';

/** A copy of the sample vault, served, with what a test does to it from outside. */
export class Site {
  static async open({ writable = true, plugins = ['.'] } = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    const vault = join(folder, 'demo');
    cpSync(resolve('fixtures', 'demo'), vault, { recursive: true });
    const server = await serve({ vault, writable, plugins, today: '2026-10-30' });
    return new Site(folder, vault, server);
  }

  constructor(folder, vault, server) {
    Object.assign(this, { folder, vault, server });
  }

  read(path) {
    return readFileSync(join(this.vault, path), 'utf8');
  }

  /** As another program writes. */
  write(path, text) {
    writeFileSync(join(this.vault, path), text);
  }

  /** Opens the page and waits until it stands. Its errors and the hosts it asked are kept. */
  async visit(browser, { query = '', ...options } = {}) {
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
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url())) hosts.add(new URL(request.url()).host);
    });
    await page.goto(this.server.address + query);
    await page.waitForSelector('body.is-ready');
    return { page, errors, hosts, close: () => context.close() };
  }

  async close() {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Opens the palette by its keys, types, and takes the first command. */
export async function runCommand(page, name) {
  await page.keyboard.press('Control+p');
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
