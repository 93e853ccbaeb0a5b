// The sidebar with thousands of open items, in a real browser.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from '../test/workbench/browser.mjs';
import { buildPage } from '../test/workbench/bundle.mjs';
import { serve } from '../test/workbench/server.mjs';
import { buildPlugin } from './builds.mjs';

const MEETINGS = 10;
const ITEMS = 10;
const WORDS =
  'send plan check depot scanner quote pilot review draft legal price route driver shift report map call'.split(' ');

/**
 * Builds the plugin and measures its sidebar over `accounts` accounts with a hundred open items each. Times are
 * milliseconds on the clock, because nobody waits in processor time.
 */
export async function measureSidebar(accounts) {
  await buildPlugin();
  await buildPage();
  const folder = mkdtempSync(join(tmpdir(), 'sidebar-'));
  const vault = join(folder, 'vault');
  writeVault(vault, accounts);
  const server = await serve({ vault, writable: true, plugins: ['.'], today: '2026-10-30' });
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(server.address);
    await page.waitForSelector('body.is-ready', { timeout: 120_000 });
    return { items: accounts * MEETINGS * ITEMS, ...(await measuredIn(page, accounts)) };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measuredIn(page, accounts) {
  await page.evaluate(open);
  const summary = page.locator('.account-pages-summary', { hasText: `${accounts * MEETINGS * ITEMS} open` });
  await summary.first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    window.workbench.app.workspace.detachLeavesOfType('account-pages-actions');
  });
  await page.evaluate(watchLongTasks);
  return {
    ...(await page.evaluate(open)),
    ...(await page.evaluate(unfold)),
    ...(await page.evaluate(scroll)),
    ...(await page.evaluate(changeOneNote, 'Accounts/Account 1/2026-03-12 - Meeting 2.md')),
  };
}

function writeVault(root, accounts) {
  mkdirSync(join(root, '.obsidian'), { recursive: true });
  cpSync(resolve('fixtures', 'demo', 'Home.md'), join(root, 'Home.md'));
  let number = 0;
  const word = (at) => WORDS[(at * 7919 + (at >> 3)) % WORDS.length];
  for (let account = 0; account < accounts; account++) {
    const place = join(root, 'Accounts', `Account ${account}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'README.md'), `---\ntype: customer\n---\n# Account ${account}\n`);
    for (let meeting = 0; meeting < MEETINGS; meeting++) {
      const lines = Array.from({ length: ITEMS }, () => {
        number++;
        const words = [word(number), word(number + 1), number, word(number + 2), word(number + 5)].join(' ');
        return `- [ ] ${words} @Person ${number % 40} 📅 2026-1${number % 3}-1${number % 10}\n`;
      });
      const name = `2026-0${1 + (meeting % 9)}-1${meeting % 10} - Meeting ${meeting}.md`;
      writeFileSync(join(place, name), `## Action Items\n${lines.join('')}`);
    }
  }
}

function watchLongTasks() {
  window.longTasks = 0;
  new PerformanceObserver((list) => {
    window.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
}

/** From the command to the first row on the screen. */
async function open() {
  const begun = performance.now();
  await window.workbench.app.workspace.ensureSideLeaf('account-pages-actions', 'right', { active: true, reveal: true });
  while (!document.querySelector('.account-pages-row')) await new Promise(requestAnimationFrame);
  return { firstPaint: Math.round(performance.now() - begun) };
}

/** All items in unfolded groups. */
async function unfold() {
  const { view } = window.workbench.app.workspace.getLeavesOfType('account-pages-actions')[0];
  const begun = performance.now();
  await view.setState({ ...view.getState(), groupBy: 'owner' }, {});
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const rows = document.querySelectorAll('.account-pages-row').length;
  return { unfoldAll: Math.round(performance.now() - begun), rowsInPage: rows };
}

async function scroll() {
  const scroller = document.querySelector('.account-pages-scroller');
  let slowest = 0;
  window.longTasks = 0;
  for (let step = 0; step < 300; step++) {
    scroller.scrollTop += 400;
    const begun = performance.now();
    await new Promise(requestAnimationFrame);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { slowestScrollFrame: Math.round(slowest), longTasksWhileScrolling: window.longTasks };
}

/** From the write of a note to the new count; 200 of it are the wait for the end of a burst of saves. */
async function changeOneNote(path) {
  const { vault } = window.workbench.app;
  const summary = document.querySelector('.account-pages-summary');
  window.longTasks = 0;
  const changed = new Promise((done) => {
    new MutationObserver(done).observe(summary, { childList: true, characterData: true, subtree: true });
  });
  const begun = performance.now();
  await vault.process(vault.getFileByPath(path), (text) => text.replace('- [ ]', '- [x]'));
  await changed;
  return { update: Math.round(performance.now() - begun), longTasksWhileUpdating: window.longTasks };
}
