import '../obsidian/window.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountIndex, type IndexUpdate } from '../../src/obsidian/account-index.ts';
import type { CachedNote } from '../../src/obsidian/storage/database.ts';
import type { NoteCache } from '../../src/obsidian/storage/note-cache.ts';
import { SessionHistory } from '../../src/obsidian/storage/page-history.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { HeadlessApp } from '../obsidian/headless-app.ts';
import { MemoryStore } from '../obsidian/memory-store.ts';
import { MEETING, NORVANE, PAGE } from './opened-app.ts';

const SECOND = 'Accounts/Norvane/2026-10-20 - Call.md';
const OTHER = 'Accounts/Quillon/README.md';
const VAULT = { ...NORVANE, [SECOND]: '## Decisions\n- Ship it.\n', [OTHER]: '---\ntype: customer\n---\n# Quillon\n' };

/** What a database does, in memory; `fails` makes it one that cannot be used. */
class MemoryCache implements NoteCache {
  readonly notes = new Map<string, CachedNote>();
  fails = false;

  async *read(): AsyncIterable<readonly CachedNote[]> {
    if (this.fails) throw new Error('the database is damaged');
    await Promise.resolve();
    for (const note of [...this.notes.values()]) yield [note];
  }

  put(notes: readonly CachedNote[]): Promise<void> {
    if (this.fails) return Promise.reject(new Error('the database is damaged'));
    for (const note of notes) this.notes.set(note.path, structuredClone(note));
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.notes.delete(path);
    return Promise.resolve();
  }
}

let app: HeadlessApp;
let store: MemoryStore;
let cache: MemoryCache;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
  store = new MemoryStore(VAULT);
  app = new HeadlessApp(store);
  cache = new MemoryCache();
  await app.start();
});
afterEach(() => {
  app.quit();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function newIndex(): AccountIndex {
  const storage = { cache, history: new SessionHistory() };
  return new AccountIndex(app, DEFAULT_SETTINGS, () => Promise.resolve(storage));
}

/** The index after reading the vault, with the paths that it read and what it told. */
async function started(): Promise<{ index: AccountIndex; read: string[]; told: IndexUpdate[] }> {
  const index = newIndex();
  const reading = vi.spyOn(app.vault, 'cachedRead');
  const told: IndexUpdate[] = [];
  index.onUpdate((update) => told.push(update));
  const starting = index.start();
  await vi.advanceTimersByTimeAsync(100);
  await starting;
  const read = reading.mock.calls.map(([file]) => file.path);
  reading.mockRestore();
  return { index, read, told };
}

function decisions(index: AccountIndex, name = 'Norvane'): string[] {
  const account = index.graph.accountNamed(name);
  if (!account) throw new Error(`no account ${name}`);
  return index.graph
    .meetingsOf(account)
    .flatMap(({ notes }) => notes.flatMap(({ entry }) => entry.items.map(({ text }) => text)));
}

describe('the index', () => {
  it('reads every note once, and tells nobody of news that are none', async () => {
    const { index, read, told } = await started();
    expect(read.sort()).toEqual(Object.keys(VAULT).sort());
    expect([decisions(index), told]).toEqual([
      ['Ship it.', 'The pilot covers the Zaragoza depot.'],
      [{ accounts: [], paths: [], atStart: true }],
    ]);
  });

  it('reads nothing again at the next start where nothing has changed', async () => {
    const first = await started();
    const second = await started();
    expect([second.read, decisions(second.index)]).toEqual([[], decisions(first.index)]);
  });

  it('reads at the next start only what was changed, made or deleted meanwhile, and tells whose pages may be behind', async () => {
    await started();
    store.writeFromOutside(MEETING, '## Decisions\n- Begin in May.\n');
    store.removeFromOutside(SECOND);
    store.writeFromOutside('Accounts/Quillon/2026-10-21 - Call.md', '## Decisions\n- Look at it.\n');
    await vi.advanceTimersByTimeAsync(0);
    const { index, read, told } = await started();
    expect(read.sort()).toEqual(['Accounts/Quillon/2026-10-21 - Call.md', MEETING].sort());
    expect([decisions(index), decisions(index, 'Quillon')]).toEqual([['Begin in May.'], ['Look at it.']]);
    expect(told.map(({ accounts }) => accounts.map(({ name }) => name).sort())).toEqual([['Norvane', 'Quillon']]);
    expect([...cache.notes.keys()].sort()).toEqual(
      [MEETING, PAGE, OTHER, 'Accounts/Quillon/2026-10-21 - Call.md'].sort(),
    );
  });

  it('takes a file that only got another time for what it was', async () => {
    await started();
    vi.setSystemTime(new Date(2026, 10, 1));
    store.writeFromOutside(MEETING, VAULT[MEETING]);
    await vi.advanceTimersByTimeAsync(0);
    const { read, told } = await started();
    expect([read, told[0]?.accounts]).toEqual([[MEETING], []]);
    expect((await started()).read).toEqual([]);
  });

  it('follows what happens while it runs, also while it reads', async () => {
    const index = newIndex();
    const told: string[][] = [];
    index.onUpdate(({ accounts, paths }) => told.push([...accounts.map(({ name }) => name), ...paths]));
    const starting = index.start();
    store.writeFromOutside(MEETING, '## Decisions\n- Begin in May.\n');
    index.noteWritten(MEETING);
    await vi.advanceTimersByTimeAsync(500);
    await starting;
    await index.whenCurrent();
    store.removeFromOutside(SECOND);
    index.noteGone(SECOND);
    await vi.advanceTimersByTimeAsync(500);
    expect([told, decisions(index)]).toEqual([[[], ['Norvane', MEETING], ['Norvane', SECOND]], ['Begin in May.']]);
  });

  it('works without a cache, and says once per start that it does', async () => {
    cache.fails = true;
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const { index } = await started();
    expect(decisions(index)).toEqual(['Ship it.', 'The pilot covers the Zaragoza depot.']);
    expect(warned.mock.calls.map(([message]) => String(message))).toEqual([
      'Account Pages reads all notes anew, because its cache could not be read:',
      'Account Pages reads some notes anew at the next start, because its cache failed:',
    ]);
  });

  it('leaves out a note that cannot be read, and names it', async () => {
    store.refuse('read', SECOND, 'it is not downloaded');
    store.writeFromOutside(SECOND, '## Decisions\n- Ship it now.\n');
    await vi.advanceTimersByTimeAsync(0);
    const { index } = await started();
    expect([decisions(index), index.vault.problems().map(({ path, code }) => [path, code])]).toEqual([
      ['The pilot covers the Zaragoza depot.'],
      [[SECOND, 'note-unreadable']],
    ]);
  });

  it('leaves out a note that is too large without reading it, and names it', async () => {
    // In a fence of letters of three bytes, which the stand-in gets over quickly.
    store.writeFromOutside(SECOND, `## Decisions\n- Ship it now.\n\`\`\`\n${'€'.repeat(3_400_000)}`);
    await vi.advanceTimersByTimeAsync(0);
    store.refuse('read', SECOND, 'it was read');
    const { index } = await started();
    expect([
      decisions(index),
      index.vault.problems().map(({ path, code }) => [path, code]),
      [...cache.notes.keys()].includes(SECOND),
    ]).toEqual([['The pilot covers the Zaragoza depot.'], [[SECOND, 'note-too-large']], false]);
  });

  it('keeps of what an editor shows nothing in the cache that is not saved', async () => {
    const { index } = await started();
    const file = app.vault.getFileByPath(MEETING);
    if (!file) throw new Error('the meeting is gone');
    await app.workspace.getLeaf(true).openFile(file);
    app.workspace.getEditedNote()?.editor.setValue('## Decisions\n- Not saved yet.\n');
    index.noteWritten(MEETING);
    await vi.advanceTimersByTimeAsync(500);
    expect([
      decisions(index).includes('Not saved yet.'),
      JSON.stringify([...cache.notes]).includes('Not saved'),
    ]).toEqual([false, false]);
  });

  it('gives up a reading for one with other settings', async () => {
    const index = newIndex();
    const told: IndexUpdate[] = [];
    index.onUpdate((update) => told.push(update));
    void index.start();
    void index.start({ ...DEFAULT_SETTINGS, ignoredFolders: ['Accounts/Norvane'] });
    await vi.advanceTimersByTimeAsync(500);
    await index.whenCurrent();
    expect([told.length, index.graph.accounts().map(({ name }) => name)]).toEqual([1, ['Quillon']]);
  });
});
