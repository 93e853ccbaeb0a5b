import { describe, expect, it } from 'vitest';
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
    .flatMap((page) => explainPage(page).meetings)
    .flatMap((meeting) => meeting.leftOut.map(({ line, because }) => `${String(line)}: ${because}`));
}

const NO_CHECKBOX = 'it has no checkbox: “Take plain bullets as tasks” takes bullets without one, but no table rows';

describe('what was left out, and why', () => {
  it('names the checkbox that a bullet or row below a heading for tasks lacks', async () => {
    const note =
      '## Next steps\n- Pelle to check the budget\n- [ ] Send the plan\n\n| What | Who |\n|---|---|\n| Call back | Pelle |\n\n## Weather\n- It rained\n';
    expect(await leftOut(note)).toEqual([
      `2: ${NO_CHECKBOX}`,
      `7: ${NO_CHECKBOX}`,
      '10: its heading is none of the page’s',
    ]);
    expect(await leftOut(note, { plainBullets: true })).toEqual([
      `7: ${NO_CHECKBOX}`,
      '10: its heading is none of the page’s',
    ]);
  });
});
