import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { runs } from './runs.ts';
import { edit, edited, FACTS, meeting, notesOf, PAGE } from './page-edits.ts';

const TODAY = '2026-01-01';
const RUNS = runs(500);
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
            await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
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
            const block = `## Notes${end}${end}Mine.`;
            const hadBlock = (vault.notes.get(PAGE) ?? '').includes(block);
            await rebuild();
            const page2 = vault.notes.get(PAGE) ?? '';
            for (const word of typed) expect(page2, `keeps ${word}`).toContain(word);
            if (hadBlock) expect(page2).toContain(block);
            expect(page2.match(/^%% account-pages 1 \w+\r?$/gm)?.length ?? 0, 'has one record').toBeLessThan(2);
            expect(page2.includes('\n') && end === '\r\n' ? /[^\r]\n/.test(page2) : false, 'keeps its line ends').toBe(
              false,
            );
            await rebuild();
            expect(vault.notes.get(PAGE), 'a second rebuild changes nothing').toBe(page2);
          }
        },
      ),
      RUNS,
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
          await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
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
      RUNS,
    );
  });

  /** What somebody types, with what may come along: the start of a line, a bracket, a mark of Markdown. */
  const typing = fc.record({
    at: fc.nat(99_999).map((share) => share / 100_000),
    form: fc.constantFrom(
      'WORD',
      ' WORD ',
      '\nWORD\n',
      '- WORD\n',
      '(WORD)',
      'é WORD!',
      '\\WORD',
      '#WORD',
      '|WORD',
      'WORD]',
      '[WORD',
      '/WORD',
    ),
  });

  it('keeps a word typed at any place of the page, also where nothing is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(meeting, { minLength: 1, maxLength: 3 }),
        fc.array(meeting, { maxLength: 3 }),
        fc.array(typing, { minLength: 1, maxLength: 4 }),
        fc.record({ deletes: fc.boolean(), isGenerated: fc.boolean(), typesIntoRecord: fc.boolean() }),
        async (before, after, typings, { deletes, isGenerated, typesIntoRecord }) => {
          const front = `---\ntype: customer\n${isGenerated ? 'tags: [generated]\n' : ''}---\n`;
          const person: [string, string] = ['People/Ana Ruiz/README.md', '---\ntype: person\nrole: CFO\n---\n'];
          const vault = new MemoryVault([[PAGE, `${front}# Norvane\n\nMine.\n`], person, ...notesOf(before)]);
          const rebuild = async () => {
            const accounts = await opened(vault);
            await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
            return vault.notes.get(PAGE) ?? '';
          };
          let page = await rebuild();
          const words: string[] = [];
          for (const [number, { at, form }] of typings.entries()) {
            const word = `typed${String(number)}`;
            const next =
              typesIntoRecord && number === 0 ? typedIntoRecord(page, at, word) : typed(page, at, form, word);
            if (next !== page) words.push(word);
            page = next;
          }
          vault.notes.set(PAGE, page);
          for (const [path, text] of notesOf(after)) vault.notes.set(path, text);
          if (deletes) for (const [path] of notesOf(before).slice(0, 1)) vault.notes.delete(path);
          const rebuilt = await rebuild();
          for (const word of words) expect(rebuilt, `keeps ${word}`).toContain(word);
          expect(await rebuild(), 'a second rebuild changes nothing').toBe(rebuilt);
        },
      ),
      RUNS,
    );
  });

  /** What the app does to notes: it renames one and with it the links to it, or moves one out of its folder's way. */
  const event = fc.record({
    kind: fc.constantFrom('rename', 'delete', 'write', 'rebuild'),
    pick: fc.nat(9),
    meeting,
  });

  it('takes nothing of what the app does to links for a person’s: the page is as one that is made anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(meeting, { minLength: 1, maxLength: 4 }),
        fc.array(event, { minLength: 1, maxLength: 8 }),
        async (first, events) => {
          const page = '---\ntype: customer\n---\n# Norvane\n';
          const vault = new MemoryVault([[PAGE, page], ...notesOf(first)]);
          let isLeftAlone = false;
          const rebuild = async (device: MemoryVault) => {
            const accounts = await opened(device);
            const { problems } = await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
            isLeftAlone ||= problems.some(({ code }) => code === 'section-emptied' || code === 'meetings-gone');
            return takeLedger(device.notes.get(PAGE) ?? '').text;
          };
          await rebuild(vault);
          for (const [number, one] of events.entries()) {
            const paths = [...vault.notes.keys()].filter((path) => path !== PAGE).sort();
            const path = paths[one.pick % Math.max(1, paths.length)];
            if (one.kind === 'rename' && path !== undefined)
              renamed(vault, path, ` - Review ${'abcdefgh'.charAt(number)}`);
            if (one.kind === 'delete' && path !== undefined) vault.notes.delete(path);
            // Under a name that no note had: what a link to a name led to before is nowhere remembered.
            if (one.kind === 'write')
              for (const [written, text] of notesOf([one.meeting]))
                vault.notes.set(written.replace('Call', `Call ${String(number)}`), text);
            if (one.kind === 'rebuild') await rebuild(vault);
          }
          const rebuilt = await rebuild(vault);
          const anew = new MemoryVault([...vault.notes].map(([path, text]) => [path, path === PAGE ? page : text]));
          const made = await rebuild(anew);
          // What stands under a heading for which no note says anything any more is left to the person.
          if (!isLeftAlone) expect(rebuilt).toBe(made);
        },
      ),
      RUNS,
    );
  });
});

/** As the app renames a note: with its links, which all have another text. */
function renamed({ notes }: MemoryVault, path: string, name: string): void {
  const text = notes.get(path) ?? '';
  const day = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? '';
  const [from, to] = [path, path.replace(/[^/]*\.md$/, `${day}${name}.md`)].map((one) =>
    one.replace(/^.*\/|\.md$/g, ''),
  );
  notes.delete(path);
  notes.set(path.replace(/[^/]*\.md$/, `${to ?? ''}.md`), text);
  notes.set(
    PAGE,
    (notes.get(PAGE) ?? '').replaceAll(new RegExp(`\\[\\[${from ?? ''}(?=[|#\\]])`, 'g'), `[[${to ?? ''}`),
  );
}

/** Below the properties and above the record; once in a line, or the name in a link is none that is known. */
function typed(page: string, at: number, form: string, word: string): string {
  const [from, to] = [page.indexOf('# Norvane'), page.indexOf('%% account-pages')];
  const place = from + Math.floor(at * ((to < 0 ? page.length : to) - from));
  const line = page.slice(page.lastIndexOf('\n', place - 1) + 1).split('\n')[0] ?? '';
  return /typed\d/.test(line) ? page : page.slice(0, place) + form.replace('WORD', word) + page.slice(place);
}

/** As a word of its own: within a hash it would be one with it. */
function typedIntoRecord(page: string, at: number, word: string): string {
  const from = page.indexOf('%% account-pages');
  const place = from + Math.floor(at * (page.length - from));
  return from < 0 ? page : `${page.slice(0, place)} ${word} ${page.slice(place)}`;
}
