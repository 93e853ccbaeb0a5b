import fc from 'fast-check';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { missingPages, pathOfNewPage, textOfNewPage } from '../src/core/compose/new-page.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { readNote, readingRules } from '../src/core/parse/read-note.ts';
import { stripInvisible } from '../src/core/words.ts';
import { MemoryVault, opened, parseYaml } from './memory-vault.ts';
import { runs } from './runs.ts';

const CUSTOMER = '---\ntype: customer\n---\n';

async function missingIn(notes: readonly (readonly [string, string])[]) {
  const { graph } = await opened(new MemoryVault(notes));
  return missingPages(graph, DEFAULT_SETTINGS).map((missing) => ({
    ...missing,
    path: pathOfNewPage(missing, graph, DEFAULT_SETTINGS),
  }));
}

describe('accounts without a page', () => {
  it('are those that notes name and those in whose folder notes lie, the most told of first', async () => {
    const first = 'Accounts/Sole/2026-01-10 - Call.md';
    const notes = ['Meetings/2026-02-01 - A.md', 'Meetings/2026-02-02 - B.md'];
    expect(
      await missingIn([
        [first, '## Decisions\n- Ship it.\n'],
        ...notes.map((path) => [path, '---\naccount: Velora\n---\n## Decisions\n- Ship it.\n'] as const),
      ]),
    ).toEqual([
      { name: 'Velora', folder: null, notes, path: 'Accounts/Velora/README.md' },
      { name: 'Sole', folder: 'Accounts/Sole', notes: [first], path: 'Accounts/Sole/README.md' },
    ]);
  });

  it.each([
    ['beside the others, where those are notes of one folder', 'Clients/Norvane.md', 'Clients/Velora.md'],
    [
      'as a note named like its folder, where the others are',
      'Accounts/Norvane/Norvane.md',
      'Accounts/Velora/Velora.md',
    ],
    ['as an index, where the others are', 'Partners/Norvane/index.md', 'Partners/Velora/index.md'],
  ])('get their page %s', async (_, page, expected) => {
    const [missing] = await missingIn([
      [page, CUSTOMER],
      ['Meetings/2026-02-01 - A.md', '---\naccount: Velora\n---\n## Decisions\n- Ship it.\n'],
    ]);
    expect(missing?.path).toBe(expected);
  });

  it.each([
    ['AC/DC: “Live”?', 'AC DC “Live”'],
    ['con', 'con account'],
    ['..', 'Account'],
    ['../../escape', 'escape'],
    ['Ümläut & Söhne 🚚', 'Ümläut & Söhne 🚚'],
    ['a'.repeat(300), 'a'.repeat(60)],
  ])('get a file’s name that every system takes: %s', async (name, file) => {
    const { graph } = await opened(new MemoryVault([]));
    expect(pathOfNewPage({ name, folder: null, notes: [] }, graph, DEFAULT_SETTINGS)).toBe(
      `Accounts/${file}/README.md`,
    );
  });
});

describe('a new page', () => {
  it('begins with its kind and name', () => {
    expect(textOfNewPage('Velora', null, '2026-10-30')).toBe('---\ntype: customer\n---\n\n# Velora\n');
  });

  it('begins as the template, with the account and the day filled in, and all else as it stands', () => {
    const template = '# {{ Account }}\n\nSince {{date}}, {{title}}, {{owner}} $& $1\n';
    expect(textOfNewPage('Velora $& Co', template, '2026-10-30')).toBe(
      '# Velora $& Co\n\nSince 2026-10-30, Velora $& Co, {{owner}} $& $1\n',
    );
  });

  it.each([
    ['<%* await tp.system.exec("id") %>', '# < %* await tp.system.exec("id") %>'],
    ['x %% y', '# x % % y'],
    ['\u202Egnp\u061C', '# gnp'],
    ['`$= evil`', '# \\`$= evil\\`'],
    ['C #', '# C \\#'],
    ['<img src=x>', '# \\<img src=x>'],
    ['\u200B', '# Account'],
  ])('names an account %j without giving it anything to run or hide', (name, heading) => {
    expect(textOfNewPage(name, null, '2026-10-30')).toBe(`---\ntype: customer\n---\n\n${heading}\n`);
  });

  it.each([
    ['title: {{account}}', 'title: "type: evil"'],
    ['title: "{{account}}"', 'title: "type: evil"'],
    ["title: '{{ account }}'", 'title: "type: evil"'],
    ['  - {{title}}', '  - "type: evil"'],
    ['up: "[[{{account}}]]"', 'up: "[[type evil]]"'],
    ['aliases: [{{account}}]', 'aliases: [type evil]'],
    ['{{date}}: {{date}}', '2026-10-30: 2026-10-30'],
  ])('keeps a name in its property: %s', (line, filled) => {
    const template = `---\n${line}\n---\n`;
    expect(textOfNewPage('type: evil', template, '2026-10-30')).toBe(`---\n${filled}\n---\n`);
    expect(textOfNewPage('Müller & Söhne', template, '2026-10-30')).toBe(
      template.replace(/\{\{\s*(?:account|title)\s*\}\}/, 'Müller & Söhne').replaceAll('{{date}}', '2026-10-30'),
    );
  });

  it('keeps a name in the code and the links of its template', () => {
    const template =
      '<% say("{{account}}") %>\n```js\n"{{account}}"\n```\n`= "{{account}}"` [[{{account}}]] {{account}}\n';
    expect(textOfNewPage('x"); run(`a`) ]] %> ```', template, '2026-10-30')).toBe(
      '<% say("x ) run( a )") %>\n```js\n"x ) run( a )"\n```\n`= "x ) run( a )"` [[x ) run( a )]] x"); run(\\`a\\`) \\]] %> \\`\\`\\`\n',
    );
  });

  it('has the properties and lines of its template, whatever an account is called', () => {
    const pieces = fc.constantFrom(
      'Velora',
      'é',
      ' ',
      '\n',
      '\r\n',
      ':',
      ': ',
      '#',
      ' # ',
      '- ',
      '---',
      "'",
      '"',
      '\\',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '%%',
      '@',
      '`',
      '```',
      '<%',
      '%>',
      '<b>',
      '$$',
      '=',
      '\u2028',
      '\u202E',
      '\u0000',
      '\uD800',
      'type: evil',
      '{{date}}',
      '$&',
      '1. ',
    );
    const template =
      '---\ntype: customer\ntitle: {{account}}\nup: "[[{{account}}]]"\naliases: [{{account}}, x]\ntags:\n  - "{{title}}"\nnote: of {{account}}\n---\n# {{account}}\n\nwords\n{{account}}\n\n- [[{{account}}]] `{{account}}`\n';
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const name = parts.join('');
        const shown = stripInvisible(name.replace(/\s+/g, ' ')).trim() || 'Account';
        const text = textOfNewPage(name, template, '2026-10-30');
        expect(text.split(/[\r\n\u2028]/)).toHaveLength(template.split('\n').length);
        const [, yaml = '', body = ''] = text.split(/^---\n/m);
        const properties = parseYaml(yaml) as Record<string, unknown>;
        expect(Object.keys(properties)).toEqual(['type', 'title', 'up', 'aliases', 'tags', 'note']);
        expect([properties['type'], properties['title'], properties['tags']]).toEqual(['customer', shown, [shown]]);
        expect(properties['aliases']).toHaveLength(2);
        expect(body).not.toMatch(/<%|%%|\$\$|\u202E/);
        const kinds = remark()
          .parse(body)
          .children.map(({ type }) => type);
        expect(kinds).toEqual(['heading', 'paragraph', 'list']);
        const plain = textOfNewPage(name, null, '2026-10-30');
        const { content } = readNote('Accounts/Velora/README.md', plain, readingRules(DEFAULT_SETTINGS, parseYaml));
        expect([content.title?.replace(/\s/g, ''), content.type]).toEqual([shown.replace(/\s/g, ''), 'customer']);
      }),
      runs(500),
    );
  });
});
