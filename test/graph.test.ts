import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountGraph } from '../src/core/link/account-graph.ts';
import { readNote, readingRules } from '../src/core/parse/read-note.ts';
import { readSettings } from '../src/core/settings.ts';
import { planPage } from '../src/core/write/plan-page.ts';
import { parseYaml } from './memory-vault.ts';

const { settings } = readSettings({ ownCompany: ['Larkfield'], ownNames: ['Robin Hale'] }, '');
const rules = readingRules(settings, parseYaml);

/** Few paths and texts that have much to do with each other, so that changes collide. */
const PATHS = [
  'Accounts/Norvane/README.md',
  'Accounts/Sole.md',
  'Accounts/Norvane/2025-11-14 - Sync.md',
  'Accounts/Sole/2025-11-14 - Sync.md',
  'Inbox/2025-11-14 - Copy.md',
  'Inbox/2025-11-15 - Norvane.md',
  'People/Ana Ruiz.md',
  'People/Ana Ruiz/2025-11-16 - 1-1.md',
  'Accounts/Tarn/2025-11-17.md',
];
const TEXTS = [
  '---\ntype: customer\n---\n',
  '---\ntype: customer\ntitle: Norvane\naliases: [Sole]\n---\n',
  '---\ntype: person\ncompany: Norvane\n---\n',
  '---\nparticipants: Ana Ruiz\ntranscript_path: a.txt\ndate: 2025-11-14\n---\n## Decisions\n- Norvane starts in May.\n- Sole waits.\n',
  '---\nparticipants: Ana Ruiz\ntranscript_path: a.txt\ndate: 2025-11-14\naccount: Norvane\n---\n## Decisions\n- Norvane starts in May.\n## Actions\n- [ ] Send it @Ana\n',
  '## Key Facts\n- Sole has nine shops.\n- Ana likes it.\n',
  '---\naccount: Velora\n---\n## Summary\nA lead.\n',
  '',
];

type Change =
  | { kind: 'put'; path: number; text: number }
  | { kind: 'remove'; path: number }
  | { kind: 'rename'; path: number; to: number };
const path = fc.nat({ max: PATHS.length - 1 });
const change = fc.oneof<[fc.Arbitrary<Change>, fc.Arbitrary<Change>, fc.Arbitrary<Change>]>(
  fc.record({ kind: fc.constant('put' as const), path, text: fc.nat({ max: TEXTS.length - 1 }) }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
);

/** All that anybody can ask of a graph. */
function answers(graph: AccountGraph): unknown {
  return {
    accounts: graph.accounts().map(({ name, path: page }) => [name, page]),
    links: PATHS.map((note) =>
      graph.linksOf(note).links.map(({ account, closeness, evidence }) => [account.name, closeness, evidence]),
    ),
    meetings: graph
      .accounts()
      .map((account) =>
        graph
          .meetingsOf(account)
          .map(({ date, notes }) => [
            date,
            notes.map(({ note, entry }) => [note.path, entry.via, entry.items.length, entry.tasks.length]),
          ]),
      ),
    pages: graph
      .accounts()
      .map((account) =>
        account.path === null ? '' : planPage(account, '# Page\n', graph, settings, '2026-01-01').after,
      ),
    targets: PATHS.map((note) => graph.linkTarget(note)),
    problems: graph.problems(),
  };
}

describe('the account graph', () => {
  it('answers after any changes as one built anew from the same notes does, in whatever steps it links', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), fc.boolean(), fc.nat({ max: 4 }), (changes, askOften, steps) => {
        const live = new AccountGraph(settings);
        const notes = new Map<string, string>();
        for (const step of changes) {
          const at = PATHS[step.path] ?? '';
          if (step.kind === 'put') {
            notes.set(at, TEXTS[step.text] ?? '');
            live.put(readNote(at, TEXTS[step.text] ?? '', rules));
          } else if (step.kind === 'remove') {
            notes.delete(at);
            live.remove(at);
          } else {
            const to = PATHS[step.to] ?? '';
            const text = notes.get(at);
            if (text !== undefined && to !== at) {
              notes.delete(at);
              notes.set(to, text);
              live.remove(at);
              live.put(readNote(to, text, rules));
            }
          }
          live.linkSome(steps);
          if (askOften) answers(live);
        }
        const anew = new AccountGraph(settings);
        for (const [at, text] of [...notes].sort()) anew.put(readNote(at, text, rules));
        expect(answers(live)).toEqual(answers(anew));
      }),
      { numRuns: 300 },
    );
  });

  it('links step by step, each at most one note, until there is nothing left to do', () => {
    const graph = new AccountGraph(settings);
    expect(graph.linkSome(1)).toBe(false);
    const notes = PATHS.map((at, index) => readNote(at, TEXTS[index % TEXTS.length] ?? '', rules));
    for (const note of notes) graph.put(note);
    let calls = 1;
    while (graph.linkSome(1)) calls++;
    // Each note once for its words, once for its links, and one step that finds nothing left.
    expect(calls).toBe(2 * notes.length + 1);
    expect(graph.linkSome(1)).toBe(false);
    const atOnce = new AccountGraph(settings);
    for (const note of notes) atOnce.put(note);
    expect(answers(graph)).toEqual(answers(atOnce));
  });

  it('goes on linking where a change broke off, and links again what the change touched', () => {
    const graph = new AccountGraph(settings);
    for (const at of PATHS) graph.put(readNote(at, TEXTS[3] ?? '', rules));
    graph.put(readNote('Accounts/Norvane/README.md', TEXTS[0] ?? '', rules));
    graph.linkSome(PATHS.length + 4);
    graph.put(readNote('Inbox/2025-11-15 - Norvane.md', TEXTS[4] ?? '', rules));
    while (graph.linkSome(2));
    const homes = PATHS.filter((at) =>
      graph.linksOf(at).links.some(({ evidence }) => evidence[0]?.rule === 'property'),
    );
    expect(homes).toEqual(['Inbox/2025-11-15 - Norvane.md']);
    const copies = PATHS.filter((at) =>
      graph.linksOf(at).links.some(({ evidence }) => evidence.some(({ rule }) => rule === 'same meeting')),
    );
    expect(copies).toContain('Inbox/2025-11-14 - Copy.md');
  });

  it('links a note by all that it says, and says why', () => {
    const graph = new AccountGraph(settings);
    graph.put(readNote('Accounts/Norvane/README.md', '---\ntype: customer\ndomains: [norvane.example]\n---\n', rules));
    graph.put(
      readNote(
        'Accounts/Norvane/2025-11-14 - Norvane call.md',
        '---\naccount: Norvane\ntags: [account/norvane]\nparticipants: "Ana <ana@norvane.example>"\n---\nSee [[Norvane]].\n## Key Facts\n- Norvane grows.\n',
        rules,
      ),
    );
    const [link] = graph.linksOf('Accounts/Norvane/2025-11-14 - Norvane call.md').links;
    expect(link?.closeness).toBe('home');
    expect(link?.evidence).toEqual([
      { rule: 'property', detail: 'Norvane' },
      { rule: 'tag', detail: 'norvane' },
      { rule: 'folder', detail: 'Accounts/Norvane' },
      { rule: 'title', detail: 'Norvane call' },
      { rule: 'participant', detail: 'Ana of Norvane' },
      { rule: 'wikilink', detail: '[[Norvane]]' },
      { rule: 'mention', detail: 'Norvane' },
    ]);
  });
});
