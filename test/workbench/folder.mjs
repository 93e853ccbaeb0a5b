// The files of one folder, and of no other: what the workbench's server reads and writes.
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** Half-written files, which nobody is told of. */
const TEMPORARY = /^\.workbench-.*\.tmp$/;
/** What no vault's tree has to list. */
const SKIPPED = new Set(['node_modules', '.git']);

/** How much text is sent at once, in bytes. */
const MOST_AT_ONCE = 32 * 1024 * 1024;

/** Something was asked for that is not allowed, or not there. */
export class FolderError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** A folder on disk. Paths are those of a vault: parts joined by `/`, none of them `..`. */
export class Folder {
  /** @param {string} root the folder's real path */
  constructor(root) {
    this.root = root;
    this.name = basename(root);
  }

  /** Opens a folder by any path to it. @param {string} path */
  static async open(path) {
    const root = await realpath(path);
    if (!(await stat(root)).isDirectory()) throw new FolderError(404, 'The vault is no folder.');
    return new Folder(root);
  }

  /** Everything in the folder; links that lead out of it are left out. */
  async list(under = '') {
    const entries = [];
    const names = await readdir(join(this.root, under)).catch(() => []);
    for (const name of names) {
      if (TEMPORARY.test(name) || SKIPPED.has(name)) continue;
      const path = under === '' ? name : `${under}/${name}`;
      const entry = await this.stat(path).catch(() => null);
      if (!entry) continue;
      entries.push(entry);
      if (entry.kind === 'folder') entries.push(...(await this.list(path)));
    }
    return entries;
  }

  /** The texts of all notes at once, as far as they are few enough: one by one they take the page much longer. */
  async notes() {
    const texts = {};
    let length = 0;
    for (const { path, kind, size } of await this.list()) {
      if (kind !== 'file' || !path.endsWith('.md') || (length += size) > MOST_AT_ONCE) continue;
      texts[path] = (await this.read(path)).toString('utf8');
    }
    return texts;
  }

  /** @param {string} path */
  async stat(path) {
    const found = await stat(await this.existing(path));
    const kind = found.isDirectory() ? 'folder' : 'file';
    const size = kind === 'folder' ? 0 : found.size;
    return { path, kind, ctime: Math.round(found.birthtimeMs), mtime: Math.round(found.mtimeMs), size };
  }

  /** @param {string} path */
  async read(path) {
    return await readFile(await this.existing(path));
  }

  /** Writes the whole file beside its place, then moves it there, so that nobody ever reads half of it. */
  async write(path, content) {
    const target = await this.inside(path);
    const temporary = join(dirname(target), `.workbench-${randomUUID()}.tmp`);
    try {
      await writeFile(temporary, content);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
    return await this.stat(path);
  }

  async mkdir(path) {
    await mkdir(await this.inside(path), { recursive: true });
    return await this.stat(path);
  }

  async rename(path, newPath) {
    await rename(await this.existing(path), await this.inside(newPath));
  }

  async remove(path) {
    const target = await this.existing(path);
    if (target === this.root) throw new FolderError(403, 'The vault itself is not removed.');
    await rm(target, { recursive: true });
  }

  /** The real path of what is there already. */
  async existing(path) {
    const wanted = this.plain(path);
    const real = await realpath(wanted).catch(() => {
      throw new FolderError(404, `There is no “${path}” in the vault.`);
    });
    this.check(real);
    return real;
  }

  /** The real path of what may not be there yet: its nearest folder that is there must lie in this one. */
  async inside(path) {
    const wanted = this.plain(path);
    if (await lstat(wanted).catch(() => null)) return await this.existing(path);
    let parent = dirname(wanted);
    while (!(await lstat(parent).catch(() => null))) parent = dirname(parent);
    this.check(await realpath(parent));
    return wanted;
  }

  plain(path) {
    const parts = path.split('/');
    const odd = parts.some((part) => part === '..' || part === '.' || (part === '' && path !== ''));
    if (odd || path.includes('\0') || path.includes('\\') || /^[A-Za-z]:/.test(path)) {
      throw new FolderError(403, 'This path leads out of the vault.');
    }
    return join(this.root, ...parts);
  }

  check(real) {
    if (real !== this.root && !real.startsWith(this.root + sep)) {
      throw new FolderError(403, 'This path leads out of the vault.');
    }
  }
}
