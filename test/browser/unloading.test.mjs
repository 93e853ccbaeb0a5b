import { describe, expect, it } from 'vitest';
import { useBrowser } from './hooks.mjs';
import { Site, runCommand, showNote } from './site.mjs';

const ID = 'account-pages';
const NORVANE = 'Accounts/Norvane/README.md';
const browser = useBrowser();

/** Counts, from before anything else runs, who listens to the window and what is to happen later. */
function countEverything() {
  const listeners = new Map();
  const intervals = new Set();
  const timeouts = new Set();
  const keyOf = (target, [type, listener, options]) => {
    const capture = typeof options === 'boolean' ? options : (options?.capture ?? false);
    return [target, type, listener, capture];
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const watched = () => [window, document, document.body, document.documentElement, window.visualViewport];
  EventTarget.prototype.addEventListener = function (...args) {
    const target = this ?? window;
    if (watched().includes(target) && args[1]) {
      const [, type, listener, capture] = keyOf(target, args);
      const known = listeners.get(target) ?? [];
      const isKnown = known.some((one) => one.type === type && one.listener === listener && one.capture === capture);
      if (!isKnown) listeners.set(target, [...known, { type, listener, capture }]);
    }
    return Reflect.apply(addEventListener, target, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    const target = this ?? window;
    const [, type, listener, capture] = keyOf(target, args);
    const known = listeners.get(target) ?? [];
    const left = known.filter((one) => one.type !== type || one.listener !== listener || one.capture !== capture);
    listeners.set(target, left);
    return Reflect.apply(removeEventListener, target, args);
  };
  const { setInterval, clearInterval, setTimeout, clearTimeout } = window;
  window.setInterval = (...args) => {
    const id = Reflect.apply(setInterval, window, args);
    intervals.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    intervals.delete(id);
    Reflect.apply(clearInterval, window, [id]);
  };
  window.setTimeout = (run, ...args) => {
    const id = Reflect.apply(setTimeout, window, [
      (...values) => {
        timeouts.delete(id);
        run(...values);
      },
      ...args,
    ]);
    timeouts.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timeouts.delete(id);
    Reflect.apply(clearTimeout, window, [id]);
  };
  window.count = () => {
    const { app } = window.workbench;
    return {
      listeners: [...listeners.values()].flatMap((known) => known.map(({ type }) => type)).sort(),
      intervals: intervals.size,
      timeouts: timeouts.size,
      app: [app.vault, app.metadataCache, app.workspace].map((events) => events.listenerCount()),
      commands: app.commands.list().length,
      elements: document.querySelectorAll('[class*="account-pages"]').length,
      sheets: document.adoptedStyleSheets.length,
    };
  };
}

/** Uses what listens and waits: the sidebar, a rebuild, a change that refreshes a page, windows. */
async function use(site, page, turn) {
  await showNote(page, NORVANE);
  await runCommand(page, 'Open action items');
  await page.locator('.account-pages-item').first().waitFor({ timeout: 20_000 });
  await page.locator('.account-pages-item').first().hover();
  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('tab', { name: 'Open items' }).click();
  await runCommand(page, 'Rebuild account page');
  await page.locator('.notice', { hasText: 'Norvane' }).first().waitFor();
  site.write('Accounts/Norvane/2026-10-29 - Call.md', `## Decisions\n- Choice number ${turn}.\n`);
  await runCommand(page, 'Show problems');
  await page.locator('.account-pages-problem').first().waitFor();
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.workbench.bench.settings.open());
  await page.locator('.setting-item-name', { hasText: 'Account folders' }).waitFor();
  await page.keyboard.press('Escape');
  // Ticked, and unloaded within the time in which that may be undone.
  await page.locator('.account-pages-item').first().getByRole('checkbox').click();
  await page.locator('.account-pages-undo').waitFor();
}

async function unload(page) {
  await page.evaluate((id) => {
    window.unloaded = [...(window.unloaded ?? []), new WeakRef(window.workbench.plugins.get(id))];
    window.workbench.unload(id);
    window.workbench.app.workspace.detachLeavesOfType('account-pages-actions');
  }, ID);
  for (const notice of await page.locator('.notice').all()) await notice.click({ timeout: 1000 }).catch(() => {});
}

/** Opens the sample vault, uses the plugin and unloads it, `turns` times; `look` sees the page after each time. */
async function often(turns, script, look) {
  const site = await Site.open({ settings: { automaticRefresh: true, previewFirst: false } });
  const visit = await site.visit(browser(), script ? { script } : {});
  const { page } = visit;
  const seen = [];
  for (let turn = 1; turn <= turns; turn++) {
    if (turn > 1) await page.evaluate((id) => window.workbench.load(id), ID);
    await use(site, page, turn);
    await unload(page);
    seen.push(await look(visit));
  }
  expect({ errors: visit.errors, strangers: visit.strangers() }).toEqual({ errors: [], strangers: [] });
  await visit.close();
  await site.close();
  return seen;
}

describe('a plugin that is switched off and on again', () => {
  it('leaves no listener, timer, command or element', async () => {
    const seen = await often(2, countEverything, async ({ page }) => {
      // The app's own timers run out: its saving of the layout and the like.
      await expect.poll(() => page.evaluate(() => window.count().timeouts), { timeout: 6000 }).toBe(0);
      return page.evaluate(() => window.count());
    });
    expect(seen[1]).toEqual(seen[0]);
    expect([seen[0].commands, seen[0].elements, seen[0].sheets]).toEqual([0, 0, 0]);
  });

  it('is no longer in memory', async () => {
    const kept = await often(3, null, async ({ page, context }) => {
      const devtools = await context.newCDPSession(page);
      const count = async () => {
        await devtools.send('HeapProfiler.collectGarbage');
        return page.evaluate(() => window.unloaded.filter((ref) => ref.deref()).length);
      };
      // The page itself may hold on to what it showed last, and to nothing before that.
      await expect.poll(count, { timeout: 10_000, interval: 500 }).toBeLessThanOrEqual(1);
      return count();
    });
    expect(Math.max(...kept)).toBeLessThanOrEqual(1);
  });
});
