import { beforeEach, describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { WorkedPage } from './worked-page.ts';

const FIRST = '2025-11-04 - Kick-off';
const SECOND = '2025-11-14 - Planning call';
const THIRD = '2025-11-20 - Review';
const HEAD = '| Person | Role | Company | Meetings | Last met |\n|---|---|---|---|---|\n';

describe('the table of collaborators that a person works on', () => {
  let page = new WorkedPage();
  const meets = (path: string, people: string) => page.note(path, `---\nparticipants: [${people}]\n---\n`);
  const hasTable = (table: string) => page.edit((text) => `${text}\n## Collaborators\n\n${table}`);
  const rows = () =>
    takeLedger(page.text)
      .text.split('\n')
      .filter((line) => line.startsWith('|') && !line.includes('---'))
      .slice(1);

  beforeEach(() => {
    page = new WorkedPage();
    meets(FIRST, 'Ana Ruiz, Ben Okoro');
    meets(SECOND, 'Ana Ruiz');
  });

  it('keeps a row of just a name that a person typed, when no note names them any more', async () => {
    hasTable(`${HEAD}| Ben Okoro |  |  |  |  |\n`);
    await page.rebuild();
    expect(rows()).toContain('| Ben Okoro |  |  | 1 | 2025-11-04 |');
    page.delete(FIRST);
    await page.rebuild();
    expect(rows()).toContainEqual(expect.stringContaining('Ben Okoro'));
  });

  it('keeps a person’s own form of it', async () => {
    hasTable('| Contact | Phone |\n|---|---|\n| Ben Okoro |  |\n');
    await page.rebuild();
    page.delete(FIRST);
    await page.rebuild();
    expect(rows()).toEqual(['| Ben Okoro |  |', '| Ana Ruiz |  |']);
  });

  it('keeps a role that a person typed, also after the notes have said the same', async () => {
    const role = (text: string) => page.note('People/Ben Okoro.md', `---\ntype: person\n${text}---\n`);
    role('');
    await page.rebuild();
    page.edit((text) => text.replace('| [[Ben Okoro]] |  |', '| [[Ben Okoro]] | CTO |'));
    await page.rebuild();
    role('role: CTO\n');
    await page.rebuild();
    role('role: Adviser\n');
    await page.rebuild();
    expect(rows()).toContain('| [[Ben Okoro]] | CTO |  | 1 | 2025-11-04 |');
  });

  it('takes back a row of its own after the record was lost', async () => {
    await page.rebuild();
    page.edit((text) => takeLedger(text).text);
    await page.rebuild();
    page.delete(FIRST);
    await page.rebuild();
    expect(rows()).toEqual(['| Ana Ruiz |  |  | 1 | 2025-11-14 |']);
  });

  it('counts on where a first name became a full one, or an accent came', async () => {
    meets(FIRST, 'Ana');
    page.delete(SECOND);
    await page.rebuild();
    expect(rows()).toEqual(['| Ana |  |  | 1 | 2025-11-04 |']);
    meets(SECOND, 'Ana Ruiz');
    await page.rebuild();
    expect(rows()).toEqual(['| Ana Ruiz |  |  | 2 | 2025-11-14 |']);
    for (const path of [FIRST, SECOND, THIRD]) meets(path, 'Ana Ruíz');
    await page.rebuild();
    expect(rows()).toEqual(['| Ana Ruíz |  |  | 3 | 2025-11-20 |']);
  });

  it('counts on where somebody with a role of a person’s was missing for a while', async () => {
    await page.rebuild();
    page.edit((text) => text.replace('| Ben Okoro |  |', '| Ben Okoro | CTO |'));
    await page.rebuild();
    page.delete(FIRST);
    await page.rebuild();
    expect(rows()).toContain('| Ben Okoro | CTO |  | 1 | 2025-11-04 |');
    meets(FIRST, 'Ana Ruiz, Ben Okoro');
    meets(THIRD, 'Ben Okoro');
    await page.rebuild();
    expect(rows()).toContain('| Ben Okoro | CTO |  | 2 | 2025-11-20 |');
  });

  it('leaves a second column for contacts to the person', async () => {
    hasTable(
      '| Person | Contact | Role | Meetings | Last met |\n|---|---|---|---|---|\n| Ana Ruiz | ana@norvane.example |  |  |  |\n',
    );
    await page.rebuild();
    expect(rows()).toEqual([
      '| Ana Ruiz | ana@norvane.example |  | 2 | 2025-11-14 |',
      '| Ben Okoro |  |  | 1 | 2025-11-04 |',
    ]);
  });

  it.each(['| Site | Phone |', '| Site | Contact |'])('goes on below a person’s own table: %s', async (head) => {
    await page.rebuild();
    const own = `${head}\n|---|---|\n| Zaragoza | Luis |\n`;
    page.edit((text) => text.replace('## Collaborators\n', `## Collaborators\n\n${own}`));
    meets(THIRD, 'Mei Tan');
    await page.rebuild();
    expect(page.text).toContain(`\n\n${own}\n`);
    expect(rows()).toContain('| Mei Tan |  |  | 1 | 2025-11-20 |');
  });

  it('leads to a person’s note where it was moved outside the app', async () => {
    const person = '---\ntype: person\n---\n';
    page.note('People/Ana Ruiz/README.md', person);
    await page.rebuild();
    expect(rows()[0]).toContain('[[People/Ana Ruiz/README\\|Ana Ruiz]]');
    page.delete('People/Ana Ruiz/README.md');
    page.note('Contacts/Ana Ruiz/README.md', person);
    await page.rebuild();
    expect(rows()[0]).toContain('[[Contacts/Ana Ruiz/README\\|Ana Ruiz]]');
  });

  describe('with links to people’s notes', () => {
    const person = (name: string) => page.note(`People/${name}.md`, '---\ntype: person\n---\n');
    const rename = (from: string, to: string) => page.rename(`People/${from}.md`, `People/${to}.md`);

    beforeEach(() => {
      person('Ana Ruiz');
      person('Ben Okoro');
      meets(FIRST, '"[[Ana Ruiz]]", "[[Ben Okoro]]"');
      page.delete(SECOND);
    });

    it('keeps somebody else whom a person put into a row', async () => {
      person('Carla Diaz');
      await page.rebuild();
      page.edit((text) => text.replace('[[Ben Okoro]]', '[[Carla Diaz]]'));
      meets(FIRST, '"[[Ana Ruiz]]"');
      await page.rebuild();
      expect(rows()).toContain('| [[Carla Diaz]] |  |  | 1 | 2025-11-04 |');
    });

    it.each(['[[Ana Ruiz]] (left in May)', '~~[[Ana Ruiz]]~~ left, ask Ben', '[[Ana Ruiz\\|Anita]]'])(
      'keeps what a person made of the name, also when the app renames the note: %s',
      async (cell) => {
        await page.rebuild();
        page.edit((text) => text.replace('[[Ana Ruiz]]', cell));
        await page.rebuild();
        rename('Ana Ruiz', 'Ana Lopez');
        await page.rebuild();
        expect(page.text).toContain(`| ${cell.replace('Ana Ruiz', 'Ana Lopez')} |`);
      },
    );

    it('counts on where the app renamed the note', async () => {
      await page.rebuild();
      rename('Ana Ruiz', 'Ana Lopez');
      meets(THIRD, '"[[Ana Lopez]]"');
      await page.rebuild();
      expect(rows()).toContain('| [[Ana Lopez]] |  |  | 2 | 2025-11-20 |');
    });

    it('keeps a removed row away when somebody with the same counts is renamed', async () => {
      await page.rebuild();
      page.edit((text) => text.replace(/^\| \[\[Ana Ruiz.*\n/m, ''));
      rename('Ben Okoro', 'Ben Adeyemi');
      await page.rebuild();
      expect(rows()).toEqual(['| [[Ben Adeyemi]] |  |  | 1 | 2025-11-04 |']);
    });

    it('counts on where a person typed a role, the app renamed the note and a meeting came, all at once', async () => {
      await page.rebuild();
      page.edit((text) => text.replace('| [[Ana Ruiz]] |  |', '| [[Ana Ruiz]] | Head of ops |'));
      await page.rebuild();
      rename('Ana Ruiz', 'Ana Lopez');
      meets(SECOND, '"[[Ana Lopez]]"');
      await page.rebuild();
      expect(rows()).toContain('| [[Ana Lopez]] | Head of ops |  | 2 | 2025-11-14 |');
    });
  });

  it('leaves a table in a comment alone, and one that a person set beside it', async () => {
    await page.rebuild();
    page.edit((text) => text.replace('| Person |', `%%\n${HEAD}| Ana Ruiz |  |  | 1 | 2025-11-04 |\n%%\n\n$&`));
    page.edit((text) =>
      text.replace(
        /(?:^\|.*\n)+(?=\n*%% account)/m,
        `$&\n| Name | Title | Company | Meetings | Last met |\n|---|---|---|---|---|\n| Zoe | Chair |  |  |  |\n`,
      ),
    );
    meets(THIRD, 'Ana Ruiz, Mei Tan');
    await page.rebuild();
    expect(page.text).toContain(`%%\n${HEAD}| Ana Ruiz |  |  | 1 | 2025-11-04 |\n%%\n`);
    expect(page.text).toContain('| Ben Okoro |  |  | 1 | 2025-11-04 |\n| Mei Tan |  |  | 1 | 2025-11-20 |\n\n| Name |');
  });

  it('counts on where a person put a removed row back', async () => {
    await page.rebuild();
    const row = rows()[0] ?? '';
    page.edit((text) => text.replace(`${row}\n`, ''));
    await page.rebuild();
    meets(THIRD, 'Ana Ruiz');
    await page.rebuild();
    page.edit((text) => text.replace('| Ben Okoro', `${row}\n$&`));
    await page.rebuild();
    expect(rows()).toContain('| Ana Ruiz |  |  | 3 | 2025-11-20 |');
  });
});
