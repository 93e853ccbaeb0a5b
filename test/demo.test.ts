import { describe, expect, it } from 'vitest';
import { actionItemsOf, compareActionItems } from '../src/core/compose/action-items.ts';
import { readSettings } from '../src/core/settings.ts';
import saved from '../fixtures/demo/.obsidian/plugins/account-pages/data.json';
import { demoNotes, DEMO_TODAY } from './demo-vault.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const { settings } = readSettings(saved, 'data.json');
const RECORDED = '../fixtures/demo-recorded/';

describe('the sample vault', () => {
  it('has pages that read as recorded', async () => {
    const vault = new MemoryVault(demoNotes());
    const accounts = await opened(vault, settings);
    await accounts.rebuild(accounts.graph.accounts(), DEMO_TODAY, 'a run');
    for (const { path } of accounts.graph.accounts()) {
      if (path !== null) await expect(vault.notes.get(path)).toMatchFileSnapshot(RECORDED + path);
    }
  });

  it('has the action items and problems that are recorded', async () => {
    const accounts = await opened(new MemoryVault(demoNotes()), settings);
    const { problems } = await accounts.rebuild(accounts.graph.accounts(), DEMO_TODAY, null);
    const actions = accounts.graph.accounts().flatMap((account) =>
      actionItemsOf(account, accounts.graph, settings)
        .sort(compareActionItems)
        .map(
          ({ status, text, owners, due, priority, places }) =>
            `${account.name} | [${status ?? ''}] ${text} | ${owners.join(' + ') || '-'} | ${due ?? '-'} | ${priority} | ${places.map(({ path, line }) => `${path}:${String(line)}`).join(', ')}`,
        ),
    );
    await expect(`${actions.join('\n')}\n`).toMatchFileSnapshot(`${RECORDED}actions.txt`);
    await expect(
      `${problems.map(({ path, line, code, message }) => `${path}:${String(line ?? '-')} ${code}\n  ${message}`).join('\n')}\n`,
    ).toMatchFileSnapshot(`${RECORDED}problems.txt`);
  });

  it('comes out the same in whatever order its notes are read, and a second rebuild changes nothing', async () => {
    const forward = new MemoryVault(demoNotes());
    const backward = new MemoryVault(demoNotes().reverse());
    for (const vault of [forward, backward]) {
      const accounts = await opened(vault, settings);
      await accounts.rebuild(accounts.graph.accounts(), DEMO_TODAY, 'a run');
      const written = vault.writes.length;
      const again = await opened(vault, settings);
      await again.rebuild(again.graph.accounts(), DEMO_TODAY, 'a run');
      expect(vault.writes.length).toBe(written);
    }
    expect(new Map([...backward.notes].sort())).toEqual(new Map([...forward.notes].sort()));
  });

  it('has no note changed but the accounts’ pages', async () => {
    const vault = new MemoryVault(demoNotes());
    const accounts = await opened(vault, settings);
    await accounts.rebuild(accounts.graph.accounts(), DEMO_TODAY, 'a run');
    expect(vault.writes.filter((path) => accounts.graph.accountOfPage(path) === null)).toEqual([]);
  });
});
