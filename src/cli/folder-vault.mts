import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { lstat, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { compareText, type NotePath, type VaultHost } from '../core/vault.ts';

/** What a run that was killed may leave beside a note. */
const LEFTOVER = /^\.account-pages-[0-9a-f]{12}\.tmp$/;
/** Another run may be writing just now; none takes this long. In milliseconds. */
const SURELY_LEFT = 600_000;

/** How often a page that somebody else keeps changing is planned anew before giving up. */
const ATTEMPTS = 3;

/** What tells whether a file is still the one that was read. */
export interface FileStamp {
  readonly path: NotePath;
  /** In milliseconds since 1970. */
  readonly mtime: number;
  readonly size: number;
}

/** A vault that is a folder on disk. Nothing outside it is read or written, whatever links lie in it. */
export class FolderVault implements VaultHost {
  private readonly swept = new Set<string>();

  private constructor(readonly root: string) {}

  /** Rejects where the folder is missing, is no folder, or may not be read. */
  static async at(path: string): Promise<FolderVault> {
    const root = await realpath(path);
    if (!(await stat(root)).isDirectory()) throw new Error('it is a file, not a folder');
    await readdir(root);
    return new FolderVault(root);
  }

  /** Every `.md` file, but none in folders whose names begin with a dot, and none behind a symbolic link. */
  async list(): Promise<NotePath[]> {
    return (await this.files()).map(({ path }) => path);
  }

  /** The notes that `list` names, as they lie on the disk. */
  async files(): Promise<FileStamp[]> {
    const files: FileStamp[] = [];
    const folders = [this.root];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const entry of await entriesOf(folder)) {
        if (isPassedOver(entry.name)) continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile() && isNoteName(entry.name)) files.push(...this.stampOf(path));
      }
    }
    return files.sort((a, b) => compareText(a.path, b.path));
  }

  // As in `read`, nothing else waits meanwhile.
  async sizeOf(path: NotePath): Promise<number> {
    return lstatSync(join(this.root, path)).size;
  }

  // Nothing else waits meanwhile, and without handing each note to another thread reading takes a fifth of the time.
  async read(path: NotePath): Promise<string> {
    const bytes = readFileSync(this.inside(path));
    // A note in another encoding is read as best it can be; only writing needs every byte to be understood.
    return decode(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  }

  current(path: NotePath): Promise<string> {
    return this.read(path);
  }

  async process(path: NotePath, edit: (text: string) => string): Promise<string> {
    const file = await this.writable(path);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const bytes = await readFile(file);
      const text = decode(bytes);
      if (text === null) throw new Error('it is not UTF-8, so that saving it would damage it');
      const edited = edit(text);
      if (edited === text) return text;
      await this.sweep(dirname(file));
      if (await replaceFile(file, bytes, edited)) return edited;
    }
    throw new Error('another program kept changing it');
  }

  /** Nothing where the file is gone since it was listed. */
  private stampOf(file: string): FileStamp[] {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    return stat ? [{ path: this.notePath(file), mtime: stat.mtimeMs, size: stat.size }] : [];
  }

  /** `a/b.md` below the root, for an absolute path. */
  notePath(file: string): NotePath {
    return relative(this.root, file).split(sep).join('/');
  }

  /** Removes what runs that were killed left in a folder, once. */
  private async sweep(folder: string): Promise<void> {
    if (this.swept.has(folder)) return;
    this.swept.add(folder);
    for (const { name } of await entriesOf(folder)) {
      if (!LEFTOVER.test(name)) continue;
      const file = join(folder, name);
      const { mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs > SURELY_LEFT) await unlink(file).catch(() => undefined); // Gone already is as good.
    }
  }

  /** The file of a note that may be changed: none but those that `list` can name, whatever was asked for. */
  private async writable(path: NotePath): Promise<string> {
    if (!isNotePath(path)) throw new Error('it is no note of the vault');
    let file = this.root;
    for (const name of namesIn(path)) {
      file = join(file, name);
      const found = await lstat(file);
      if (found.isSymbolicLink()) throw new Error('it lies behind a link, and nothing is written through links');
    }
    if (!(await lstat(file)).isFile()) throw new Error('it is no plain file');
    return file;
  }

  /** The file of a note; throws where a link on the way leads out of the vault. */
  private inside(path: NotePath): string {
    const file = realpathSync.native(join(this.root, ...path.split('/')));
    if (!file.startsWith(this.root + sep)) throw new Error('a link leads out of the vault');
    return file;
  }
}

/** Whether `list` can name such a path: no hidden file, nothing outside the vault, nothing but Markdown. */
export function isNotePath(path: NotePath): boolean {
  const names = namesIn(path);
  return isNoteName(path) && names.every((name) => name !== '' && !isPassedOver(name));
}

function namesIn(path: NotePath): string[] {
  return path.split(sep === '/' ? '/' : /[\\/]/);
}

function isNoteName(name: string): boolean {
  return name.toLowerCase().endsWith('.md');
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return []; // A folder that may not be read holds nothing for us; its notes are not ours to miss.
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Writes beside the file and renames over it, so that at any moment either the old or the new text is there, whole.
 * False where the file changed since `expected` was read: nothing is written then.
 */
async function replaceFile(file: string, expected: Uint8Array, text: string): Promise<boolean> {
  const temporary = join(dirname(file), `.account-pages-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const { mode } = await stat(file);
    if ((mode & 0o200) === 0) throw new Error('it is read-only');
    const handle = await open(temporary, 'wx', mode);
    try {
      // What was asked for is less where the system keeps rights from new files; some disks know none.
      await handle.chmod(mode).catch(() => undefined);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!Buffer.from(expected).equals(await readFile(file))) return false;
    await rename(temporary, file);
    return true;
  } finally {
    await unlink(temporary).catch(() => undefined); // After a rename there is nothing left to remove.
  }
}
