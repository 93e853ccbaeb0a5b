import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { AccountVault } from '../src/core/write/account-vault.ts';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { removedLines } from '../src/core/write/removed-lines.ts';
import { repairEncoding } from '../src/core/read/encoding.ts';
import { undo } from '../src/core/write/undo.ts';
import { MemoryHistory } from './memory-history.ts';
import { MemoryVault, parseYaml } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const OTHER = 'Accounts/Sole/README.md';
const NOTE = 'Accounts/Norvane/2026-01-09 - Kick-off.md';
const TODAY = '2026-02-01';
const START = '---\ntype: customer\n---\n# Norvane\n\nMy own words.\n';

const ejected = (text: string) => takeLedger(text).text;
const repairedNote = (text: string) => repairEncoding(text).text;

let vault: MemoryVault;
let history: MemoryHistory;
let accounts: AccountVault;

async function rebuild(run: string): Promise<void> {
  accounts = new AccountVault(vault, DEFAULT_SETTINGS, parseYaml, history);
  await accounts.readAll();
  await accounts.rebuild(accounts.graph.accounts(), TODAY, run);
}

function page(path = PAGE): string {
  return vault.notes.get(path) ?? '';
}

function norvane() {
  const account = accounts.graph.accountNamed('Norvane');
  if (!account) throw new Error('The account is missing.');
  return account;
}

beforeEach(async () => {
  vault = new MemoryVault([
    [PAGE, START],
    [OTHER, '---\ntype: customer\n---\n# Sole\n'],
    [NOTE, '---\nparticipants: [Ana Ruiz, Ben Okoro]\n---\n## Key Facts\n- The budget is 90k.\n- Peak is in autumn.\n'],
    ['Accounts/Sole/2026-01-10 - Call.md', '## Decisions\n- Begin in May.\n'],
  ]);
  history = new MemoryHistory();
  await rebuild('1');
});

describe('undoing a rebuild', () => {
  it('gives every page of the last run its earlier text, to the byte', async () => {
    expect(page()).toContain('The budget is 90k.');
    expect(await undo(vault, history, null)).toEqual([
      { path: PAGE, run: '1', outcome: 'undone', reason: '' },
      { path: OTHER, run: '1', outcome: 'undone', reason: '' },
    ]);
    expect(page()).toBe(START);
    expect(await undo(vault, history, null), 'there is nothing left to undo').toEqual([]);
  });

  it('takes back the last run only, and for a page that is named its last change, whichever run made it', async () => {
    const other = page(OTHER);
    vault.notes.set(NOTE, '## Key Facts\n- The budget is 80k.\n');
    await rebuild('2');
    expect((await undo(vault, history, null)).map(({ path }) => path)).toEqual([PAGE]);
    expect(page()).toContain('The budget is 90k.');
    expect(page(OTHER)).toBe(other);
    expect((await undo(vault, history, [OTHER])).map(({ run }) => run)).toEqual(['1']);
    expect(page(OTHER)).not.toContain('Begin in May');
  });

  it('declines where a person changed the page since, names the lines, and keeps what it could undo', async () => {
    const edited = page().replace('My own words.', 'My own words.\n\nAnd more of them.');
    vault.notes.set(PAGE, edited);
    expect((await undo(vault, history, null))[0]).toEqual({
      path: PAGE,
      run: '1',
      outcome: 'declined',
      reason: 'it was changed since, at lines 8 to 9',
    });
    expect(page()).toBe(edited);
    vault.notes.set(PAGE, edited.replace('\n\nAnd more of them.', ''));
    expect((await undo(vault, history, [PAGE]))[0]?.outcome, 'without these lines it can be undone').toBe('undone');
  });

  it('declines where the page is gone, and says so', async () => {
    vault.notes.delete(PAGE);
    expect((await undo(vault, history, [PAGE]))[0]).toMatchObject({ outcome: 'declined', reason: 'it is not there' });
  });

  it('keeps what it could undo when a later run cannot write the page', async () => {
    const failing = new (class extends MemoryVault {
      override process(): Promise<string> {
        return Promise.reject(new Error('the disk is full'));
      }
    })([...vault.notes, [NOTE, '## Key Facts\n- The budget is 80k.\n']]);
    const hindered = new AccountVault(failing, DEFAULT_SETTINGS, parseYaml, history);
    await hindered.readAll();
    const { problems } = await hindered.rebuild(hindered.graph.accounts(), TODAY, '2');
    expect(problems.map(({ code }) => code)).toContain('page-not-written');
    expect((await undo(vault, history, null)).map(({ run, outcome }) => `${run} ${outcome}`)).toEqual([
      '1 undone',
      '1 undone',
    ]);
    expect(page()).toBe(START);
  });

  it('has kept what stood there at the moment at which it writes, so that a run that is killed can be undone', async () => {
    await undo(vault, history, null);
    let kept = '';
    const watched = new (class extends MemoryVault {
      override process(path: string, edit: (text: string) => string): Promise<string> {
        if (path === PAGE) kept = history.changes.get(PAGE)?.before ?? '';
        return super.process(path, edit);
      }
    })(vault.notes);
    const accounts2 = new AccountVault(watched, DEFAULT_SETTINGS, parseYaml, history);
    await accounts2.readAll();
    await accounts2.rebuild(accounts2.graph.accounts(), TODAY, '2');
    expect(kept).toBe(START);
  });

  it('works out a page anew that somebody changes while it is being written, and can undo that too', async () => {
    await undo(vault, history, null);
    let interfered = false;
    const busy = new (class extends MemoryVault {
      override async read(path: string): Promise<string> {
        const text = await super.read(path);
        if (path === PAGE && !interfered && accountsRead) {
          interfered = true;
          this.notes.set(path, `${text}\nTyped meanwhile.\n`);
        }
        return text;
      }
    })(vault.notes);
    let accountsRead = false;
    const busyAccounts = new AccountVault(busy, DEFAULT_SETTINGS, parseYaml, history);
    await busyAccounts.readAll();
    accountsRead = true;
    await busyAccounts.rebuild(busyAccounts.graph.accounts(), TODAY, '2');
    expect(busy.notes.get(PAGE)).toContain('Typed meanwhile.');
    expect(busy.notes.get(PAGE)).toContain('The budget is 90k.');
    await undo(busy, history, null);
    expect(busy.notes.get(PAGE)).toBe(`${START}\nTyped meanwhile.\n`);
  });
});

describe('restoring what was removed', () => {
  const removed = async () => removedLines(accounts.plan(norvane(), await vault.read(PAGE), TODAY));
  const remove = async (pattern: RegExp) => {
    vault.notes.set(PAGE, page().replace(pattern, ''));
    await rebuild('2');
  };

  it('puts a line back, and only that, and it stays', async () => {
    await remove(/^- (?:The budget|Peak).*\n/gm);
    expect((await removed()).map(({ heading, line }) => `${heading}: ${line?.text ?? ''}`)).toEqual([
      'Key Facts: The budget is 90k.',
      'Key Facts: Peak is in autumn.',
    ]);
    const budget = (await removed()).filter(({ line }) => line?.text.includes('budget'));
    await accounts.restore(norvane(), budget, TODAY, '3');
    expect(page()).toContain('- The budget is 90k.');
    expect(page()).not.toContain('- Peak is in autumn.');
    const restored = page();
    await rebuild('4');
    expect(page()).toBe(restored);
  });

  it('puts back a line that was removed since the last rebuild', async () => {
    vault.notes.set(PAGE, page().replace(/^- Peak.*\n/m, ''));
    await accounts.restore(norvane(), await removed(), TODAY, '2');
    expect(page()).toContain('- Peak is in autumn.');
  });

  it('puts back a row of the table, and a section that went with its heading', async () => {
    const before = page();
    await remove(/^\| Ben Okoro.*\n/m);
    await remove(/^## Key Facts\n[\s\S]*?(?=^## )/m);
    expect((await removed()).map(({ heading, line }) => line?.text ?? heading)).toEqual(['Key Facts', 'Ben Okoro']);
    await accounts.restore(norvane(), await removed(), TODAY, '3');
    expect(page()).toBe(before);
  });
});

describe('leaving', () => {
  it('takes the record off a page and leaves every other byte', () => {
    const record = page().indexOf('\n%% account-pages');
    expect(ejected(page())).toBe(page().slice(0, record));
    expect(ejected(START)).toBe(START);
  });

  it('can be taken up again without a line coming twice', async () => {
    const before = page();
    vault.notes.set(PAGE, ejected(before));
    await rebuild('2');
    expect(page()).toBe(before);
  });
});

describe('repairing a note’s encoding', () => {
  it.each([
    ['Mac Roman', 'Ana‚Äôs caf√© ‚Äî 12 ‚Ç¨', 'Ana’s café — 12 €'],
    ['Windows-1252', 'Anaâ€™s cafÃ© â€” 12 â‚¬', 'Ana’s café — 12 €'],
    ['half of it', 'Ana’s café\r\nBen‚Äôs plan\r\n', 'Ana’s café\r\nBen’s plan\r\n'],
  ])('puts %s right', (_, damaged, repaired) => {
    expect(repairedNote(damaged)).toBe(repaired);
    expect(repairedNote(repaired), 'and never twice').toBe(repaired);
  });

  it.each(['√2 and ∑ of all, Müller, für, Ω', 'Ânimo, Ã is a letter', '“quoted” – dash'])('leaves %s alone', (text) => {
    expect(repairedNote(text)).toBe(text);
  });
});
