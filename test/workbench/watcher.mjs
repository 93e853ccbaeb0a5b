// Notices what other programs change in a folder, by comparing what is there with what was there.
import { watch } from 'node:fs';

/** After the last sign of a change, in milliseconds, so that a program that writes much is told of once. */
const SETTLE = 60;
/** Between two looks without any sign: not every system tells of every change. */
const POLL = 2000;

/** Tells of changes in a folder as `{ path, entry }`, where `entry` is null for what is gone. */
export class Watcher {
  /** @param {import('./folder.mjs').Folder} folder @param {(changes: object[]) => void} tell */
  constructor(folder, tell) {
    this.folder = folder;
    this.tell = tell;
    this.known = new Map();
    this.writes = 0;
    this.looking = false;
    this.again = false;
  }

  async start() {
    this.known = byPath(await this.folder.list());
    try {
      this.watching = watch(this.folder.root, { recursive: true }, () => this.soon());
      this.watching.on('error', () => this.watching?.close());
    } catch {
      // Looking now and then is enough where the system cannot watch a whole tree.
    }
    this.polling = setInterval(() => void this.look(), POLL);
    this.polling.unref();
  }

  stop() {
    this.watching?.close();
    clearInterval(this.polling);
    clearTimeout(this.settling);
  }

  /** The server's own writing, of which the writer knows already. Gives the changes that others have to be told of. */
  async own(write, ...paths) {
    this.writes++;
    try {
      const result = await write();
      const changes = [];
      for (const path of paths) changes.push(...(await this.relearn(path)));
      return { result, changes };
    } finally {
      this.writes++;
    }
  }

  async relearn(path) {
    const inside = (known) => known === path || known.startsWith(`${path}/`);
    const entry = await this.folder.stat(path).catch(() => null);
    const below = entry?.kind === 'folder' ? await this.folder.list(path) : [];
    const now = byPath(entry ? [entry, ...below] : []);
    const before = new Map([...this.known].filter(([known]) => inside(known)));
    for (const known of before.keys()) this.known.delete(known);
    for (const [known, value] of now) this.known.set(known, value);
    return differences(before, now);
  }

  soon() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.look(), SETTLE);
  }

  async look() {
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = true;
    try {
      const writes = this.writes;
      const now = byPath(await this.folder.list());
      // What was written meanwhile may be in the list or not.
      if (writes === this.writes && writes % 2 === 0) {
        const changes = differences(this.known, now);
        this.known = now;
        if (changes.length > 0) this.tell(changes);
      } else this.again = true;
    } finally {
      this.looking = false;
      if (this.again) {
        this.again = false;
        this.soon();
      }
    }
  }
}

function byPath(entries) {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

function differences(before, now) {
  const gone = [...before.keys()].filter((path) => !now.has(path)).map((path) => ({ path, entry: null }));
  const changed = [...now.values()].filter((entry) => !isSame(before.get(entry.path), entry));
  return [...gone, ...changed.map((entry) => ({ path: entry.path, entry }))];
}

function isSame(before, now) {
  if (before?.kind !== now.kind) return false;
  return now.kind === 'folder' || (before.mtime === now.mtime && before.size === now.size);
}
