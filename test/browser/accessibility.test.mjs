import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { closeEach, useBrowser } from './hooks.mjs';
import { PHONE, runCommand, showNote, Site } from './site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The plugin’s own parts; what is around them is the stand-in’s. */
const OWN = ['.account-pages-actions', '.account-pages-modal', '.notice:has(.account-pages-notice-buttons)'];
const NORVANE = 'Accounts/Norvane/README.md';
const ARABIC = 'إرسال خطة الطريق إلى المستودع قبل نهاية الأسبوع';
const browser = useBrowser();
let site;
let visit;
let page;

closeEach(() => ({ site, visit }));

async function open(options, vault = {}) {
  site = await Site.open(vault);
  visit = await site.visit(browser(), { reducedMotion: 'reduce', ...options });
  page = visit.page;
  await page.evaluate(AXE);
}

/**
 * What is passed over, and why. A name is to hold every word in sight (WCAG 2.5.3), but that of the list’s rows says in a
 * sentence what their columns have room for only in short, “last met 10 days ago” for “10d”. And the colors of the button
 * that most people want are the app’s.
 */
const PASSED_OVER = { 'label-content-name-mismatch': 'role="treeitem"', 'color-contrast': 'class="mod-cta"' };

/** What axe finds, as `rule: element`. */
function faults() {
  return page.evaluate(
    async ([own, passedOver]) => {
      const include = own.filter((part) => document.querySelector(part)).map((part) => [part]);
      const { violations } = await window.axe.run({ include });
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ html }) => !passedOver[id] || !html.includes(passedOver[id]))
          .map(({ html }) => `${id}: ${html.slice(0, 150)}`),
      );
    },
    [OWN, PASSED_OVER],
  );
}

describe.each([
  ['light, on a desk', { colorScheme: 'light' }],
  ['dark, on a phone', { ...PHONE, colorScheme: 'dark' }],
])('the plugin’s own parts, %s', (_, options) => {
  it('have no fault that axe finds', async () => {
    await open(options, { settings: null });
    const welcome = page.locator('.notice', { hasText: 'Account Pages found' });
    await welcome.waitFor({ timeout: 20_000 });
    const found = { welcome: await faults() };
    await welcome.getByRole('button', { name: 'Later' }).click();
    await showNote(page, NORVANE);
    await page.evaluate(() => window.workbench.app.commands.execute('account-pages:open-action-items'));
    await page.locator('.account-pages-item').first().waitFor();
    found.items = await faults();
    await page.getByRole('button', { name: 'Filter by', exact: true }).click();
    await page.locator('.menu-item', { hasText: 'Overdue' }).click();
    await page.locator('.account-pages-item').first().getByRole('checkbox').click();
    await page.locator('.account-pages-undo').first().waitFor();
    found.ticked = await faults();
    await page.getByRole('searchbox', { name: 'Filter items…' }).fill('no such words');
    await page.locator('.account-pages-empty').first().waitFor();
    found.empty = await faults();
    await page.getByRole('tab', { name: 'Review' }).click();
    await page.locator('.account-pages-review-head', { hasText: 'Brightwell' }).click();
    await page.locator('.account-pages-review-entry').first().waitFor();
    found.review = await faults();
    await runCommand(page, 'Rebuild all pages');
    await page.locator('.account-pages-diff').first().waitFor({ timeout: 20_000 });
    await page.locator('.account-pages-preview-problems summary').first().click();
    found.preview = await faults();
    await page.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await page.locator('.account-pages-rebuilt').waitFor({ timeout: 20_000 });
    found.summary = await faults();
    await page.getByRole('button', { name: /^Show \d+ problems$/ }).click();
    await page.locator('.account-pages-problem').first().waitFor();
    found.problems = await faults();
    await page.keyboard.press('Escape');
    await showNote(page, 'Home.md');
    await runCommand(page, 'Undo last rebuild');
    await page.locator('.modal', { hasText: 'Undo the last rebuild?' }).waitFor();
    found.question = await faults();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((part) => [part, []])));
  });
});

describe('the sidebar', () => {
  const CALL = 'Accounts/نورفان/2026-10-20 - اجتماع.md';
  const LONG = 'Send the plan and the other plan and yet another plan '.repeat(8).trim();
  const vault = {
    notes: {
      'Accounts/نورفان/README.md': '---\ntype: customer\n---\n# نورفان\n',
      [CALL]: [
        '## Action Items',
        `- [ ] ${ARABIC} @Ana Ruiz 📅 2026-10-01`,
        `- [ ] ${LONG} @Maximiliane Wolkenstein-Trostburg von und zu Aachen 📅 2026-10-02`,
        `- [ ] ${'x'.repeat(300)}`,
        '',
      ].join('\n'),
    },
    settings: {},
  };

  it('is read from the right where the app is, with arrow keys that go the other way', async () => {
    await open({}, vault);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await runCommand(page, 'Open action items');
    const row = page.locator('.account-pages-item', { hasText: ARABIC });
    await row.waitFor({ timeout: 20_000 });
    const [box, tick, body] = await Promise.all(
      [row, row.locator('.account-pages-tick'), row.locator('.account-pages-item-body')].map((el) => el.boundingBox()),
    );
    const head = page.locator('.account-pages-head');
    await head.focus();
    await page.keyboard.press('ArrowRight');
    const folded = await head.getAttribute('aria-expanded');
    await page.keyboard.press('ArrowLeft');
    await row.waitFor();
    expect({ isTickAtTheRight: tick.x > body.x, isInside: tick.x + tick.width <= box.x + box.width, folded }).toEqual({
      isTickAtTheRight: true,
      isInside: true,
      folded: 'false',
    });
  });

  it('moves only where nobody asked the system for less motion', async () => {
    await open({}, vault);
    await runCommand(page, 'Open action items');
    const fold = page.locator('.account-pages-fold').first();
    await fold.waitFor({ timeout: 20_000 });
    const moving = () =>
      page.locator('.account-pages-actions').evaluate((pane) =>
        [...pane.querySelectorAll('[class^="account-pages-"]')]
          .filter((el) => {
            const { transitionDuration, animationName } = getComputedStyle(el);
            return transitionDuration !== '0s' || animationName !== 'none';
          })
          .map((el) => el.className),
      );
    const asked = await moving();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect({ asked, usually: [...new Set(await moving())] }).toEqual({ asked: [], usually: ['account-pages-fold'] });
  });

  it('lets no words, however long, out of their pane or over each other', async () => {
    await open({ ...PHONE, viewport: { width: 320, height: 700 } }, vault);
    await page.evaluate(() => window.workbench.app.commands.execute('account-pages:open-action-items'));
    await page.locator('.account-pages-item', { hasText: 'xxx' }).waitFor({ timeout: 20_000 });
    await expect
      .poll(() =>
        page.evaluate(() => {
          const scroller = document.querySelector('.account-pages-scroller');
          const boxes = [...document.querySelectorAll('.account-pages-row')].map((el) => el.getBoundingClientRect());
          boxes.sort((a, b) => a.top - b.top);
          return {
            isWide: scroller.scrollWidth > scroller.clientWidth,
            overlap: boxes.filter(({ bottom }, at) => at + 1 < boxes.length && bottom > boxes[at + 1].top + 1).length,
          };
        }),
      )
      .toEqual({ isWide: false, overlap: 0 });
  });
});
