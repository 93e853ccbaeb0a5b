import { describe, expect, it } from 'vitest';
import { missingPages, pathOfNewPage, textOfNewPage } from '../src/core/compose/new-page.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const CUSTOMER = '---\ntype: customer\n---\n';

async function missingIn(notes: readonly (readonly [string, string])[]) {
  const { graph } = await opened(new MemoryVault(notes));
  return missingPages(graph, DEFAULT_SETTINGS).map((missing) => ({
    ...missing,
    path: pathOfNewPage(missing, graph, DEFAULT_SETTINGS),
  }));
}

describe('accounts without a page', () => {
  it('are those that notes name and those in whose folder notes lie, the most told of first', async () => {
    const first = 'Accounts/Sole/2026-01-10 - Call.md';
    const notes = ['Meetings/2026-02-01 - A.md', 'Meetings/2026-02-02 - B.md'];
    expect(
      await missingIn([
        [first, '## Decisions\n- Ship it.\n'],
        ...notes.map((path) => [path, '---\naccount: Velora\n---\n## Decisions\n- Ship it.\n'] as const),
      ]),
    ).toEqual([
      { name: 'Velora', folder: null, notes, path: 'Accounts/Velora/README.md' },
      { name: 'Sole', folder: 'Accounts/Sole', notes: [first], path: 'Accounts/Sole/README.md' },
    ]);
  });

  it.each([
    ['beside the others, where those are notes of one folder', 'Clients/Norvane.md', 'Clients/Velora.md'],
    [
      'as a note named like its folder, where the others are',
      'Accounts/Norvane/Norvane.md',
      'Accounts/Velora/Velora.md',
    ],
    ['as an index, where the others are', 'Partners/Norvane/index.md', 'Partners/Velora/index.md'],
  ])('get their page %s', async (_, page, expected) => {
    const [missing] = await missingIn([
      [page, CUSTOMER],
      ['Meetings/2026-02-01 - A.md', '---\naccount: Velora\n---\n## Decisions\n- Ship it.\n'],
    ]);
    expect(missing?.path).toBe(expected);
  });

  it.each([
    ['AC/DC: “Live”?', 'AC DC “Live”'],
    ['con', 'con account'],
    ['..', 'Account'],
    ['../../escape', 'escape'],
    ['Ümläut & Söhne 🚚', 'Ümläut & Söhne 🚚'],
    ['a'.repeat(300), 'a'.repeat(60)],
  ])('get a file’s name that every system takes: %s', async (name, file) => {
    const { graph } = await opened(new MemoryVault([]));
    expect(pathOfNewPage({ name, folder: null, notes: [] }, graph, DEFAULT_SETTINGS)).toBe(
      `Accounts/${file}/README.md`,
    );
  });
});

describe('a new page', () => {
  it('begins with its kind and name', () => {
    expect(textOfNewPage('Velora', null, '2026-10-30')).toBe('---\ntype: customer\n---\n\n# Velora\n');
  });

  it('begins as the template, with the account and the day filled in, and all else as it stands', () => {
    const template = '# {{ Account }}\n\nSince {{date}}, {{title}}, {{owner}} $& $1\n';
    expect(textOfNewPage('Velora $& Co', template, '2026-10-30')).toBe(
      '# Velora $& Co\n\nSince 2026-10-30, Velora $& Co, {{owner}} $& $1\n',
    );
  });
});
