import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsOf, type AccountActions } from '../src/core/actions/account-actions.ts';
import { DEFAULT_OPTIONS, listActions, type ListOptions } from '../src/core/actions/action-list.ts';
import { reviewCount, reviewOf } from '../src/core/actions/review.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { changeItem, undoItemChange } from '../src/obsidian/sidebar/item-changes.ts';
import { headName, itemName, rowsOf } from '../src/obsidian/sidebar/rows.ts';
import { FIRST_STATE, readState, savedState } from '../src/obsidian/sidebar/view-state.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const TODAY = '2026-10-30';
const A = 'Accounts/Norvane/2026-10-01 - A.md';
const B = 'Accounts/Norvane/2026-10-08 - B.md';
const ITEM = '- [ ] Send the rollout plan @Ana 📅 2026-10-28\n';

function vaultWith(sole = '- [ ] Order two vans ⏫ 🔁 every week\n'): MemoryVault {
  return new MemoryVault([
    ['Accounts/Norvane/README.md', '---\ntype: customer\n---\n'],
    ['Accounts/Sole/README.md', '---\ntype: customer\n---\n'],
    [A, `## Action Items\n${ITEM}`],
    [B, `## Action Items\n${ITEM}- [x] Old ✅ 2026-10-08\n`],
    ['Accounts/Sole/2026-10-29 - Call.md', `## Action Items\n${sole}`],
  ]);
}

async function actionsIn(vault: MemoryVault): Promise<AccountActions[]> {
  const { graph } = await opened(vault);
  return graph.accounts().map((account) => actionsOf(account, graph, DEFAULT_SETTINGS));
}

async function rows(options: Partial<ListOptions> = {}, unfolded: [string, boolean][] = [], vault = vaultWith()) {
  const accounts = await actionsIn(vault);
  const choices = {
    options: { ...DEFAULT_OPTIONS, ...options },
    unfolded: new Map(unfolded),
    ticked: new Map(),
    today: TODAY,
  };
  const list = listActions({ accounts, ticked: new Map(), currentId: 'norvane', today: TODAY }, choices.options);
  return rowsOf(list, choices).map((row) => {
    if (row.kind === 'head') return headName(row, TODAY);
    return row.kind === 'item' ? itemName(row, TODAY) : row.kind;
  });
}

const NORVANE = 'Norvane, 1 open, 1 overdue, last met 22 days ago, 2 meetings in 12 weeks';
const PLAN = 'Send the rollout plan, Ana, due 2 days overdue, from B, in 2 meetings';

describe('the rows of the list', () => {
  it('are heads with their items, each with a name that says all', async () => {
    expect(await rows()).toEqual([
      NORVANE,
      PLAN,
      'Sole, 1 open, last met yesterday, 1 meeting in 12 weeks',
      'Order two vans, high priority, repeats every week, from Call',
    ]);
  });

  it('are folded as a person left them', async () => {
    expect(await rows({}, [['account norvane', false]])).toEqual([NORVANE, ...(await rows()).slice(2)]);
  });

  it('are folded in a long list, apart from the open note’s account and what is filtered', async () => {
    const many = vaultWith(Array.from({ length: 50 }, (_, at) => `- [ ] Order van number ${String(at)}\n`).join(''));
    expect(await rows({}, [], many)).toEqual([
      NORVANE,
      PLAN,
      'Sole, 50 open, last met yesterday, 1 meeting in 12 weeks',
    ]);
    expect((await rows({ text: 'number 7' }, [], many)).length).toBeGreaterThan(1);
  });
});

describe('what the sidebar keeps over a restart', () => {
  it('comes back as it was', () => {
    const state = {
      part: 'review',
      options: { ...DEFAULT_OPTIONS, groupBy: 'owner', due: 'week', text: 'plan' },
      unfolded: new Map([['owner me', false]]),
    } as const;
    expect(readState(JSON.parse(JSON.stringify(savedState(state))))).toEqual(state);
  });

  it('is as at first where what was saved cannot be used', () => {
    expect([readState(null), readState({ groupBy: 'color', text: 7, unfolded: ['x'] })]).toEqual([
      FIRST_STATE,
      FIRST_STATE,
    ]);
    fc.assert(
      fc.property(fc.jsonValue(), (saved) => {
        const state = readState(saved);
        expect(readState(savedState(state))).toEqual(state);
      }),
    );
  });
});

describe('a change to an item', () => {
  it('reaches every copy, and is taken back from every copy', async () => {
    const vault = vaultWith();
    const before = [vault.notes.get(A), vault.notes.get(B)];
    const item = (await actionsIn(vault))[0]?.items[0];
    if (!item) throw new Error('The item is missing.');
    const change = await changeItem(vault, item, { kind: 'tick' }, TODAY, () => null);
    expect([vault.notes.get(A), vault.notes.get(B), change.refused]).toEqual([
      `## Action Items\n${ITEM.replace('[ ]', '[x]')}`,
      `## Action Items\n${ITEM.replace('[ ]', '[x]').replace('\n', ' ✅ 2026-10-30\n')}- [x] Old ✅ 2026-10-08\n`,
      [],
    ]);
    expect((await undoItemChange(vault, change)).refused).toEqual([]);
    expect([vault.notes.get(A), vault.notes.get(B)]).toEqual(before);
  });

  it('says of each note why it was not changed, and changes the others', async () => {
    const vault = vaultWith();
    const item = (await actionsIn(vault))[0]?.items[0];
    if (!item) throw new Error('The item is missing.');
    vault.notes.delete(A);
    vault.notes.set(B, `## Action Items\n${ITEM.replace('plan', 'plans')}`);
    expect(await changeItem(vault, item, { kind: 'tick' }, TODAY, () => null)).toEqual({
      notes: [],
      refused: [
        'Its line in “2026-10-08 - B” has changed since it was read.',
        '“2026-10-01 - A” could not be written: it is not there',
      ],
    });
  });
});

it('reviews the notes of one account only', async () => {
  const vault = vaultWith();
  vault.notes.set(A, `${vault.notes.get(A) ?? ''}\n\`\`\`\nnever closed\n`);
  const accounts = await opened(vault);
  const reviews = accounts.graph.accounts().map((account) => {
    const plan = accounts.plan(account, vault.notes.get(account.path ?? '') ?? '', TODAY);
    return reviewOf(account, plan, accounts.keptEdits(plan), accounts.problems(), accounts.graph);
  });
  expect(reviews.map((review) => [reviewCount(review), review.problems.map(({ path, code }) => [path, code])])).toEqual(
    [
      [1, [[A, 'fence-unclosed']]],
      [0, []],
    ],
  );
});
