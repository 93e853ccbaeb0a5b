import { beforeEach, describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const NOTE = 'Accounts/Norvane/2026-01-09 - Kick.md';
const HEAD = '---\ntype: customer\n---\n# Norvane\n';

describe('a page that a person works on', () => {
  let vault = new MemoryVault([]);
  const page = () => vault.notes.get(PAGE) ?? '';
  const body = () => takeLedger(page()).text.slice(HEAD.length);
  const facts = () =>
    body()
      .split('\n')
      .filter((line) => line.startsWith('- The budget'));
  const edit = (change: (text: string) => string) => vault.notes.set(PAGE, change(page()));
  const note = (text: string, path = NOTE) => vault.notes.set(path, text);
  const rebuild = async () => {
    const accounts = await opened(vault);
    const { problems } = await accounts.rebuild(accounts.graph.accounts(), '2026-02-01', 'a run');
    const once = page();
    const again = await opened(vault);
    await again.rebuild(again.graph.accounts(), '2026-02-01', 'a run');
    expect(page(), 'a second rebuild changes nothing').toBe(once);
    return problems.map(({ code }) => code);
  };

  beforeEach(() => {
    vault = new MemoryVault([[PAGE, HEAD]]);
    note('---\nparticipants: [Ana Ruiz]\n---\n## Key Facts\n- The budget is 90k.\n');
  });

  it('may underline its headings', async () => {
    edit((text) => `${text}\nKey Facts\n---------\n\n- mine\n\nNotes\n=====\n\nmy notes\n`);
    await rebuild();
    expect(body()).toContain('Key Facts\n---------\n\n- mine\n- The budget is 90k.');
    expect(body()).toContain('\nNotes\n=====\n\nmy notes\n');
  });

  it('may have an empty section with nothing below its heading', async () => {
    edit((text) => `${text}\n## Blockers\n## Mine\nx\n`);
    await rebuild();
    expect(body()).toContain('\n## Mine\nx\n');
    expect(body()).toContain('\n## Blockers\n');
  });

  it('may have a section below the highest kind of heading', async () => {
    edit((text) => `${text}\n# Key Facts\n\n- mine\n`);
    await rebuild();
    expect(body().match(/# Key Facts/g)).toHaveLength(1);
    expect(facts()).toHaveLength(1);
  });

  it('keeps two rows for one person, and what is written into cells out of sight', async () => {
    edit(
      (text) =>
        `${text}\n## Collaborators\n\n| Person | Role | Notes |\n|---|---|---|\n| Ana Ruiz | CFO | first |\n| Ana Ruiz | Chair | second remark |\n`,
    );
    await rebuild();
    expect(body()).toContain('second remark');
    edit((text) => text.replace('| CFO |', '| CFO %%until May%% |'));
    note('---\nparticipants: [Ana Ruiz]\n---\n', 'Accounts/Norvane/2026-01-10 - More.md');
    await rebuild();
    expect(body()).toContain('CFO %%until May%%');
    edit((text) => text.replace('| Ana Ruiz | CFO', '| ~~Ana Ruiz~~ | CFO'));
    note('', 'Accounts/Norvane/2026-01-10 - More.md');
    note('## Key Facts\n- The budget is 90k.\n');
    await rebuild();
    expect(body()).toContain('~~Ana Ruiz~~');
  });

  it('keeps what a person wrote beside a recorder’s label, also where an older tool made the page', async () => {
    vault.notes.set(
      PAGE,
      `---\ntype: customer\ntags: [generated]\n---\n# Norvane\n\n## Collaborators\n\n| Person | Role | Notes |\n|---|---|---|\n| Remote |  |  |\n| Speaker 1 | ? | this was Olga |\n`,
    );
    await rebuild();
    expect(page()).toContain('this was Olga');
    expect(page()).not.toContain('Remote');
  });

  it('keeps the links that an older tool made of names', async () => {
    vault.notes.set(
      PAGE,
      `---\ntype: customer\ntags: [generated]\n---\n# Norvane\n\n## Collaborators\n\n| Person | Role | Company |\n|---|---|---|\n| [[Ana Ruiz]] |  |  |\n| [[Zoe]] |  |  |\n`,
    );
    await rebuild();
    expect(page()).toContain('| [[Ana Ruiz]] |  |  |\n| [[Zoe]] |  |  |\n');
  });

  it('keeps a removed line that was put back by hand, when its source is gone', async () => {
    await rebuild();
    const line = facts()[0] ?? '';
    edit((text) => text.replace(`${line}\n`, ''));
    await rebuild();
    expect(facts()).toEqual([]);
    note('---\nparticipants: [Ana Ruiz]\n---\n## Key Facts\n- Quite another thing.\n');
    await rebuild();
    edit((text) => text.replace('## Key Facts\n', `## Key Facts\n\n${line}\n`));
    await rebuild();
    expect(facts()).toEqual([line]);
  });

  it('keeps a removed line away that had a person’s sub-bullets or words', async () => {
    await rebuild();
    edit((text) => text.replace(/^- The budget.*$/m, '$&\n  - ask Ben').replace(/^- 2026-01-09.*$/m, '$& and more'));
    await rebuild();
    expect(body()).toContain('  - ask Ben');
    expect(body()).toContain(' and more');
    edit((text) => text.replace(/^- The budget.*\n {2}- ask Ben\n/m, '').replace(/^- 2026-01-09.*\n/m, ''));
    await rebuild();
    expect(facts()).toEqual([]);
    expect(body()).not.toContain('- 2026-01-09: ');
  });

  it('keeps a link that a person set to another note', async () => {
    note('# Better', 'My better notes.md');
    await rebuild();
    edit((text) => text.replace('[[2026-01-09 - Kick|Kick]]', '[[My better notes|Kick]]'));
    await rebuild();
    expect(body()).toContain('[[My better notes|Kick]]');
    expect(body().match(/^- 2026-01-09: /gm)).toHaveLength(1);
  });

  it('gives a note that has the name of a renamed one a line of its own', async () => {
    await rebuild();
    const text = vault.notes.get('Accounts/Norvane/2026-01-09 - Kick.md') ?? '';
    vault.notes.delete('Accounts/Norvane/2026-01-09 - Kick.md');
    note(text, 'Accounts/Norvane/2026-01-09 - First day.md');
    edit((page) => page.replaceAll('[[2026-01-09 - Kick', '[[2026-01-09 - First day'));
    note('## Key Facts\n- Peak is in autumn.\n', 'Accounts/Norvane/2026-01-09 - Kick.md');
    await rebuild();
    expect(new Set(body().match(/^- 2026-01-09: \[\[[^\]]*/gm))).toEqual(
      new Set(['- 2026-01-09: [[2026-01-09 - First day|First day', '- 2026-01-09: [[2026-01-09 - Kick|Kick']),
    );
  });

  it.each([
    ['its first line is gone', (text: string) => text.replace(/^%% account-pages.*\n/m, '')],
    [
      'a person wrote behind its first line',
      (text: string) => text.replace(/^(%% account-pages 1 \w+)$/m, '$1 remember this'),
    ],
    ['it is indented', (text: string) => text.replace(/^(%% account-pages 1 \w+)$/m, ' $1')],
    ['a person wrote inside it', (text: string) => text.replace(/^keyFacts/m, 'remember this\nkeyFacts')],
    ['its end is cut off', (text: string) => text.replace(/\n%%\n$/, '\n')],
    ['it stands there twice', (text: string) => text + text.slice(text.indexOf('%% account-pages'))],
  ])('reads what can be read of its record when %s', async (_, damage) => {
    note('---\nparticipants: [Ana Ruiz]\n---\n## Key Facts\n- The budget is 90k.\n- A second fact.\n');
    await rebuild();
    edit((text) => text.replace(/^- The budget.*\n/m, ''));
    await rebuild();
    edit(damage);
    const noted = page().includes('remember this');
    await rebuild();
    expect(facts()).toEqual([]);
    expect(page().match(/%% account-pages 1 \w+\n/g)).toHaveLength(1);
    expect(body()).not.toMatch(/[0-9a-f]{8}\.[0-9a-f]{8}/);
    expect(page().includes('remember this')).toBe(noted);
  });

  it('keeps words that were typed into a line of its record', async () => {
    note('## Key Facts\n- The budget is 90k.\n- A second fact.\n');
    await rebuild();
    edit((text) => text.replace(/^keyFacts (\S+) /m, 'keyFacts $1 call Ana by 2026, room 4a, at example.company '));
    await rebuild();
    expect(page()).toContain('call Ana by 2026, room 4a, at example.company');
    expect(facts()).toHaveLength(1);
    expect(page()).toContain('- A second fact.');
  });

  it.each([
    ['between two entries', (line: string) => line.replace(' ', ' Señor ')],
    ['into an entry', (line: string) => line.replace(/(\.\w{4})/, '$1Señor!')],
  ])('keeps a word that was typed %s of its record', async (_, type) => {
    note('## Key Facts\n- The budget is 90k.\n- A second fact.\n');
    await rebuild();
    edit((text) => text.replace(/^keyFacts .*$/m, type));
    await rebuild();
    expect(body()).toContain('Señor');
    expect(takeLedger(page()).ledger?.damaged).toBe(false);
  });

  it.each(['11a10a5db.6c4d8e7c.AlF39-qe bc4e8973.bf2bf774.H0F37xtiuA', '1 1a2b3c4d bc4e8973.bf2bf774.H0F37xtiuA'])(
    'is made whole where a sync mixed the first line of its record: %s',
    async (mixed) => {
      await rebuild();
      edit((text) => text.replace(/^%% account-pages .*$/m, `%% account-pages ${mixed}`));
      await rebuild();
      expect(page()).toMatch(/%% account-pages 1 \w{8}\n/);
      expect(body()).not.toContain('bf2bf774');
      expect(facts()).toHaveLength(1);
    },
  );

  it('knows its record as whole but for words that were typed between the entries', async () => {
    note('## Key Facts\n- The budget is 90k.\n- A second fact.\n- A third fact.\n');
    await rebuild();
    edit((text) =>
      text
        .replace('A second fact. ([[2026-01-09 - ', '$&5B ')
        .replace(/^- A third fact.*\n/m, '')
        .replace(/^keyFacts (\S+) /m, 'note keyFacts $1 to self '),
    );
    await rebuild();
    expect(page()).toContain('- A second fact. ([[2026-01-09 - 5B Kick#');
    expect(page()).not.toContain('- A third fact.');
    expect(page()).toContain('note to self');
  });

  it('keeps “_None yet._” that a person typed after removing the lines', async () => {
    note('## Key Facts\n- The budget is 90k.\n');
    await rebuild();
    edit((text) => text.replace(/^- The budget.*$/m, '_None yet._'));
    await rebuild();
    note('## Key Facts\n- Peak is in autumn.\n', 'Accounts/Norvane/2026-01-20 - Next.md');
    await rebuild();
    expect(page()).toContain('_None yet._');
    expect(page()).toContain('- Peak is in autumn.');
  });

  it.each(['***', '* * *', '---', '___'])('ends a section at %s right below its last bullet', async (rule) => {
    edit((text) => `${text}\n## Key Facts\n\n- mine\n${rule}\nmy words\n`);
    await rebuild();
    expect(body()).toMatch(/- mine\n- The budget .*\n/);
    expect(body()).toContain(`${rule}\nmy words\n`);
  });

  it.each([
    ['code block', '\n```\ncode never closed\n'],
    ['comment', '\n## Key Facts\n\n- mine\n<!-- todo\n\n## Notes\n'],
  ])('is left alone, and named, while a %s on it is not closed', async (_, text) => {
    edit((head) => head + text);
    expect(await rebuild()).toContain('page-not-written');
    expect(page()).toBe(HEAD + text);
  });

  it.each(['```inline``` code', '- mine\n  ```\n  code in a bullet that ends with it\n\nmore'])(
    'keeps one record below %j',
    async (text) => {
      edit((head) => `${head}\n${text}\n\n## Key Facts\n\n- mine too\n`);
      await rebuild();
      note('## Key Facts\n- Another fact.\n', 'Accounts/Norvane/2026-01-11 - More.md');
      await rebuild();
      expect(page().match(/%% account-pages/g)).toHaveLength(1);
      expect(body()).toContain(`\n${text}\n`);
    },
  );

  it('knows a section by its heading, also right below HTML of a person’s', async () => {
    note('## Key Facts\n- The budget is 90k.\n## Decisions\n- Begin in June.\n');
    await rebuild();
    edit((text) => text.replace('\n\n## Decisions', '\n<div>mine</div>\n## Decisions'));
    note('## Key Facts\n- The budget is 90k.\n## Decisions\n- Begin in July.\n');
    await rebuild();
    expect(body()).toMatch(/<div>mine<\/div>\n+## Decisions\n\n- ✅ Begin in July\./);
    expect(body()).not.toContain('June');
  });

  it('keeps HTML of a person’s from taking in the next heading, where a blank line above it goes', async () => {
    note('## Key Facts\n- The budget is 90k.\n## Decisions\n- Begin in June.\n');
    await rebuild();
    edit((text) => text.replace(/^(- The budget.*)\n\n/m, '<div>mine</div>\n$1\n\n- mine too\n'));
    note('## Key Facts\n- The budget is 95k.\n## Decisions\n- Begin in July.\n');
    await rebuild();
    expect(body()).toContain('<div>mine</div>\n- The budget is 95k.');
    expect(body()).toContain('- mine too\n\n## Decisions\n');
    const rebuilt = page();
    await rebuild();
    expect(page()).toBe(rebuilt);
  });

  it('keeps a second row for one person that holds what the first does not', async () => {
    note('---\ntype: person\nrole: CFO\n---\n', 'People/Ana Ruiz.md');
    edit(
      (text) => `${text}\n## Collaborators\n\n| Person | Role |\n|---|---|\n| Ana Ruiz | Chair |\n| Ana Ruiz | CFO |\n`,
    );
    await rebuild();
    expect(body()).toContain('| Ana Ruiz | Chair |\n| Ana Ruiz | CFO |');
  });

  it('may show a record or a table in a code block', async () => {
    const code = '```\n%% account-pages 1\nkeyFacts aaaaaaaa.bbbbbbbb\n%%\n```\n';
    const table = '```\n| Person | Role |\n|---|---|\n| Zed | x |\n```\n';
    edit((text) => `${text}\n${code}\n## Collaborators\n\n${table}`);
    await rebuild();
    expect(page()).toContain(code);
    expect(page()).toContain(table);
    expect(facts()).toHaveLength(1);
  });

  it.each([
    'last_contact:\n  - 2025-01-01',
    'last_contact: >\n  2025-01-01',
    'last_contact: "[[2025-02-10]] with Ana"',
  ])('keeps %j, which is no plain date', async (property) => {
    vault.notes.set(PAGE, `---\ntype: customer\n${property}\n---\n# Norvane\n`);
    await rebuild();
    expect(page()).toContain(`\n${property}\n`);
  });

  it('takes nothing out of a note that would be more than a line of text on the page', async () => {
    note('100%% sure', '2026-01-10 - 100%% sure.md');
    note(
      [
        '## Key Facts',
        '- [x](https://x.example/a%%b) link',
        '- see [[x%%y]] too',
        '- \\[ \\] call Ana today',
        '- # no heading',
        '- > no quote',
        '- 1\\. no list',
        '- ~~no longer so~~',
        '- <b>bold</b> $$ and `code`',
        '',
      ].join('\n'),
    );
    note(
      '---\naccount: Norvane\n---\n## Key Facts\n- The percentage is unclear.\n',
      'Inbox/2026-01-10 - 100%% sure.md',
    );
    await rebuild();
    const lines = body()
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines.join('\n')).not.toContain('%%');
    expect(lines.filter((line) => /^- (?:\[.\] |#|>|\d+\.|-|\|)/.test(line))).toEqual([]);
    expect(body()).not.toMatch(/no longer so|<b>|\$\$/);
  });
});
