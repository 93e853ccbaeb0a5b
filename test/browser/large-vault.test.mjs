import { describe, expect, it } from 'vitest';
import { notesOf } from '../../bench/generate.mjs';
import { useBrowser } from './hooks.mjs';
import { Site } from './site.mjs';

const ACCOUNTS = 50;
const OPTIONS = { notes: 1850, accounts: ACCOUNTS, people: 100, noteLength: 300 };
const WAITS = { timeout: 60_000 };
const browser = useBrowser();

/** From when the app’s window stands: how many notes are read, what notices say, and which scripts take long. */
function watchTheStart() {
  const seen = { reads: 0, notices: [], longest: 0, begun: Infinity };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { scripts } of list.getEntries()) {
      const timers = scripts.filter(
        ({ invoker, startTime }) => invoker.includes('setTimeout') && startTime > seen.begun,
      );
      seen.longest = Math.max(seen.longest, ...timers.map(({ duration }) => duration));
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
  new MutationObserver(() => {
    const text = document.querySelector('.notice')?.textContent;
    if (text && seen.notices.at(-1) !== text) seen.notices.push(text);
  }).observe(document, { childList: true, subtree: true, characterData: true });
  let workbench;
  Object.defineProperty(window, 'workbench', {
    get: () => workbench,
    set: (made) => {
      workbench = made;
      const { vault, workspace } = made.app;
      const { cachedRead } = vault;
      vault.cachedRead = (file) => {
        seen.reads++;
        return cachedRead.call(vault, file);
      };
      workspace.onLayoutReady(() => {
        Object.assign(seen, { reads: 0, begun: performance.now() });
      });
    },
  });
}

describe('a vault of 2,000 notes', () => {
  it(
    'is read once, in slices and with a word on how far it is, and is there at once after that',
    { timeout: 120_000 },
    async () => {
      const site = await Site.open({ notes: Object.fromEntries(notesOf(OPTIONS)), settings: { previewFirst: false } });
      const visit = await site.visit(browser(), { script: watchTheStart });
      const { page } = visit;
      const open = async () => {
        await page.evaluate(() => window.workbench.app.commands.execute('account-pages:open-action-items'));
        await page.locator('.account-pages-head').first().waitFor(WAITS);
        await page.waitForFunction(() => !document.querySelector('.notice')?.textContent.includes('reads your notes'));
        return page.evaluate(() => window.seen);
      };
      const first = await open();
      expect(first.reads).toBe(2000);
      // A slice is over after some milliseconds; on a busy machine it takes longer, but never as long as all the work.
      expect(first.longest).toBeLessThan(400);
      expect(first.notices.every((text) => /^Account Pages reads your notes: \d+ of 2000$/.test(text))).toBe(true);
      // While all pages are being rebuilt they can be left.
      await page.evaluate(() => {
        const { vault } = window.workbench.app;
        const { process } = vault;
        vault.process = async (...args) => {
          await new Promise((go) => {
            window.setTimeout(go, 100);
          });
          return process.apply(vault, args);
        };
        window.workbench.app.commands.execute('account-pages:rebuild-all');
      });
      const progress = page.locator('.notice', { hasText: `of ${ACCOUNTS}` });
      await progress.getByRole('button', { name: 'Cancel' }).click(WAITS);
      await page.locator('.modal', { hasText: 'Rebuild cancelled' }).waitFor(WAITS);
      const [changed, all] = (
        await page
          .locator('.modal')
          .getByText(/pages? changed\.$/)
          .innerText()
      )
        .match(/\d+/g)
        .map(Number);
      expect([changed > 0, changed === all, all < ACCOUNTS]).toEqual([true, true, true]);
      await progress.waitFor({ state: 'detached' });

      await page.reload();
      await page.waitForSelector('body.is-ready');
      const second = await open();
      // Pages that were written a moment ago may not have been taken over yet.
      expect(second.reads).toBeLessThanOrEqual(changed);
      expect({ notices: second.notices, errors: visit.errors, strangers: visit.strangers() }).toEqual({
        notices: [],
        errors: [],
        strangers: [],
      });
      await visit.close();
      await site.close();
    },
  );
});
