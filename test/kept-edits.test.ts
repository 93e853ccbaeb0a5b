import { beforeEach, expect, it } from 'vitest';
import type { Account } from '../src/core/link/directory.ts';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { AccountVault } from '../src/core/write/account-vault.ts';
import type { KeptEdit } from '../src/core/write/kept-edits.ts';
import { removedLines } from '../src/core/write/removed-lines.ts';
import { MemoryHistory } from './memory-history.ts';
import { MemoryVault, parseYaml } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const NOTE = 'Accounts/Norvane/2026-01-09 - Kick-off.md';
const TODAY = '2026-02-01';
const BUDGET = 'The budget for the pilot is 90k euros this year.';
const RAISED = 'The budget for the pilot is 120k euros this year.';
const MINE = 'The budget for the pilot is 90k euros this year, says Ana.';

let vault: MemoryVault;
let accounts: AccountVault;

beforeEach(async () => {
  vault = new MemoryVault([
    [PAGE, '---\ntype: customer\n---\n# Norvane\n\nMy own words.\n'],
    [NOTE, noteWith(BUDGET)],
  ]);
  await rebuild();
  vault.notes.set(PAGE, page().replace(BUDGET, MINE));
  await rebuild();
});

function noteWith(fact: string, gist = 'We met.'): string {
  return `---\nparticipants: [Ana Ruiz]\n---\n> [!summary]\n> ${gist}\n\n## Key Facts\n- ${fact}\n- Peak is in autumn.\n`;
}

async function rebuild(): Promise<void> {
  accounts = new AccountVault(vault, DEFAULT_SETTINGS, parseYaml, new MemoryHistory());
  await accounts.readAll();
  await accounts.rebuild(accounts.graph.accounts(), TODAY, 'rebuild');
}

function page(): string {
  return vault.notes.get(PAGE) ?? '';
}

function norvane(): Account {
  const account = accounts.graph.accountNamed('Norvane');
  if (!account) throw new Error('The account is missing.');
  return account;
}

function edits(): readonly KeptEdit[] {
  return accounts.keptEdits(accounts.plan(norvane(), page(), TODAY));
}

function facts(): string[] {
  return takeLedger(page())
    .text.split('\n')
    .filter((line) => line.startsWith('- ') && !line.includes('Kick-off'))
    .map((line) => line.replace(/ \(\[\[.*/, ''));
}

async function settle(use: 'mine' | 'newer'): Promise<void> {
  const [edit] = edits();
  if (!edit) throw new Error('There is no edit.');
  await accounts.settle(norvane(), edit, use, TODAY, 'settle');
}

it('has nothing to ask while the notes say what the person edited', () => {
  expect(edits()).toEqual([]);
});

it('finds a line that a person edited and whose note was reworded since', async () => {
  vault.notes.set(NOTE, noteWith(RAISED));
  await rebuild();
  expect(
    edits().map(({ section, heading, mine, newer }) => [section, heading, mine.split(' ([[')[0], newer.text]),
  ).toEqual([['keyFacts', 'Key Facts', MINE, RAISED]]);
});

it('puts the newer wording in the place of the person’s, and has nothing more to ask', async () => {
  vault.notes.set(NOTE, noteWith(RAISED));
  await rebuild();
  const before = facts();
  await settle('newer');
  expect(facts()).toEqual(before.map((line) => line.replace(MINE, RAISED)));
  const settled = page();
  await rebuild();
  expect([page() === settled, edits()]).toEqual([true, []]);
  expect(page()).toContain('My own words.');
});

it('keeps the person’s wording, asks no more, and can have the newer one back', async () => {
  vault.notes.set(NOTE, noteWith(RAISED));
  await rebuild();
  const before = facts();
  await settle('mine');
  await rebuild();
  const removed = removedLines(accounts.plan(norvane(), page(), TODAY));
  expect([facts(), edits(), removed.map(({ line }) => line?.text)]).toEqual([before, [], [RAISED]]);
  await accounts.restore(norvane(), removed, TODAY, 'restore');
  expect(facts()).toEqual(before);
  expect(edits().length).toBe(1);
});

it('leaves the page as it is where the edit is no longer there', async () => {
  vault.notes.set(NOTE, noteWith(RAISED));
  await rebuild();
  const [edit] = edits();
  if (!edit) throw new Error('There is no edit.');
  vault.notes.set(PAGE, page().replace(MINE, 'Something else altogether.'));
  await rebuild();
  const before = page();
  await accounts.settle(norvane(), edit, 'newer', TODAY, 'settle');
  expect(page()).toBe(before);
});

it('knows the line of a meeting by its note, whatever the note says by now', async () => {
  vault.notes.set(PAGE, page().replace('We met.', 'We met in Valencia.'));
  await rebuild();
  vault.notes.set(NOTE, noteWith(BUDGET, 'They want to begin in May.'));
  await rebuild();
  expect(edits().map(({ section, newer }) => [section, newer.markdown])).toEqual([
    ['recentContext', '2026-01-09: [[2026-01-09 - Kick-off|Kick-off]] — They want to begin in May.'],
  ]);
  await settle('mine');
  await rebuild();
  expect([edits(), page().includes('We met in Valencia.'), page().includes('begin in May')]).toEqual([[], true, false]);
});
