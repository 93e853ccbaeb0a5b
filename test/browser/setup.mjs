import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { launch } from '../workbench/browser.mjs';
import { buildPage } from '../workbench/bundle.mjs';

/** Builds what the tests of the browser look at, once for all of them. */
export async function setup() {
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The plugin could not be built.');
  await buildPage();
  // The first start unpacks the browser, which two files of tests at once must not do.
  const browser = await launch();
  await browser.close();
}
