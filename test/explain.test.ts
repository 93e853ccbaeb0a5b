import { describe, expect, it } from 'vitest';
import { explainText } from '../src/cli/report.mts';
import { unplacedNotes } from '../src/core/link/unplaced-notes.ts';
import { explainPage } from '../src/core/write/explain-page.ts';
import { readSettings } from '../src/core/settings.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const TODAY = '2026-02-01';
const PAGE = '---\ntype: customer\n---\n# Norvane\n';

async function vaultOf(notes: readonly (readonly [string, string])[], saved: object = {}) {
  const vault = new MemoryVault([['Accounts/Norvane/README.md', PAGE], ...notes]);
  return opened(vault, readSettings(saved, '').settings);
}

async function leftOut(note: string, saved: object = {}): Promise<string[]> {
  const accounts = await vaultOf([['Accounts/Norvane/2025-11-14 - Call.md', note]], saved);
  const { pages } = await accounts.rebuild(accounts.graph.accounts(), TODAY, null);
  return pages
    .map((page) => explainText({ account: page.account.name, path: page.path, ...explainPage(page) }))
    .flatMap((text) => text.split('\n').filter((line) => line.includes('left out, ')))
    .map((line) => line.trim());
}

const NO_CHECKBOX =
  'left out, it has no checkbox: “Take plain bullets as tasks” takes bullets without one, but no table rows';
const NO_SECTION = 'left out, its heading is none of the page’s';

describe('what was left out, and why', () => {
  it('names the checkbox that a bullet or row below a heading for tasks lacks', async () => {
    const note =
      '## Next steps\n- Pelle to check the budget\n- [ ] Send the plan\n\n| What | Who |\n|---|---|\n| Call back | Pelle |\n\n## Weather\n- It rained\n';
    expect(await leftOut(note)).toEqual([
      `${NO_CHECKBOX}: 2: Pelle to check the budget`,
      `${NO_CHECKBOX}: 7: Call back: Pelle`,
      `${NO_SECTION}: 10: It rained`,
    ]);
    expect(await leftOut(note, { plainBullets: true })).toEqual([
      `${NO_CHECKBOX}: 7: Call back: Pelle`,
      `${NO_SECTION}: 10: It rained`,
    ]);
  });
});

describe('the notes on no page', () => {
  const notes: readonly (readonly [string, string])[] = [
    ['Accounts/Norvane/2025-11-14 - Call.md', '## Decisions\n- Start in May.\n'],
    ['Accounts/Norvane/Undated.md', '## Decisions\n- Start in June.\n'],
    ['Accounts/Norvane/Ideas.md', 'Some ideas.\n'],
    ['Accounts/Quarrystone/2025-11-14 - First.md', ''],
    ['Inbox/2025-11-15 - Alone.md', '## Decisions\n- Nobody is named.\n'],
    ['Inbox/2025-11-16 - Slip.md', '---\naccount: Norvain\n---\n'],
    ['Inbox/2025-11-17 - About Norvane.md', ''],
    ['Inbox/To do.md', '- [ ] Water the plants\n'],
    ['Home.md', 'Welcome.\n'],
    ['People/Ana Ruiz.md', '---\ntype: person\n---\n'],
    ['Templates/Call.md', '- [ ] Say hello\n'],
  ];

  it('are those that one would look for there, each with the reason', async () => {
    const { graph } = await vaultOf(notes);
    expect(unplacedNotes(graph, null)).toEqual([
      { path: 'Accounts/Norvane/Ideas.md', because: 'no date', names: [] },
      { path: 'Accounts/Norvane/Undated.md', because: 'no date', names: [] },
      { path: 'Accounts/Quarrystone/2025-11-14 - First.md', because: 'no page', names: ['Quarrystone'] },
      { path: 'Inbox/2025-11-15 - Alone.md', because: 'no account', names: [] },
      { path: 'Inbox/2025-11-16 - Slip.md', because: 'no account', names: ['Norvain'] },
      { path: 'Inbox/To do.md', because: 'no date', names: [] },
    ]);
  });

  it('are for accounts that are named those in their folders', async () => {
    const { graph } = await vaultOf(notes);
    const quarrystone = graph.accounts().filter(({ name }) => name === 'Quarrystone');
    expect(unplacedNotes(graph, quarrystone).map(({ path }) => path)).toEqual([
      'Accounts/Quarrystone/2025-11-14 - First.md',
    ]);
  });
});
