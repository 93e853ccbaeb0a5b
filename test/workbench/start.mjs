// `npm start`: rebuilds a working copy of the sample vault, and says what changed and where the result lies.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const COPY = resolve('work', 'demo');
/** The day on which the sample vault ends, so that “overdue” and “last contact” mean something. */
const TODAY = '2026-10-30';

run('node', 'esbuild.config.mjs');
rmSync(COPY, { recursive: true, force: true });
cpSync(resolve('fixtures', 'demo'), COPY, { recursive: true });
say('Rebuilding the account pages of the sample vault:\n');
run('node', 'dist/cli.mjs', 'rebuild', COPY, '--today', TODAY);
say(`
The result lies in ${COPY}: open that folder as a vault, or read Accounts/Norvane/README.md.
Look around:
  node dist/cli.mjs actions "${COPY}" --owner "Robin Hale"
  node dist/cli.mjs explain "${COPY}" --account Norvane
  node dist/cli.mjs problems "${COPY}"
On your own notes, writing nothing:
  node dist/cli.mjs rebuild PATH-TO-YOUR-VAULT --dry-run`);

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
