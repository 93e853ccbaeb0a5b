// `npm start`: opens the workbench on a rebuilt copy of the sample vault, or on a vault of yours that it only reads.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildPage } from './bundle.mjs';
import { serve } from './server.mjs';

const COPY = resolve('work', 'demo');
/** The day on which the sample vault ends, so that “overdue” and “last contact” mean something. */
const TODAY = '2026-10-30';
const HELP = `npm start                         the sample vault, in a copy that is made anew
npm start -- --vault PATH         a vault of yours, read-only
npm start -- --vault PATH --write a vault of yours, which the plugin may change
  --port NUMBER   the port to listen on
  --no-open       print the address, open no browser
  --no-build      show what was built before`;

const options = readOptions();
if (options.help) say(HELP);
else await start(options);

async function start({ vault, write, port, open, build }) {
  if (build) {
    run('node', 'esbuild.config.mjs');
    await buildPage();
  }
  if (vault === undefined) makeCopy();
  else if (!existsSync(vault)) stopWith(`There is no folder ${vault}.`);
  const site = await serve({
    vault: vault ?? COPY,
    writable: vault === undefined || write,
    port,
    today: vault === undefined ? TODAY : '',
  }).catch((error) => stopWith(`The workbench could not be started: ${error.message}`));
  say(`\nThe workbench, a stand-in for the app, is open at\n\n  ${site.address}\n\nStop it with Ctrl+C.`);
  if (vault !== undefined && !write) say('The vault is shown read-only; --write lets the plugin change it.');
  if (open) openBrowser(site.address);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void site.stop().then(() => process.exit(0)));
  }
}

function makeCopy() {
  rmSync(COPY, { recursive: true, force: true });
  cpSync(resolve('fixtures', 'demo'), COPY, { recursive: true });
  say('Rebuilding the account pages of the sample vault:\n');
  run('node', 'dist/cli.mjs', 'rebuild', COPY, '--today', TODAY);
  say(`\nThe copy lies in ${COPY}. Its pages can also be looked at from here:`);
  say(`  node dist/cli.mjs actions "${COPY}" --owner "Robin Hale"`);
  say(`  node dist/cli.mjs explain "${COPY}" --account Norvane`);
}

/** Where there is no desk, as on a server, the address is all there is. */
function openBrowser(address) {
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened: open the address yourself.'));
  child.unref();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        vault: { type: 'string' },
        write: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) stopWith(`“${values.port}” is no port.`);
    const { vault, write, help } = values;
    return { vault, write, help, port, open: !values['no-open'], build: !values['no-build'] };
  } catch (error) {
    return stopWith(`${error.message}\n\n${HELP}`);
  }
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

function stopWith(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
