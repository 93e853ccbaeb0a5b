import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { MemoryVault, opened } from './memory-vault.ts';

const PAGE = 'Accounts/Norvane/README.md';
const TODAY = '2026-01-01';
/** `RUNS=5000 npx vitest run test/merge` looks longer. */
const RUNS = Number(process.env['RUNS'] ?? 30);
const FACTS = [
  'Norvane runs depots in Spain.',
  'Planning takes hours.',
  'Drivers use scanners.',
  'The board meets on Tuesdays.',
  'Peak season begins in autumn.',
  'Finance wants quotes.',
];

const meeting = fc.record({
  day: fc.integer({ min: 10, max: 25 }),
  facts: fc.subarray(FACTS),
  decisions: fc.subarray(['Begin in one depot.', 'Keep the old tablets.', 'Quillon builds the feed.']),
  people: fc.subarray(['Ana Ruiz', 'Ben Okoro', 'Mei Tan']),
});

type Vault = readonly {
  day: number;
  facts: readonly string[];
  decisions: readonly string[];
  people: readonly string[];
}[];

function notesOf(meetings: Vault): [string, string][] {
  return meetings.map(({ day, facts, decisions, people }): [string, string] => [
    `Accounts/Norvane/2025-11-${String(day)} - Call.md`,
    `---\nparticipants: ${people.join(', ')}\n---\n## Key Facts\n${facts.map((fact) => `- ${fact}\n`).join('')}## Decisions\n${decisions.map((decision) => `- ${decision}\n`).join('')}`,
  ]);
}

/** What a person does to a page, at a place that is a share of its lines. */
const edit = fc.record({
  kind: fc.constantFrom(
    'change',
    'delete',
    'own bullet',
    'own paragraph',
    'sub-bullet',
    'strike',
    'task',
    'move up',
    'callout',
    'fence',
    'cell',
    'heading',
    'odd',
    'odd',
    'odd',
    'odd',
  ),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

type Edit = { kind: string; at: number };

/** Lines that mean something in Markdown, or nearly do. */
const ODD_LINES = [
  '```WORD``` in a line',
  '<div>WORD</div>',
  '%% WORD %%',
  '| WORD | b |',
  '1. WORD',
  '  - WORD',
  '* WORD',
  '> - WORD',
  '- [x] WORD',
  '    WORD',
  'WORD\n---',
  '***\nWORD',
  '- WORD [[2025-11-10 - Call]]',
  '# WORD',
  '<!-- WORD -->',
  '- ```\n  WORD\n  ```',
  '- WORD\n\n  more of it',
  '$$\nWORD\n$$',
  '%% account-pages WORD %%',
];

/** Applies an edit above the ledger; `word` is what the person types and must never be lost. */
function edited(page: string, { kind, at }: Edit, word: string, eol: string): string {
  const ledgerAt = page.indexOf('%% account-pages');
  const body = ledgerAt < 0 ? page : page.slice(0, ledgerAt);
  const rest = ledgerAt < 0 ? '' : page.slice(ledgerAt);
  const lines = body.split(eol);
  const first = lines.indexOf('# Norvane') + 1;
  const index = first + Math.floor(at * (lines.length - first));
  const line = lines[index] ?? '';
  const isBullet = line.startsWith('- ');
  const isRow = line.startsWith('|') && !line.includes('---') && !line.includes('Person');
  if (kind === 'change' && isBullet) lines[index] = line.replace(/\s(?=\S+$)/, ` ${word} `);
  else if (kind === 'strike' && isBullet) lines[index] = `- ~~${line.slice(2)}~~ ${word}`;
  else if (kind === 'task' && isBullet) lines[index] = `- [ ] ${line.slice(2)} ${word}`;
  else if (kind === 'delete' && (isBullet || isRow)) lines.splice(index, 1);
  else if (kind === 'own bullet' && (isBullet || line === '')) lines.splice(index + 1, 0, `- ${word}`);
  else if (kind === 'own paragraph' && line === '') lines.splice(index, 0, '', `${word} wrote this.`);
  else if (kind === 'sub-bullet' && isBullet) lines.splice(index + 1, 0, `\t- ${word}`);
  else if (kind === 'move up' && isBullet && (lines[index - 1] ?? '').startsWith('- '))
    lines.splice(index - 1, 2, line, lines[index - 1] ?? '');
  else if (kind === 'callout' && line === '') lines.splice(index, 0, '', '> [!note]', `> ${word}`);
  else if (kind === 'fence' && line === '') lines.splice(index, 0, '', '```', `- ${word}`, '## Decisions', '```');
  else if (kind === 'cell' && isRow) lines[index] = line.replace(/\|\s*([^|]*?)\s*\|(?=[^|]*\|?$)/, `| ${word} |`);
  else if (kind === 'heading' && line === '') lines.splice(index, 0, '', `### ${word}`, '');
  else if (kind === 'odd') {
    const odd = ODD_LINES[Math.floor(at * 1000) % ODD_LINES.length] ?? '';
    lines.splice(index + 1, 0, ...odd.replace('WORD', word).split('\n'));
  }
  return lines.join(eol) + rest;
}

describe('merging with what a person wrote', () => {
  const page = fc.constantFrom(
    '',
    '\n## Notes\n\nMine.\n',
    '\n## Key Facts\n\n- My own fact\n\n## Notes\n\nMine.\n',
    '\n## Decisions\n## Key Facts\n',
    '\n## Collaborators\n\n| Person | Notes |\n|---|---|\n| Zoe | mine |\n',
  );
  const generated = fc.boolean();
  const eol = fc.constantFrom('\n', '\r\n');

  it('never loses a typed word, comes to rest, and keeps the rest of the page to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(meeting, { minLength: 1, maxLength: 4 }),
        fc.array(meeting, { minLength: 1, maxLength: 4 }),
        page,
        generated,
        eol,
        fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (before, after, body, isGenerated, end, rounds) => {
          const front = `---\ntype: customer${isGenerated ? '\ntags: [generated]' : ''}\n---\n# Norvane\n`;
          const vault = new MemoryVault([[PAGE, (front + body).replace(/\n/g, end)], ...notesOf(before)]);
          const typed: string[] = [];
          const rebuild = async () => {
            const accounts = await opened(vault);
            await accounts.rebuild(accounts.graph.accounts(), TODAY, true);
          };
          await rebuild();
          for (const [round, edits] of rounds.entries()) {
            for (const [number, one] of edits.entries()) {
              const word = `typed${String(round)}x${String(number)}`;
              const text = vault.notes.get(PAGE) ?? '';
              const next = edited(text, one, word, end);
              // A later edit may rightly delete what an earlier one typed.
              typed.splice(0, typed.length, ...typed.filter((known) => next.includes(known)));
              if (next.includes(word)) typed.push(word);
              vault.notes.set(PAGE, next);
            }
            if (round === 1) for (const [path, text] of notesOf(after)) vault.notes.set(path, text);
            if (round === 2) for (const [path] of notesOf(before).slice(0, 1)) vault.notes.delete(path);
            await rebuild();
            const page2 = vault.notes.get(PAGE) ?? '';
            for (const word of typed) expect(page2, `keeps ${word}`).toContain(word);
            if (body.includes('Mine.')) expect(page2).toContain(`## Notes${end}${end}Mine.`);
            expect(page2.match(/^%% account-pages 1\r?$/gm)?.length ?? 0, 'has one record').toBeLessThan(2);
            expect(page2.includes('\n') && end === '\r\n' ? /[^\r]\n/.test(page2) : false, 'keeps its line ends').toBe(
              false,
            );
            await rebuild();
            expect(vault.notes.get(PAGE), 'a second rebuild changes nothing').toBe(page2);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('keeps away a line that a person removed, also when its wording changes at the source', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(FACTS, { minLength: 2 }), fc.nat(), fc.nat(), async (facts, pick, word) => {
        const note = 'Accounts/Norvane/2025-11-14 - Call.md';
        const text = (lines: readonly string[]) => `## Key Facts\n${lines.map((line) => `- ${line}\n`).join('')}`;
        const vault = new MemoryVault([
          [PAGE, '---\ntype: customer\n---\n# Norvane\n'],
          [note, text(facts)],
        ]);
        const rebuild = async () => {
          const accounts = await opened(vault);
          await accounts.rebuild(accounts.graph.accounts(), TODAY, true);
          return takeLedger(vault.notes.get(PAGE) ?? '').text;
        };
        await rebuild();
        const removed = facts[pick % facts.length] ?? '';
        const isRemoved = (line: string) => line.startsWith('- ') && !/^- \d{4}/.test(line) && line.includes(removed);
        vault.notes.set(
          PAGE,
          (vault.notes.get(PAGE) ?? '')
            .split('\n')
            .filter((line) => !isRemoved(line))
            .join('\n'),
        );
        expect((await rebuild()).split('\n').some(isRemoved)).toBe(false);
        const words = removed.split(' ');
        const reworded = words
          .map((one, index) => (index === 1 + (word % (words.length - 1)) ? `${one} really` : one))
          .join(' ');
        vault.notes.set(note, text(facts.map((fact) => (fact === removed ? reworded : fact))));
        const bullets = (await rebuild()).split('\n').filter((line) => line.startsWith('- ') && !/^- \d{4}/.test(line));
        expect(bullets.length).toBe(facts.length - 1);
        vault.notes.set(note, text(facts));
        expect((await rebuild()).split('\n').some(isRemoved)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });
});
