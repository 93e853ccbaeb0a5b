import { symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './site.mjs';

let site;
let readOnly;

beforeAll(async () => {
  site = await Site.open();
  readOnly = await Site.open({ writable: false });
  writeFileSync(join(site.folder, 'secret.txt'), 'secret');
  symlinkSync(join(site.folder, 'secret.txt'), join(site.vault, 'link.md'));
  symlinkSync(site.folder, join(site.vault, 'out'));
});

afterAll(async () => {
  await site.close();
  await readOnly.close();
});

/** Sends exactly what is said, which `fetch` would tidy up. Gives the status. */
function ask(path, { method = 'GET', headers = {}, body = '', server = site.server } = {}) {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

function read(path, headers = {}, server = site.server) {
  return ask(path, { headers: { 'x-workbench-token': server.token, ...headers }, server });
}

function write(path, headers, server = site.server) {
  const token = { 'x-workbench-token': server.token };
  return ask(`/api/write?path=${path}`, { method: 'POST', headers: { ...token, ...headers }, body: 'new', server });
}

describe('the server', () => {
  it('gives no file outside of the vault', async () => {
    const paths = [
      '../secret.txt',
      'Accounts/../../secret.txt',
      '%2e%2e/secret.txt',
      '/etc/passwd',
      'link.md',
      'out/secret.txt',
    ];
    const answers = {};
    for (const path of paths) answers[path] = await read(`/api/file?path=${path}`);
    expect(answers).toEqual({
      '../secret.txt': 403,
      'Accounts/../../secret.txt': 403,
      '%2e%2e/secret.txt': 403,
      '/etc/passwd': 403,
      'link.md': 403,
      'out/secret.txt': 403,
    });
  });

  it('writes nothing outside of the vault', async () => {
    const answers = [
      await write('../new.md'),
      await write('out/new.md'),
      await write('link.md'),
      await write('C:%5Cnew.md'),
    ];
    expect(answers).toEqual([403, 403, 403, 403]);
  });

  it('answers only under its own name', async () => {
    expect(await read('/api/vault', { host: 'vault.example:80' })).toBe(403);
  });

  it('says nothing of the vault without the token of its address', async () => {
    const paths = [
      '/api/vault',
      '/api/notes',
      '/api/stat?path=Home.md',
      '/api/file?path=Home.md',
      '/api/events?client=x',
    ];
    const answers = { own: [], without: [], guessed: [] };
    for (const path of paths) {
      if (!path.includes('events')) answers.own.push(await read(path));
      answers.without.push(await ask(path));
      answers.guessed.push(await ask(`${path}${path.includes('?') ? '&' : '?'}token=guess`));
    }
    expect(answers).toEqual({
      own: [200, 200, 200, 200],
      without: [403, 403, 403, 403, 403],
      guessed: [403, 403, 403, 403, 403],
    });
  });

  it('lets only its own page write, with the token of its address', async () => {
    const answers = {
      own: await write('Home.md', { origin: site.server.origin }),
      withoutToken: await write('Home.md', { 'x-workbench-token': '' }),
      otherToken: await write('Home.md', { 'x-workbench-token': 'guess' }),
      otherOrigin: await write('Home.md', { origin: 'http://evil.example' }),
      sandboxed: await write('Home.md', { origin: 'null' }),
      otherPort: await write('Home.md', { origin: 'http://127.0.0.1:1' }),
    };
    expect(answers).toEqual({
      own: 200,
      withoutToken: 403,
      otherToken: 403,
      otherOrigin: 403,
      sandboxed: 403,
      otherPort: 403,
    });
  });

  it('writes nothing at all where the vault is shown read-only', async () => {
    expect(await write('Home.md', {}, readOnly.server)).toBe(403);
  });

  it('gives of its own files only those of the page and the plugin', async () => {
    const paths = [
      '/',
      '/workbench.js',
      '/plugin/account-pages/main.js',
      '/package.json',
      '/plugin/account-pages/package.json',
      '/plugin/../package.json',
    ];
    const answers = [];
    for (const path of paths) answers.push(await ask(path));
    expect(answers).toEqual([200, 200, 200, 404, 404, 404]);
  });
});
