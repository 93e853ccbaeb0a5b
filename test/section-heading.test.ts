import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { readSettings } from '../src/core/settings.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { runs } from './runs.ts';

const PAGE = 'Accounts/Velora/README.md';
const START = '---\ntype: customer\n---\n# Velora\n';
const PIECES = [
  'What we know',
  'Wissen',
  '🚚',
  'é',
  ' ',
  '\n',
  '\r',
  '\t',
  '\u2028',
  '\u202E',
  '\u200B',
  '%%',
  '%',
  '$$',
  '<b>',
  '<!--',
  '`',
  '```',
  '#',
  '---',
  '- ',
  '1. ',
  '**',
  '==',
  '[[x]]',
  '|',
  '\\',
  '(x)',
  ':',
  '^id',
  'foo: bar',
];

describe('the heading of a section from the settings', () => {
  it('stands on the page as one heading that is known again, or the default is used and a problem says so', async () => {
    const headings = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(headings, async (heading) => {
        const { settings, problems } = readSettings({ sections: { keyFacts: { heading } } }, 'data.json');
        const used = settings.sections.keyFacts.heading;
        expect(problems.map(({ code }) => code)).toEqual(used === heading ? [] : ['setting-invalid']);
        const vault = new MemoryVault([
          [PAGE, START],
          ['Accounts/Velora/2026-01-09 - Call.md', '## Key Facts\n- The depot opens at six.\n'],
        ]);
        const pages: string[] = [];
        for (let round = 0; round < 2; round++) {
          const accounts = await opened(vault, settings);
          const rebuilt = await accounts.rebuild(accounts.graph.accounts(), '2026-02-01', 'a run');
          expect(rebuilt.problems).toEqual([]);
          pages.push(vault.notes.get(PAGE) ?? '');
        }
        expect(pages[1]).toBe(pages[0]);
        const { text, ledger } = takeLedger(pages[0] ?? '');
        expect(text.slice(START.length).split(/[\r\n\u2028]/)).toEqual([
          '',
          '## Recent Context',
          '',
          '- 2026-01-09: [[2026-01-09 - Call|Call]] — The depot opens at six.',
          '',
          `## ${used}`,
          '',
          '- The depot opens at six. ([[2026-01-09 - Call#Key Facts|2026-01-09]])',
          '',
        ]);
        expect([...(ledger?.sections.values() ?? [])].map(({ written }) => written.length)).toEqual([1, 1]);
      }),
      runs(300),
    );
  });

  it.each([
    '',
    '   ',
    'X\n\n%% injected',
    '`$= evil`',
    '<img src=x>',
    '# %% \u202E',
    'C #',
    '**',
    '🚚',
    'x'.repeat(101),
  ])('is none that a page cannot have: %j', (heading) => {
    const { settings, problems } = readSettings({ sections: { blockers: { heading, limit: 3 } } }, 'data.json');
    expect(settings.sections.blockers).toEqual({ on: true, heading: 'Blockers', limit: 3 });
    expect(problems.map(({ values }) => values)).toEqual([
      { path: 'data.json', key: 'sections.blockers.heading', reason: null },
    ]);
  });

  it.each(['Was wir wissen', '🚚 Deliveries', 'Risks & blockers (open)', '5 % rule', 'حقایق کلیدی می\u200Cخواهم'])(
    'may be %j',
    (heading) => {
      const { settings, problems } = readSettings({ sections: { blockers: { heading } } }, 'data.json');
      expect([settings.sections.blockers.heading, problems]).toEqual([heading, []]);
    },
  );
});
