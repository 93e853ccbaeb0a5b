import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionItemsOf } from '../src/core/compose/action-items.ts';
import { collaboratorsOf } from '../src/core/compose/people.ts';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { readSettings, type Settings } from '../src/core/settings.ts';
import type { AccountVault } from '../src/core/write/account-vault.ts';
import { escapeText, readCase, savedSettings, unescapeText, withResults, type CaseBlock } from './case-file.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/cases/', import.meta.url));
const FILES = Object.keys(import.meta.glob('../fixtures/cases/*.md', { query: '?raw' }))
  .map((path) => basename(path))
  .sort();
const TODAY = '2026-02-01';

/** Every case has these, unless it brings its own. */
const GIVEN: readonly (readonly [string, string])[] = [
  ['Accounts/Norvane/README.md', '---\ntype: customer\ndomains: [norvane.example]\n---\n# Norvane\n'],
  ['Accounts/Brightwell Foods/README.md', '---\ntype: customer\n---\n# Brightwell Foods\n'],
  ['Accounts/Sole/README.md', '---\ntype: customer\n---\n# Sole\n'],
  [
    'People/Ana Ruiz/README.md',
    '---\ntype: person\ncompany: Norvane\nrole: Head of planning\nemail: ana@norvane.example\n---\n# Ana Ruiz\n',
  ],
  ['People/Ben Okoro/README.md', '---\ntype: person\ncompany: Larkfield\nrole: Solution engineer\n---\n# Ben Okoro\n'],
];
const OWN = { ownCompany: ['Larkfield'], ownNames: ['Vault Owner'] };

describe('cases', () => {
  it.each(FILES)('%s', async (name) => {
    const file = readFileSync(FOLDER + name, 'utf8');
    const blocks = readCase(file);
    const results = blocks.filter(({ kind }) => kind === 'result');
    expect(results.length, 'a case has results').toBeGreaterThan(0);
    const { vault, accounts, settings } = await given(blocks);
    const actual = await outcomes(results, vault, accounts, settings);

    const written = vault.writes.length;
    await accounts.readAll();
    await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
    expect(vault.writes.slice(written), 'a second rebuild writes nothing').toEqual([]);
    // What is not right in any other way is not recorded either.
    await expect(withResults(file, results, actual)).toMatchFileSnapshot(FOLDER + name);
  });
});

interface Given {
  readonly vault: MemoryVault;
  readonly accounts: AccountVault;
  readonly settings: Settings;
}

async function given(blocks: readonly CaseBlock[]): Promise<Given> {
  const notes = blocks
    .filter(({ kind }) => kind === 'note' || kind === 'page')
    .map(({ name, text }): [string, string] => [name, unescapeText(text)]);
  const saved = savedSettings(blocks.find(({ kind }) => kind === 'settings')?.text ?? '{}');
  const { settings } = readSettings({ ...OWN, ...saved }, 'settings');
  const vault = new MemoryVault([...GIVEN, ...notes]);
  return { vault, accounts: await opened(vault, settings), settings };
}

async function outcomes(
  results: readonly CaseBlock[],
  vault: MemoryVault,
  accounts: AccountVault,
  settings: Settings,
): Promise<string[]> {
  const { graph } = accounts;
  const before = new Map(vault.notes);
  const { problems } = await accounts.rebuild(graph.accounts(), TODAY, 'a run');
  for (const [path, text] of before)
    if (graph.accountOfPage(path) === null)
      expect(vault.notes.get(path), `${path} is no page and stays as it is`).toBe(text);
  const lines = {
    problems: () => problems.map(({ path, line, code }) => `${path}:${String(line ?? '-')} ${code}`),
    accounts: () => graph.accounts().map(({ name, path }) => `${name} | ${path ?? '-'}`),
    actions: () =>
      graph
        .accounts()
        .flatMap((account) =>
          actionItemsOf(account, graph, settings).map((item) =>
            [
              account.name,
              `[${item.status ?? ''}]`,
              item.done ? 'closed' : item.proposed ? 'proposed' : 'open',
              item.text,
              item.owners.join(' + ') || '-',
              item.due ?? '-',
              item.priority,
            ].join(' | '),
          ),
        ),
    links: () =>
      [...vault.notes.keys()]
        .sort()
        .flatMap((path) =>
          graph
            .linksOf(path)
            .links.map(
              ({ account, closeness, evidence }) =>
                `${path} → ${account.name} (${closeness}: ${evidence.map(({ rule }) => rule).join(', ')})`,
            ),
        ),
    people: () =>
      graph
        .accounts()
        .flatMap((account) =>
          collaboratorsOf(account, graph).map(
            (person) =>
              `${account.name} | ${person.name} | ${person.role || '-'} | ${person.company || '-'} | ${String(person.meetings)}`,
          ),
        ),
    kinds: () =>
      [...vault.notes.keys()]
        .sort()
        .map((path) => `${path} | ${graph.get(path)?.kind ?? '-'} | ${graph.get(path)?.date ?? 'undated'}`),
  };
  return results.map(({ name }) => {
    if (name.startsWith('page ')) return escapeText(takeLedger(vault.notes.get(name.slice(5)) ?? '').text);
    const what = lines[name as keyof typeof lines];
    expect(what, `a result is a page or one of ${Object.keys(lines).join(', ')}`).toBeDefined();
    return what()
      .map((line) => `${line}\n`)
      .join('');
  });
}
