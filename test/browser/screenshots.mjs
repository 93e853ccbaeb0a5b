// `npm run screenshots`: the README's pictures, of the sample vault in the workbench, light and dark.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildPage } from '../workbench/bundle.mjs';
import { launch } from '../workbench/browser.mjs';
import { openNote, Site } from './site.mjs';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'images');
const PAGE = 'Accounts/Norvane/README.md';
const PHONE = { query: '&phone', viewport: { width: 390, height: 800 } };

/** Time for what moves to come to rest, in milliseconds. */
const AT_REST = 900;

const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
await buildPage();
const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
  const site = await Site.open();
  const { page, close } = await site.visit(browser, { colorScheme });
  const take = (name) => page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
  await openNote(page, PAGE);
  await run(page, 'open-action-items');
  await run(page, 'rebuild-page');
  await take('preview');
  await page.getByRole('button', { name: 'Rebuild', exact: true }).click();
  await page.locator('.is-flashing').first().waitFor();
  await page
    .locator('.markdown-preview-view, .markdown-rendered')
    .first()
    .evaluate((el) => {
      const heading = [...el.querySelectorAll('h2')].find(({ textContent }) => textContent === 'Recent Context');
      heading?.scrollIntoView();
    });
  await page.waitForTimeout(3 * AT_REST);
  for (const notice of await page.locator('.notice').all()) await notice.click().catch(() => undefined);
  await page.mouse.move(640, 20);
  await page.waitForTimeout(AT_REST);
  await take('page');
  await close();

  const phone = await site.visit(browser, { ...PHONE, colorScheme });
  await run(phone.page, 'open-action-items');
  await phone.page.screenshot({ path: join(FOLDER, `phone-${colorScheme}.png`) });
  await phone.close();
  await site.close();
}
await browser.close();

/** Runs a command of the plugin, and waits until what it shows stands. */
async function run(page, id) {
  await page.evaluate((command) => window.workbench.app.commands.execute(command), `account-pages:${id}`);
  await page.mouse.move(640, 20);
  await page.waitForTimeout(AT_REST);
}
