import { describe, expect, it } from 'vitest';
import { MemoryVault, opened } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const NOTES: [string, string][] = [
  [PAGE, '---\ntype: customer\n---\n# Norvane\n'],
  ['Accounts/Norvane/2025-11-14 - A.md', '## Decisions\n- Start in May.\n'],
  ['Accounts/Norvane/2025-11-15 - B.md', '## Decisions\n- Wait for June.\n'],
  ['Accounts/Sole.md', '---\ntype: customer\n---\n# Sole\n'],
  ['Accounts/Sole/2025-11-14 - A.md', '## Decisions\n- Open a shop.\n'],
];

/** A vault in which some notes cannot be read, or cannot be written. */
class FaultyVault extends MemoryVault {
  readonly unreadable = new Set<string>();
  readonly readOnly = new Set<string>();
  /** In bytes, of notes that are said to be larger than they are. */
  readonly sizes = new Map<string, number>();
  readonly asked: string[] = [];

  override sizeOf(path: string): Promise<number> {
    const size = this.sizes.get(path);
    return size === undefined ? super.sizeOf(path) : Promise.resolve(size);
  }

  override read(path: string): Promise<string> {
    this.asked.push(path);
    return this.unreadable.has(path) ? Promise.reject(new Error('it is not downloaded')) : super.read(path);
  }

  override process(path: string, edit: (text: string) => string): Promise<string> {
    return this.readOnly.has(path) ? Promise.reject(new Error('the disk is full')) : super.process(path, edit);
  }
}

describe('a vault in which something goes wrong', () => {
  it('names the note that cannot be read and goes on with the rest', async () => {
    const vault = new FaultyVault(NOTES);
    vault.unreadable.add('Accounts/Norvane/2025-11-15 - B.md');
    const accounts = await opened(vault);
    const { problems } = await accounts.rebuild(accounts.graph.accounts(), '2026-01-01', 'a run');
    expect(problems.map(({ path, code, message }) => [path, code, message])).toEqual([
      [
        'Accounts/Norvane/2025-11-15 - B.md',
        'note-unreadable',
        'The note is left out, because it could not be read: it is not downloaded',
      ],
    ]);
    expect(vault.notes.get(PAGE)).toContain('Start in May.');
  });

  it('names the note that is too large, does not read it, and takes it back when it is smaller', async () => {
    const vault = new FaultyVault(NOTES);
    const large = 'Accounts/Norvane/2025-11-15 - B.md';
    vault.sizes.set(large, 10_000_001);
    vault.sizes.set('Accounts/Norvane/2025-11-14 - A.md', 10_000_000);
    const accounts = await opened(vault);
    expect([vault.asked.includes(large), await accounts.read(large), accounts.graph.get(large)]).toEqual([
      false,
      null,
      null,
    ]);
    const { problems } = await accounts.rebuild(accounts.graph.accounts(), '2026-01-01', 'a run');
    expect(problems.map(({ path, code, message }) => [path, code, message])).toEqual([
      [
        large,
        'note-too-large',
        'The note is left out, because it has 11 MB, and reading more than 10 MB would hold up everything else.',
      ],
    ]);
    expect(vault.notes.get(PAGE)).toContain('Start in May.');
    vault.sizes.delete(large);
    await accounts.follow({ written: [large], gone: [] });
    await accounts.rebuild(accounts.graph.accounts(), '2026-01-01', 'a run');
    expect([accounts.problems(), vault.notes.get(PAGE)?.includes('Wait for June.')]).toEqual([[], true]);
  });

  it('names the page that cannot be written and goes on with the rest', async () => {
    const vault = new FaultyVault(NOTES);
    vault.readOnly.add(PAGE);
    const accounts = await opened(vault);
    const { problems } = await accounts.rebuild(accounts.graph.accounts(), '2026-01-01', 'a run');
    expect(problems.map(({ path, code }) => [path, code])).toEqual([[PAGE, 'page-not-written']]);
    expect(vault.notes.get(PAGE)).toBe(NOTES[0]?.[1]);
    expect(vault.notes.get('Accounts/Sole.md')).toContain('Open a shop.');
  });

  it('keeps a page whose meeting notes are all gone, and says so', async () => {
    const vault = new MemoryVault(NOTES);
    const before = await opened(vault);
    await before.rebuild(before.graph.accounts(), '2026-01-01', 'a run');
    const page = vault.notes.get(PAGE);
    for (const [path] of NOTES.slice(1, 3)) vault.notes.delete(path);
    const after = await opened(vault);
    const { problems } = await after.rebuild(after.graph.accounts(), '2026-01-01', 'a run');
    expect(vault.notes.get(PAGE)).toBe(page);
    expect(problems.map(({ path, code }) => [path, code])).toEqual([[PAGE, 'meetings-gone']]);
  });

  it('keeps a section for which the notes give nothing any more, and says so', async () => {
    const vault = new MemoryVault(NOTES);
    const before = await opened(vault);
    await before.rebuild(before.graph.accounts(), '2026-01-01', 'a run');
    for (const [path] of NOTES.slice(1, 3)) vault.notes.set(path, '');
    const after = await opened(vault);
    const { problems } = await after.rebuild(after.graph.accounts(), '2026-01-01', 'a run');
    expect(vault.notes.get(PAGE)).toContain('Start in May.');
    expect(problems.map(({ path, code }) => [path, code])).toEqual([[PAGE, 'section-emptied']]);
  });
});
