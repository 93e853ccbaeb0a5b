import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder;
let child;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(join(folder, 'Home.md'), '# Home\n');
});

afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `npm start` with these arguments; what it has said so far, and its exit code once it has ended. */
function start(...args) {
  child = spawn(process.execPath, ['test/workbench/start.mjs', '--no-open', '--no-build', ...args]);
  const run = { said: '', complained: '', code: null };
  child.stdout.on('data', (data) => (run.said += String(data)));
  child.stderr.on('data', (data) => (run.complained += String(data)));
  run.ended = new Promise((resolve) => {
    child.on('exit', (code) => {
      run.code = code;
      resolve(code);
    });
  });
  return run;
}

function addressIn(said) {
  return /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said)?.[0];
}

/** Gives the status and the text of the answer; rejects where nobody answers. */
function ask(url, { method = 'GET', headers = {}, body = '' } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    sent.on('error', reject).end(body);
  });
}

describe('npm start', () => {
  it('shows a vault read-only on this machine alone, prints the address, and ends when it is told to', async () => {
    const run = start('--vault', folder);
    await expect.poll(() => addressIn(run.said), { timeout: 30_000 }).toBeDefined();
    const address = new URL(addressIn(run.said));
    const page = await ask(address);
    const headers = { 'x-workbench-token': address.searchParams.get('token') };
    const described = JSON.parse((await ask(new URL('/api/vault', address), { headers })).text);
    const write = await ask(new URL('/api/write?path=Home.md', address), {
      method: 'POST',
      body: 'other',
      headers,
    });
    child.kill('SIGTERM');
    expect({
      page: page.status,
      paths: described.entries.map(({ path }) => path),
      write: write.status,
      said: run.said.includes('a stand-in for the app') && run.said.includes('The vault is shown read-only'),
      code: await run.ended,
      left: readdirSync(folder),
      complained: run.complained,
    }).toEqual({ page: 200, paths: ['Home.md'], write: 403, said: true, code: 0, left: ['Home.md'], complained: '' });
    await expect(ask(address)).rejects.toThrow();
  });

  it('says what is wrong with what it was asked for', async () => {
    const nowhere = start('--vault', join(folder, 'nowhere'));
    expect([await nowhere.ended, nowhere.complained]).toEqual([1, `There is no folder ${join(folder, 'nowhere')}.\n`]);
    const port = start('--port', 'many');
    expect([await port.ended, port.complained]).toEqual([1, '“many” is no port.\n']);
    const unknown = start('--wrong');
    expect([await unknown.ended, unknown.complained.includes('--vault PATH')]).toEqual([1, true]);
  });
});
