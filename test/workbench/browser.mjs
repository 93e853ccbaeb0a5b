// Starts a browser without a window for tests and screenshots, also on a machine that has none installed.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { chromium as playwright } from 'playwright-core';

const CACHE = resolve('node_modules', '.cache', 'chromium');
/** By these names Playwright knows the browsers that people have. */
const INSTALLED = ['chrome', 'msedge', 'chromium'];
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The first browser that starts: `$CHROME_PATH`, the packaged Chromium (Linux x64), an installed Chrome or Edge.
 * Rejects with one sentence that says what to do where none does.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launch() {
  const failures = [];
  for (const candidate of candidates()) {
    try {
      return await playwright.launch(await candidate());
    } catch (error) {
      failures.push(String(error).split('\n')[0]);
    }
  }
  throw new Error(
    `No browser could be started: install Chrome or Edge, or set CHROME_PATH to one. (${failures.join('; ')})`,
  );
}

function* candidates() {
  const named = process.env.CHROME_PATH;
  if (named) yield () => ({ executablePath: named, args: ['--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') yield packaged;
  for (const executablePath of PLACES.filter((path) => existsSync(path))) {
    yield () => ({ executablePath, args: ['--no-sandbox'] });
  }
  for (const channel of INSTALLED) yield () => ({ channel });
}

/**
 * The Chromium of the package. It unpacks into the temporary folder, where it would take whatever lies there under its
 * name, and unpacks the libraries that it needs only where it believes to run on Amazon's machines; so it is told
 * both, for as long as it is loaded.
 */
async function packaged() {
  await mkdir(CACHE, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  const libraries = join(CACHE, 'al2023', 'lib');
  let executablePath = '';
  try {
    Object.assign(process.env, { TMPDIR: CACHE, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    executablePath = await chromium.executablePath();
  } finally {
    restore(before);
  }
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_PATH: await fontConfiguration(),
    HOME: CACHE,
  };
  // Of the package's own arguments one switches the web's safety off, so none of them is used.
  return { executablePath, env, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] };
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** The package's own configuration names the temporary folder, and with it the page stays blank. */
async function fontConfiguration() {
  const folder = join(CACHE, 'font-configuration');
  await mkdir(folder, { recursive: true });
  const folders = [join(CACHE, 'fonts'), '/usr/share/fonts'].map((path) => `  <dir>${path}</dir>`).join('\n');
  const source = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders}
  <cachedir>${join(CACHE, 'font-cache')}</cachedir>
</fontconfig>
`;
  await writeFile(join(folder, 'fonts.conf'), source);
  return folder;
}
