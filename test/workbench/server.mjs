// Serves the workbench: its page, the built plugin, and the files of one vault. For this machine only.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { Folder, FolderError } from './folder.mjs';
import { Watcher } from './watcher.mjs';

const ADDRESS = '127.0.0.1';
const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
};
/** The page may load what this server gives, and nothing else: no note can make it call anybody. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const STYLES = ['theme', 'workbench', 'views', 'notes', 'controls', 'overlays', 'phone'];
const PAGE_FILES = new Map([
  ['/', resolve('test/workbench/page/index.html')],
  ...STYLES.map((name) => [`/${name}.css`, resolve(`test/workbench/styles/${name}.css`)]),
  ['/workbench.js', resolve('work/workbench/workbench.js')],
  ['/workbench.js.map', resolve('work/workbench/workbench.js.map')],
  ['/twemoji.woff2', resolve('node_modules/twemoji-colr-font/twemoji.woff2')],
]);
const PLUGIN_FILES = new Set(['main.js', 'styles.css', 'manifest.json']);
/** No note is that long. */
const LONGEST = 32 * 1024 * 1024;

/**
 * @typedef {object} Options
 * @property {string} vault the folder whose files are shown
 * @property {boolean} writable whether the page may change them
 * @property {string[]} [plugins] folders with a built plugin; the project's own where none is named
 * @property {number} [port] a free one where none is named
 * @property {string} [today] the day that the page takes for today, as YYYY-MM-DD
 */

/**
 * Starts the server. The address it gives holds the token without which nothing of the vault is read or written.
 * @param {Options} options
 */
export async function serve({ vault, writable, plugins = ['.'], port = 0, today = '' }) {
  const folder = await Folder.open(vault);
  const site = new Site(folder, { writable, plugins: await readPlugins(plugins), today });
  await site.watcher.start();
  const server = createServer((request, response) => {
    site.answer(request, response).catch((error) => refuse(response, error));
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, ADDRESS, listening));
  site.host = `${ADDRESS}:${server.address().port}`;
  return {
    address: `http://${site.host}/?token=${site.token}`,
    origin: `http://${site.host}`,
    token: site.token,
    stop: () =>
      new Promise((stopped) => {
        site.stop();
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function readPlugins(folders) {
  const plugins = new Map();
  for (const path of folders) {
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'));
    plugins.set(manifest.id, { manifest, path: resolve(path) });
  }
  return plugins;
}

class Site {
  host = '';
  token = randomBytes(24).toString('base64url');
  /** The pages that listen for changes, by the name each gave itself. */
  listeners = new Map();

  constructor(folder, options) {
    this.folder = folder;
    this.options = options;
    this.watcher = new Watcher(folder, (changes) => this.tell(changes, ''));
  }

  stop() {
    this.watcher.stop();
    for (const response of this.listeners.values()) response.end();
  }

  async answer(request, response) {
    // A name that another site made resolve to this machine is not ours.
    if (request.headers.host !== this.host) throw new FolderError(403, 'This host is not served here.');
    const url = new URL(request.url ?? '/', `http://${this.host}`);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (request.method === 'GET') await this.get(url, request, response);
    else if (request.method === 'POST') await this.post(url, request, response);
    else throw new FolderError(405, 'Only GET and POST are answered.');
  }

  async get(url, request, response) {
    const path = url.searchParams.get('path') ?? '';
    if (url.pathname.startsWith('/api/')) this.checkReader(url, request);
    if (url.pathname === '/api/vault') sendJson(response, await this.describe());
    else if (url.pathname === '/api/notes') sendJson(response, await this.folder.notes());
    else if (url.pathname === '/api/stat') sendJson(response, await this.statOrNull(path));
    else if (url.pathname === '/api/file') send(response, 'application/octet-stream', await this.folder.read(path));
    else if (url.pathname === '/api/events') this.listen(url.searchParams.get('client') ?? '', response);
    else await this.getFile(url.pathname, response);
  }

  async describe() {
    const { writable, plugins, today } = this.options;
    const manifests = [...plugins.values()].map(({ manifest }) => manifest);
    const mac = process.platform === 'darwin';
    return { name: this.folder.name, writable, today, mac, plugins: manifests, entries: await this.folder.list() };
  }

  /** That something is not there is an answer, not an error. */
  async statOrNull(path) {
    try {
      return await this.folder.stat(path);
    } catch (error) {
      if (error instanceof FolderError && error.status === 404) return null;
      throw error;
    }
  }

  async getFile(pathname, response) {
    const [, area, id, name] = pathname.split('/');
    const plugin = area === 'plugin' && PLUGIN_FILES.has(name) ? this.options.plugins.get(id) : undefined;
    const file = plugin ? join(plugin.path, name) : PAGE_FILES.get(pathname);
    // A plugin need not have styles, and its page should not complain of that.
    const nothing = name === 'styles.css' ? '' : null;
    const content = file ? await readFile(file).catch(() => nothing) : null;
    if (content === null) throw new FolderError(404, 'There is nothing at this address.');
    response.setHeader('Content-Security-Policy', POLICY);
    send(response, TYPES[file.slice(file.lastIndexOf('.') + 1)], content);
  }

  listen(client, response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': listening\n\n');
    this.listeners.set(client, response);
    response.on('close', () => {
      if (this.listeners.get(client) === response) this.listeners.delete(client);
    });
  }

  async post(url, request, response) {
    this.checkWriter(request);
    const path = url.searchParams.get('path') ?? '';
    const to = url.searchParams.get('to') ?? '';
    const content = await bodyOf(request);
    const write = {
      '/api/write': () => this.folder.write(path, content),
      '/api/mkdir': () => this.folder.mkdir(path),
      '/api/rename': () => this.folder.rename(path, to),
      '/api/remove': () => this.folder.remove(path),
    }[url.pathname];
    if (!write || path === '') throw new FolderError(404, 'There is nothing at this address.');
    const paths = url.pathname === '/api/rename' ? [path, to] : [path];
    const { result, changes } = await this.watcher.own(write, ...paths);
    this.tell(changes, request.headers['x-workbench-client'] ?? '');
    sendJson(response, result ?? null);
  }

  /** Others on this machine can reach the server too. A listener for changes can send its token only in the address. */
  checkReader(url, { headers }) {
    const token = headers['x-workbench-token'] ?? url.searchParams.get('token');
    if (token !== this.token) throw new FolderError(403, 'The token of the address is missing.');
  }

  /** Another site's page can send a request, but neither with our header nor from our origin. */
  checkWriter({ headers }) {
    if (!this.options.writable) throw new FolderError(403, 'This vault is shown read-only.');
    if (headers['x-workbench-token'] !== this.token) throw new FolderError(403, 'The token of the address is missing.');
    const { origin } = headers;
    if (origin !== undefined && origin !== `http://${this.host}`) {
      throw new FolderError(403, 'Another site may not write here.');
    }
  }

  /** Tells every page but the one that made the changes. */
  tell(changes, writer) {
    for (const [client, response] of this.listeners) {
      if (client !== writer || writer === '') response.write(`data: ${JSON.stringify(changes)}\n\n`);
    }
  }
}

async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST) throw new FolderError(413, 'The file is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function sendJson(response, value) {
  send(response, TYPES.json, JSON.stringify(value));
}

function send(response, type, content) {
  response.writeHead(200, { 'Content-Type': type }).end(content);
}

function refuse(response, error) {
  if (response.headersSent) {
    response.end();
    return;
  }
  const status = error instanceof FolderError ? error.status : 500;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${error.message}\n`);
}
