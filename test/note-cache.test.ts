import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FolderVault } from '../src/cli/folder-vault.mts';
import { readCachedNote } from '../src/cli/cached-note.mts';
import { NoteCache } from '../src/cli/note-cache.mts';
import { readingRules, readNote } from '../src/core/parse/read-note.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings.ts';
import { AccountVault } from '../src/core/write/account-vault.ts';
import { demoNotes } from './demo-vault.ts';

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

  it('lets nothing be read any more of a note that is gone, however few they are', async () => {
    for (let day = 10; day < 70; day++) write(`Meetings/${String(day)}.md`, 'Nothing.\n');
    await start();
    expect(readFileSync(cacheFile(), 'utf8')).toContain('The pilot starts in May.');
    rmSync(join(root, SYNC));
    await start();
    expect(readFileSync(cacheFile(), 'utf8')).not.toContain('The pilot starts in May.');
    expect((await start()).read).toEqual([]);
  });

  it('is dropped where it came along with a vault that somebody shared', async () => {
    await start();
    const copy = mkdtempSync(join(tmpdir(), 'shared-'));
    cpSync(root, copy, { recursive: true, preserveTimestamps: true });
    rmSync(root, { recursive: true });
    root = copy;
    expect((await start()).read).toHaveLength(3);
    expect((await start()).read).toEqual([]);
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

describe('one line of what was read', () => {
  const rules = readingRules(DEFAULT_SETTINGS, (yaml): unknown => parse(yaml));
  const kept = (path: string, text: string) => {
    const { content } = readNote(path, text, rules);
    return { path, mtime: 1, size: 2, hash: 'abc', content };
  };

  it('comes back as it was, of every note of the sample vault', () => {
    const notes = demoNotes().map(([path, text]) => kept(path, text));
    expect(notes.length).toBeGreaterThan(90);
    for (const note of notes) expect(readCachedNote(JSON.stringify(note))).toEqual(note);
  });

  it.each(['', '{not json', 'null', '7', '[]', '{}', '{"path":"a.md","mtime":1,"size":1,"hash":"","content":{}}'])(
    'is none where it was not written so: %s',
    (line) => {
      expect(readCachedNote(line)).toBe(null);
    },
  );

  it('is none where something in it would be more than a line on a page', () => {
    const note = kept(SYNC, '---\naccount: Norvane\n---\n## Decisions\n- Begin in May.\n');
    const line = JSON.stringify(note);
    expect(readCachedNote(line)).toEqual(note);
    for (const word of ['May', 'Norvane', 'Decisions'])
      expect(readCachedNote(line.replaceAll(word, `${word}\\n## Injected`)), word).toBe(null);
  });
});
