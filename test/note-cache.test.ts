import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FolderVault } from '../src/cli/folder-vault.mts';
import { NoteCache } from '../src/cli/note-cache.mts';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings.ts';
import { AccountVault } from '../src/core/write/account-vault.ts';

const SYNC = 'Meetings/2025-11-14 - Sync.md';
/** Long after the notes were written, so that their times tell something. */
const LATER = Date.now() + 60_000;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cache-'));
  mkdirSync(join(root, 'Meetings'));
  mkdirSync(join(root, 'Accounts'));
  write('Accounts/Norvane.md', '---\ntype: customer\n---\n# Norvane\n');
  write(SYNC, '---\naccount: Norvane\n---\n## Decisions\n- The pilot starts in May.\n');
  write('Meetings/2025-11-20 - Plan.md', '---\naccount: Norvane\n---\n## Decisions\n- Ghent goes first.\n');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function cacheFile(): string {
  return join(root, '.account-pages', 'cache', 'notes.json');
}

/** Starts anew: what was read from the notes themselves, and what is then known of Norvane's decisions. */
async function start(settings: Settings = DEFAULT_SETTINGS): Promise<{ read: string[]; decisions: string[] }> {
  const folder = await FolderVault.at(root);
  const read: string[] = [];
  const host = {
    list: () => folder.list(),
    sizeOf: (path: string) => folder.sizeOf(path),
    current: (path: string) => folder.current(path),
    process: (path: string, edit: (text: string) => string) => folder.process(path, edit),
    read: (path: string) => {
      read.push(path);
      return folder.read(path);
    },
  };
  const vault = new AccountVault(host, settings, (yaml): unknown => parse(yaml));
  const cache = new NoteCache(folder, settings);
  await cache.keep(await cache.readInto(vault, () => undefined), LATER);
  const norvane = vault.graph.accountNamed('Norvane');
  const meetings = norvane ? vault.graph.meetingsOf(norvane) : [];
  return { read, decisions: meetings.flatMap(({ main }) => main.entry.items.map(({ text }) => text)) };
}

const DECISIONS = ['Ghent goes first.', 'The pilot starts in May.'];

describe('what the command line remembers of notes', () => {
  it('spares the next start their reading, and comes to the same', async () => {
    expect((await start()).read).toHaveLength(3);
    expect(await start()).toEqual({ read: [], decisions: DECISIONS });
  });

  it('gives way to a note that was saved since', async () => {
    await start();
    write(SYNC, '---\naccount: Norvane\n---\n## Decisions\n- The pilot starts in June.\n');
    expect(await start()).toEqual({ read: [SYNC], decisions: ['Ghent goes first.', 'The pilot starts in June.'] });
  });

  it('gives way to a note that got another length in the same moment', async () => {
    await start();
    const { atime, mtime } = statSync(join(root, SYNC));
    write(SYNC, '---\naccount: Norvane\n---\n## Decisions\n- Stop.\n');
    utimesSync(join(root, SYNC), atime, mtime);
    expect((await start()).decisions).toEqual(['Ghent goes first.', 'Stop.']);
  });

  it('forgets a note that is gone', async () => {
    await start();
    rmSync(join(root, SYNC));
    expect(await start()).toEqual({ read: [], decisions: ['Ghent goes first.'] });
  });

  it('is not used for other settings', async () => {
    await start();
    expect((await start({ ...DEFAULT_SETTINGS, plainBullets: true })).read).toHaveLength(3);
  });

  it('is not used for other folders, of which nothing was read', async () => {
    await start({ ...DEFAULT_SETTINGS, ignoredFolders: ['Meetings'] });
    expect((await start()).decisions).toEqual(DECISIONS);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -40)],
    ['changed in one letter', (text: string) => text.replace('pilot', 'pylot')],
    ['emptied', () => ''],
    ['somebody else’s', () => '{"notes":[]}\n'],
    ['another version’s', (text: string) => text.replace(/^(account-pages notes )\w/, '$1x')],
  ])('is dropped where its file is %s', async (_, damage) => {
    await start();
    writeFileSync(cacheFile(), damage(readFileSync(cacheFile(), 'utf8')));
    const { read, decisions } = await start();
    expect(read).toHaveLength(3);
    expect(decisions).toEqual(DECISIONS);
  });

  it('does not trust the time of a note that was saved just now', async () => {
    const folder = await FolderVault.at(root);
    const cache = new NoteCache(folder, DEFAULT_SETTINGS);
    const vault = new AccountVault(folder, DEFAULT_SETTINGS, (yaml): unknown => parse(yaml));
    await cache.keep(await cache.readInto(vault, () => undefined), Date.now());
    expect((await start()).read).toHaveLength(3);
  });

  it('may be deleted, and lies where git and the app pass over it', async () => {
    await start();
    expect(readFileSync(join(root, '.account-pages', '.gitignore'), 'utf8')).toBe('*\n');
    rmSync(join(root, '.account-pages'), { recursive: true });
    expect((await start()).decisions).toEqual(DECISIONS);
  });
});
