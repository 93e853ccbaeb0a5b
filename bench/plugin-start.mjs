// The plugin on a vault of thousands of notes, in a real browser: what its start costs, with and without its cache.
import { fileURLToPath } from 'node:url';
import { launch } from '../test/workbench/browser.mjs';
import { buildPage } from '../test/workbench/bundle.mjs';
import { serve } from '../test/workbench/server.mjs';
import { buildPlugin } from './builds.mjs';
import { writeVault } from './generate.mjs';

const FOLDER = new URL('../work/bench/vaults/', import.meta.url);
/** The stand-in parses transcripts too, which the plugin passes over: notes of a real length would measure the former. */
const NOTE_LENGTH = 2_500;
/** The app saves its layout, and the plugin its cache, a moment after there is something new. */
const SAVED_AFTER = 5_000;
/** How long a start may take before the run is given up, in milliseconds. */
const LONGEST_START = 600_000;

/**
 * Starts the workbench twice on a vault of `notes` meeting notes, with its sidebar open. Times are milliseconds on the
 * clock, from the moment in which the app is ready, because what comes before is the stand-in's own work.
 */
export async function measurePluginStart(notes) {
  await buildPlugin();
  await buildPage();
  const vault = fileURLToPath(new URL(`browser-${notes}`, FOLDER));
  const accounts = Math.max(3, Math.round(notes / 20));
  await writeVault(vault, { notes, accounts, people: accounts * 3, noteLength: NOTE_LENGTH });
  const server = await serve({ vault, writable: false, plugins: ['.'], today: '2026-06-01' });
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.addInitScript(watchStart);
    // Once for the layout, which has the sidebar from then on, and with the cache of that start thrown away.
    await page.goto(server.address);
    await page.waitForSelector('body.is-ready', { timeout: LONGEST_START });
    await page.evaluate(openSidebar);
    await page.waitForTimeout(SAVED_AFTER);
    await page.evaluate(emptyCache);
    const cold = await started(page, () => page.reload());
    // The last of what was read goes to the cache once the graph stands.
    await page.waitForTimeout(SAVED_AFTER);
    const warm = await started(page, () => page.reload());
    return { notes, cold, warm };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** When the sidebar lists what is open with all accounts, and which tasks were long until then and a moment after. */
async function started(page, load) {
  await load();
  await page.waitForFunction(() => window.usableAt !== null, null, { timeout: LONGEST_START });
  await page.waitForTimeout(1_000);
  return page.evaluate(() => {
    const { readyAt, usableAt, tasks } = window;
    const long = tasks.filter(({ startTime }) => startTime >= readyAt).map(({ duration }) => duration);
    return { usable: Math.round(usableAt - readyAt), longest: Math.round(Math.max(0, ...long)), long: long.length };
  });
}

/** Notes when the app is ready and when the sidebar is usable, and all tasks over 50 ms, which a person may feel. */
function watchStart() {
  window.tasks = [];
  window.readyAt = null;
  window.usableAt = null;
  new PerformanceObserver((list) => {
    window.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const isReady = window.workbench?.app.workspace.layoutReady === true;
    if (isReady) window.readyAt ??= performance.now();
    const isListed = document.querySelector('.account-pages-row') !== null;
    if (isReady && isListed) window.usableAt ??= performance.now();
    if (window.usableAt === null) setTimeout(look, 4);
  };
  look();
}

async function openSidebar() {
  await window.workbench.app.workspace.ensureSideLeaf('account-pages-actions', 'right', { active: true, reveal: true });
}

async function emptyCache() {
  const databases = await indexedDB.databases();
  await Promise.all(
    databases.map(
      ({ name }) =>
        new Promise((done) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const clearing = opening.result.transaction('notes', 'readwrite');
            clearing.objectStore('notes').clear();
            clearing.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    ),
  );
}
