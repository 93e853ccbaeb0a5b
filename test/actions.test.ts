import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  daysOpen,
  followedActions,
  lastContact,
  meetingsPerWeek,
  type AccountActions,
} from '../src/core/actions/account-actions.ts';
import { DEFAULT_OPTIONS, listActions, type ListOptions } from '../src/core/actions/action-list.ts';
import { addDays, agoInWords, dueInWords, nextMonday, shortDate } from '../src/core/actions/days.ts';
import { itemAsText, itemSpans } from '../src/core/actions/item-text.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import type { AccountVault } from '../src/core/write/account-vault.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const TODAY = '2026-10-30';
const PAGE = '---\ntype: customer\n---\n';
const KICK_OFF = 'Accounts/Norvane/2026-10-01 - Kick-off.md';
const WEEKLY = 'Accounts/Norvane/2026-10-20 - Weekly.md';
const NOTES: readonly (readonly [string, string])[] = [
  ['Accounts/Norvane/README.md', `${PAGE}# Norvane\n`],
  ['Accounts/Sole/README.md', `${PAGE}# Sole\n`],
  ['Accounts/Kestrel/README.md', `${PAGE}# Kestrel\n`],
  ['People/Ana Ruiz.md', '---\ntype: person\ncompany: Norvane\n---\n'],
  [
    KICK_OFF,
    '---\nparticipants: [Ana Ruiz]\n---\n## Action Items\n- [ ] Send the rollout plan @Ana 📅 2026-10-28\n- [ ] Book the room @Me ⏫\n- [x] Done long ago\n',
  ],
  [
    WEEKLY,
    '---\nparticipants: [Ana Ruiz]\n---\n## Action Items\n- [ ] Send the rollout plan @Ana 📅 2026-10-28\n- [?] Ask for a **second** licence #legal\n',
  ],
  [
    'Accounts/Sole/2026-10-29 - Call.md',
    '## Action Items\n- [ ] Order two vans @Ben Okoro 📅 2026-11-02 🔁 every week\n',
  ],
];

async function vaultOf(notes = NOTES): Promise<AccountVault> {
  return opened(new MemoryVault(notes));
}

function allActions(vault: AccountVault): AccountActions[] {
  return vault.graph.accounts().map((account) => actionsOf(account, vault.graph, DEFAULT_SETTINGS));
}

async function listed(options: Partial<ListOptions>, currentId: string | null = null) {
  const accounts = allActions(await vaultOf());
  const list = listActions(
    { accounts, ticked: new Map(), currentId, today: TODAY },
    { ...DEFAULT_OPTIONS, ...options },
  );
  return {
    groups: list.groups.map(({ title, items }) => [title, ...items.map(({ item }) => item.text)]),
    counts: [list.matching, list.all, list.overdue],
  };
}

describe('what is open with an account', () => {
  it('holds each item once, with who is to do it, since when, and how many meetings have it', async () => {
    const [, norvane] = allActions(await vaultOf());
    expect(
      norvane?.items.map((open) => ({
        text: open.item.text,
        owners: open.owners,
        since: open.since,
        open: daysOpen(open, TODAY),
        note: open.noteTitle,
        meetings: open.meetings,
      })),
    ).toEqual([
      {
        text: 'Send the rollout plan',
        owners: [{ name: 'Ana Ruiz', isMe: false }],
        since: '2026-10-01',
        open: 29,
        note: 'Weekly',
        meetings: 2,
      },
      {
        text: 'Book the room',
        owners: [{ name: 'Me', isMe: true }],
        since: '2026-10-01',
        open: 29,
        note: 'Kick-off',
        meetings: 1,
      },
      { text: 'Ask for a second licence', owners: [], since: '2026-10-20', open: 10, note: 'Weekly', meetings: 1 },
    ]);
  });

  it('tells when the account was last met, and how often in each week', async () => {
    const [kestrel, norvane] = allActions(await vaultOf());
    expect([norvane, kestrel].map((one) => one && [lastContact(one, TODAY), meetingsPerWeek(one, TODAY, 5)])).toEqual([
      ['2026-10-20', [1, 0, 0, 1, 0]],
      [null, [0, 0, 0, 0, 0]],
    ]);
    expect(norvane && lastContact(norvane, '2026-10-02')).toBe('2026-10-01');
  });

  it('looks again only at the account whose notes have changed', async () => {
    const vault = new MemoryVault(NOTES);
    const accounts = await opened(vault);
    const first = finished(followedActions(new Map(), accounts.graph, DEFAULT_SETTINGS));
    vault.notes.set(WEEKLY, '## Action Items\n- [ ] Another thing\n');
    await accounts.follow({ written: [WEEKLY], gone: [] });
    const second = finished(followedActions(first.result, accounts.graph, DEFAULT_SETTINGS));
    const kept = [...second.result].filter(([id, actions]) => first.result.get(id) === actions).map(([id]) => id);
    const expected = new Map(allActions(accounts).map((actions) => [actions.account.id, actions]));
    expect([first.steps, second.steps, kept]).toEqual([3, 1, ['kestrel', 'sole']]);
    expect(second.result).toEqual(expected);
  });
});

describe('the list of what is open', () => {
  it('has a group for each account, that of the open note first, the most urgent item on top', async () => {
    expect(await listed({}, 'sole')).toEqual({
      groups: [
        ['Sole', 'Order two vans'],
        ['Norvane', 'Send the rollout plan', 'Book the room', 'Ask for a second licence'],
      ],
      counts: [4, 4, 1],
    });
  });

  it('shows the account of the open note also where nothing is open, unless something is filtered', async () => {
    expect((await listed({}, 'kestrel')).groups[0]).toEqual(['Kestrel']);
    expect((await listed({ owner: 'mine' }, 'kestrel')).groups).toEqual([['Norvane', 'Book the room']]);
  });

  it('groups by owner, due date and meeting', async () => {
    expect([
      (await listed({ groupBy: 'owner' })).groups,
      (await listed({ groupBy: 'due' })).groups,
      (await listed({ groupBy: 'meeting' })).groups,
    ]).toEqual([
      [
        ['Mine', 'Book the room'],
        ['Ana Ruiz', 'Send the rollout plan'],
        ['Ben Okoro', 'Order two vans'],
        ['Unassigned', 'Ask for a second licence'],
      ],
      [
        ['Overdue', 'Send the rollout plan'],
        ['Next 7 days', 'Order two vans'],
        ['No due date', 'Book the room', 'Ask for a second licence'],
      ],
      [
        ['Call', 'Order two vans'],
        ['Weekly', 'Send the rollout plan', 'Ask for a second licence'],
        ['Kick-off', 'Book the room'],
      ],
    ]);
  });

  it('sorts by priority and by age', async () => {
    expect([
      (await listed({ sortBy: 'priority' })).groups[0],
      (await listed({ sortBy: 'age', text: 'norvane' })).groups[0],
    ]).toEqual([
      ['Norvane', 'Book the room', 'Send the rollout plan', 'Ask for a second licence'],
      ['Norvane', 'Send the rollout plan', 'Book the room', 'Ask for a second licence'],
    ]);
  });

  it('filters by words, owner, due date and proposals, and counts what is left', async () => {
    const found = async (options: Partial<ListOptions>) => {
      const { groups, counts } = await listed(options);
      return [...groups.flatMap(([, ...items]) => items), counts[0], counts[1]];
    };
    expect([
      await found({ text: 'PLAN ana' }),
      await found({ text: '#legal' }),
      await found({ owner: 'mine' }),
      await found({ owner: 'theirs' }),
      await found({ owner: 'unassigned' }),
      await found({ due: 'overdue' }),
      await found({ due: 'week' }),
      await found({ due: 'none', proposed: 'without' }),
      await found({ proposed: 'only' }),
      await found({ text: 'nothing has this' }),
    ]).toEqual([
      ['Send the rollout plan', 1, 4],
      ['Ask for a second licence', 1, 4],
      ['Book the room', 1, 4],
      ['Send the rollout plan', 'Order two vans', 2, 4],
      ['Ask for a second licence', 1, 4],
      ['Send the rollout plan', 1, 4],
      ['Send the rollout plan', 'Order two vans', 2, 4],
      ['Book the room', 1, 4],
      ['Ask for a second licence', 1, 4],
      [0, 4],
    ]);
  });

  it('keeps a ticked item in its place after its note has it no more, and counts it as done', async () => {
    const before = allActions(await vaultOf());
    const plan = before[1]?.items[0];
    if (!plan) throw new Error('The item is missing.');
    const after = before.map((actions) => ({ ...actions, items: actions.items.filter((item) => item !== plan) }));
    const lists = [before, after].map((accounts) =>
      listActions({ accounts, ticked: new Map([[plan.key, plan]]), currentId: null, today: TODAY }, DEFAULT_OPTIONS),
    );
    expect(lists.map(({ groups, matching, overdue }) => [groups[0]?.items[0]?.key, matching, overdue])).toEqual([
      [plan.key, 3, 0],
      [plan.key, 3, 0],
    ]);
  });
});

it('says due dates as people do', () => {
  const days = ['2026-10-25', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-03', '2026-11-06', '2027-01-01'];
  const said = days.map((due) => dueInWords(due, TODAY));
  expect(said.map(({ words, isOverdue, isToday }) => [words, isOverdue, isToday])).toEqual([
    ['5 days overdue', true, false],
    ['1 day overdue', true, false],
    ['today', false, true],
    ['tomorrow', false, false],
    ['Tuesday', false, false],
    ['in 7 days', false, false],
    ['2027-01-01', false, false],
  ]);
  expect(
    ['2026-10-30', '2026-10-29', '2026-10-20', '2026-10-31', '2026-11-03'].map((day) => agoInWords(day, TODAY)),
  ).toEqual(['today', 'yesterday', '10 days ago', 'tomorrow', 'in 4 days']);
});

it('writes days of this year without the year, and those of others without the day', () => {
  expect(['2026-01-05', '2025-11-30', '2026-04'].map((date) => shortDate(date, TODAY))).toEqual([
    'Jan 5',
    'Nov 2025',
    'Apr 2026',
  ]);
});

it('reckons days across months, years and the change of the clocks', () => {
  expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1), addDays('2026-10-24', 2)]).toEqual([
    '2027-01-01',
    '2026-02-28',
    '2026-10-26',
  ]);
  expect([nextMonday('2026-10-30'), nextMonday('2026-11-01'), nextMonday('2026-11-02')]).toEqual([
    '2026-11-02',
    '2026-11-02',
    '2026-11-09',
  ]);
});

it('copies an item as a sentence, and gives its words with their Markdown', async () => {
  const items = allActions(await vaultOf()).flatMap(({ items: open }) => open);
  expect(items.map((item) => itemAsText(item))).toEqual([
    'Send the rollout plan (Ana Ruiz, due 2026-10-28) – Norvane, Weekly',
    'Book the room (Me) – Norvane, Kick-off',
    'Ask for a second licence – Norvane, Weekly',
    'Order two vans (Ben Okoro, due 2026-11-02) – Sole, Call',
  ]);
  expect(items.map(({ item }) => itemSpans(item.places[0].task))).toEqual([
    [{ kind: 'text', text: 'Send the rollout plan' }],
    [{ kind: 'text', text: 'Book the room' }],
    [
      { kind: 'text', text: 'Ask for a ' },
      { kind: 'strong', spans: [{ kind: 'text', text: 'second' }] },
      { kind: 'text', text: ' licence' },
    ],
    [{ kind: 'text', text: 'Order two vans' }],
  ]);
});

function finished<T>(steps: Generator<undefined, T>): { steps: number; result: T } {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { steps: count, result: value };
  }
}
