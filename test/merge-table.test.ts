import { beforeEach, describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const FIRST = 'Accounts/Norvane/2025-11-04 - Kick-off.md';
const SECOND = 'Accounts/Norvane/2025-11-14 - Planning call.md';
const THIRD = 'Accounts/Norvane/2025-11-20 - Review.md';
const HEAD = '| Person | Role | Company | Meetings | Last met |\n|---|---|---|---|---|\n';

describe('the table of collaborators that a person works on', () => {
  let vault = new MemoryVault([]);
  const page = () => vault.notes.get(PAGE) ?? '';
  const edit = (change: (text: string) => string) => vault.notes.set(PAGE, change(page()));
  const meets = (path: string, people: string) => vault.notes.set(path, `---\nparticipants: [${people}]\n---\n`);
  const hasTable = (table: string) => edit((text) => `${text}\n## Collaborators\n\n${table}`);
  const rows = () =>
    takeLedger(page())
      .text.split('\n')
      .filter((line) => line.startsWith('|') && !line.includes('---'))
      .slice(1);
  const rebuild = async () => {
    for (const run of ['a run', 'a second run']) {
      const before = page();
      const accounts = await opened(vault);
      await accounts.rebuild(accounts.graph.accounts(), '2026-02-01', run);
      if (run === 'a second run') expect(page(), 'a second rebuild changes nothing').toBe(before);
    }
  };

  beforeEach(() => {
    vault = new MemoryVault([[PAGE, '---\ntype: customer\n---\n# Norvane\n']]);
    meets(FIRST, 'Ana Ruiz, Ben Okoro');
    meets(SECOND, 'Ana Ruiz');
  });

  it('keeps a row of just a name that a person typed, when no note names them any more', async () => {
    hasTable(`${HEAD}| Ben Okoro |  |  |  |  |\n`);
    await rebuild();
    expect(rows()).toContain('| Ben Okoro |  |  | 1 | 2025-11-04 |');
    vault.notes.delete(FIRST);
    await rebuild();
    expect(rows()).toContainEqual(expect.stringContaining('Ben Okoro'));
  });

  it('keeps a person’s own form of it', async () => {
    hasTable('| Contact | Phone |\n|---|---|\n| Ben Okoro |  |\n');
    await rebuild();
    vault.notes.delete(FIRST);
    await rebuild();
    expect(rows()).toEqual(['| Ben Okoro |  |', '| Ana Ruiz |  |']);
  });

  it('keeps a role that a person typed, also after the notes have said the same', async () => {
    const role = (text: string) => vault.notes.set('People/Ben Okoro.md', `---\ntype: person\n${text}---\n`);
    role('');
    await rebuild();
    edit((text) => text.replace('| [[Ben Okoro]] |  |', '| [[Ben Okoro]] | CTO |'));
    await rebuild();
    role('role: CTO\n');
    await rebuild();
    role('role: Adviser\n');
    await rebuild();
    expect(rows()).toContain('| [[Ben Okoro]] | CTO |  | 1 | 2025-11-04 |');
  });

  it('takes back a row of its own after the record was lost', async () => {
    await rebuild();
    edit((text) => takeLedger(text).text);
    await rebuild();
    vault.notes.delete(FIRST);
    await rebuild();
    expect(rows()).toEqual(['| Ana Ruiz |  |  | 1 | 2025-11-14 |']);
  });

  it('counts on where a first name became a full one, or an accent came', async () => {
    meets(FIRST, 'Ana');
    vault.notes.delete(SECOND);
    await rebuild();
    expect(rows()).toEqual(['| Ana |  |  | 1 | 2025-11-04 |']);
    meets(SECOND, 'Ana Ruiz');
    await rebuild();
    expect(rows()).toEqual(['| Ana Ruiz |  |  | 2 | 2025-11-14 |']);
    for (const path of [FIRST, SECOND, THIRD]) meets(path, 'Ana Ruíz');
    await rebuild();
    expect(rows()).toEqual(['| Ana Ruíz |  |  | 3 | 2025-11-20 |']);
  });

  it('counts on where the app renamed the note of a person', async () => {
    const person = '---\ntype: person\n---\n';
    vault.notes.set('People/Ana Ruiz.md', person);
    await rebuild();
    vault.notes.delete('People/Ana Ruiz.md');
    vault.notes.set('People/Ana Lopez.md', person);
    edit((text) => text.replace('[[Ana Ruiz]]', '[[Ana Lopez]]'));
    for (const path of [FIRST, SECOND, THIRD]) meets(path, '"[[Ana Lopez]]"');
    await rebuild();
    expect(rows()).toEqual(['| [[Ana Lopez]] |  |  | 3 | 2025-11-20 |']);
  });

  it('counts on where somebody with a role of a person’s was missing for a while', async () => {
    await rebuild();
    edit((text) => text.replace('| Ben Okoro |  |', '| Ben Okoro | CTO |'));
    await rebuild();
    vault.notes.delete(FIRST);
    await rebuild();
    expect(rows()).toContain('| Ben Okoro | CTO |  | 1 | 2025-11-04 |');
    meets(FIRST, 'Ana Ruiz, Ben Okoro');
    meets(THIRD, 'Ben Okoro');
    await rebuild();
    expect(rows()).toContain('| Ben Okoro | CTO |  | 2 | 2025-11-20 |');
  });

  it('leaves a second column for contacts to the person', async () => {
    hasTable(
      '| Person | Contact | Role | Meetings | Last met |\n|---|---|---|---|---|\n| Ana Ruiz | ana@norvane.example |  |  |  |\n',
    );
    await rebuild();
    expect(rows()).toEqual([
      '| Ana Ruiz | ana@norvane.example |  | 2 | 2025-11-14 |',
      '| Ben Okoro |  |  | 1 | 2025-11-04 |',
    ]);
  });

  it.each(['| Site | Phone |', '| Site | Contact |'])('goes on below a person’s own table: %s', async (head) => {
    await rebuild();
    const own = `${head}\n|---|---|\n| Zaragoza | Luis |\n`;
    edit((text) => text.replace('## Collaborators\n', `## Collaborators\n\n${own}`));
    meets(THIRD, 'Mei Tan');
    await rebuild();
    expect(page()).toContain(`\n\n${own}\n`);
    expect(rows()).toContain('| Mei Tan |  |  | 1 | 2025-11-20 |');
  });

  it('leads to a person’s note where it was moved outside the app', async () => {
    const person = '---\ntype: person\n---\n';
    vault.notes.set('People/Ana Ruiz/README.md', person);
    await rebuild();
    expect(rows()[0]).toContain('[[People/Ana Ruiz/README\\|Ana Ruiz]]');
    vault.notes.delete('People/Ana Ruiz/README.md');
    vault.notes.set('Contacts/Ana Ruiz/README.md', person);
    await rebuild();
    expect(rows()[0]).toContain('[[Contacts/Ana Ruiz/README\\|Ana Ruiz]]');
  });

  describe('with links to people’s notes', () => {
    const person = (name: string) => vault.notes.set(`People/${name}.md`, '---\ntype: person\n---\n');
    /** As the app renames a note: the link in the cell follows, and the meeting notes’. */
    const rename = (from: string, to: string) => {
      vault.notes.delete(`People/${from}.md`);
      person(to);
      for (const [path, text] of vault.notes) vault.notes.set(path, text.replaceAll(`[[${from}`, `[[${to}`));
    };

    beforeEach(() => {
      person('Ana Ruiz');
      person('Ben Okoro');
      meets(FIRST, '"[[Ana Ruiz]]", "[[Ben Okoro]]"');
      vault.notes.delete(SECOND);
    });

    it('keeps somebody else whom a person put into a row', async () => {
      person('Carla Diaz');
      await rebuild();
      edit((text) => text.replace('[[Ben Okoro]]', '[[Carla Diaz]]'));
      meets(FIRST, '"[[Ana Ruiz]]"');
      await rebuild();
      expect(rows()).toContain('| [[Carla Diaz]] |  |  | 1 | 2025-11-04 |');
    });

    it.each(['[[Ana Ruiz]] (left in May)', '~~[[Ana Ruiz]]~~ left, ask Ben', '[[Ana Ruiz\\|Anita]]'])(
      'keeps what a person made of the name, also when the app renames the note: %s',
      async (cell) => {
        await rebuild();
        edit((text) => text.replace('[[Ana Ruiz]]', cell));
        await rebuild();
        rename('Ana Ruiz', 'Ana Lopez');
        await rebuild();
        expect(page()).toContain(`| ${cell.replace('Ana Ruiz', 'Ana Lopez')} |`);
      },
    );

    it('keeps a removed row away when somebody with the same counts is renamed', async () => {
      await rebuild();
      edit((text) => text.replace(/^\| \[\[Ana Ruiz.*\n/m, ''));
      rename('Ben Okoro', 'Ben Adeyemi');
      await rebuild();
      expect(rows()).toEqual(['| [[Ben Adeyemi]] |  |  | 1 | 2025-11-04 |']);
    });

    it('counts on where a person typed a role, the app renamed the note and a meeting came, all at once', async () => {
      await rebuild();
      edit((text) => text.replace('| [[Ana Ruiz]] |  |', '| [[Ana Ruiz]] | Head of ops |'));
      await rebuild();
      rename('Ana Ruiz', 'Ana Lopez');
      meets(SECOND, '"[[Ana Lopez]]"');
      await rebuild();
      expect(rows()).toContain('| [[Ana Lopez]] | Head of ops |  | 2 | 2025-11-14 |');
    });
  });

  it('leaves a table in a comment alone, and one that a person set beside it', async () => {
    await rebuild();
    edit((text) => text.replace('| Person |', `%%\n${HEAD}| Ana Ruiz |  |  | 1 | 2025-11-04 |\n%%\n\n$&`));
    edit((text) =>
      text.replace(
        /(?:^\|.*\n)+(?=\n*%% account)/m,
        `$&\n| Name | Title | Company | Meetings | Last met |\n|---|---|---|---|---|\n| Zoe | Chair |  |  |  |\n`,
      ),
    );
    meets(THIRD, 'Ana Ruiz, Mei Tan');
    await rebuild();
    expect(page()).toContain(`%%\n${HEAD}| Ana Ruiz |  |  | 1 | 2025-11-04 |\n%%\n`);
    expect(page()).toContain('| Ben Okoro |  |  | 1 | 2025-11-04 |\n| Mei Tan |  |  | 1 | 2025-11-20 |\n\n| Name |');
  });

  it('counts on where a person put a removed row back', async () => {
    await rebuild();
    const row = rows()[0] ?? '';
    edit((text) => text.replace(`${row}\n`, ''));
    await rebuild();
    meets(THIRD, 'Ana Ruiz');
    await rebuild();
    edit((text) => text.replace('| Ben Okoro', `${row}\n$&`));
    await rebuild();
    expect(rows()).toContain('| Ana Ruiz |  |  | 3 | 2025-11-20 |');
  });
});
