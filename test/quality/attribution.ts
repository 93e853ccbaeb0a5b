import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccountGraph } from '../../src/core/link/account-graph.ts';
import type { AccountLink, Evidence } from '../../src/core/link/evidence.ts';
import { readNote, readingRules } from '../../src/core/parse/read-note.ts';
import { readSettings } from '../../src/core/settings.ts';
import { parseYaml } from '../memory-vault.ts';
import { below, share, type Figures } from './figures.ts';

interface Label {
  readonly note: string;
  readonly line: number;
  readonly text: string;
  readonly accounts: readonly string[];
  readonly home: boolean;
}

interface Given {
  readonly label: Label;
  readonly account: string;
  readonly rule: Evidence['rule'] | 'none';
  readonly home: boolean;
  readonly right: boolean;
}

const VAULT = 'fixtures/attribution/vault';
const SETTINGS = { ownCompany: ['Larkfield'], ownNames: ['Robin Hale'] };

/** Attribution: which account each labelled bullet of a meeting note is given to, and by which evidence. */
export function attributionFigures(all: boolean): Figures {
  const labels = JSON.parse(readFileSync('fixtures/attribution/labels.json', 'utf8')) as Label[];
  const graph = graphOf(VAULT);
  const given = labels.flatMap((label) => givenTo(label, graph));
  const missed = labels.flatMap((label) =>
    label.accounts
      .filter((account) => !given.some((one) => one.label === label && one.account === account))
      .map((account) => ({ label, account })),
  );
  const wanted = labels.reduce((sum, label) => sum + label.accounts.length, 0);
  const right = given.filter((one) => one.right);
  const home = given.filter((one) => one.home);
  const rules = [...new Set(given.map(({ rule }) => rule))].sort();
  const text = [
    `Attribution: ${String(labels.length)} bullets and tasks over ${String(new Set(labels.flatMap(({ accounts }) => accounts)).size)} accounts`,
    `  all         precision ${share(right.length, given.length)}  recall ${share(wanted - missed.length, wanted)}`,
    `  home notes  precision ${share(home.filter((one) => one.right).length, home.length)}`,
    ...rules.map((rule) => {
      const of = given.filter((one) => one.rule === rule);
      return `  by ${rule.padEnd(16)} ${String(of.length).padStart(3)} given  precision ${share(of.filter((one) => one.right).length, of.length)}  of all that were to be given ${share(of.filter((one) => one.right).length, wanted)}`;
    }),
    ...(all
      ? given
          .filter((one) => !one.right)
          .map(
            ({ label, account, rule }) =>
              `  wrongly given to ${account} by ${rule}: ${label.note}:${String(label.line)} ${label.text}`,
          )
      : []),
    ...(all
      ? missed.map(
          ({ label, account }) => `  not given to ${account}: ${label.note}:${String(label.line)} ${label.text}`,
        )
      : []),
  ].join('\n');
  return {
    text,
    missed: [
      ...below('precision of home notes', home.filter((one) => one.right).length, home.length, 1),
      ...below('precision of attribution', right.length, given.length, 0.98),
      ...below('recall of attribution', wanted - missed.length, wanted, 0.95),
    ],
  };
}

function givenTo(label: Label, graph: AccountGraph): Given[] {
  return graph.accounts().flatMap((account) => {
    const notes = graph.meetingsOf(account).flatMap(({ notes: all }) => all);
    const note = notes.find((candidate) => candidate.note.path === label.note);
    const isThere = note && [...note.entry.items, ...note.entry.tasks].some(({ line }) => line === label.line);
    if (!isThere) return [];
    const { link } = note.entry;
    return [
      {
        label,
        account: account.name,
        rule: strongest(link),
        home: link.closeness === 'home',
        right: label.accounts.includes(account.name),
      },
    ];
  });
}

function strongest({ evidence }: AccountLink): Given['rule'] {
  return evidence[0]?.rule ?? 'none';
}

function graphOf(folder: string): AccountGraph {
  const { settings } = readSettings(SETTINGS, '');
  const rules = readingRules(settings, parseYaml);
  const graph = new AccountGraph(settings);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )) {
    const path = file.split('\\').join('/');
    graph.put(readNote(path, readFileSync(join(folder, file), 'utf8'), rules));
  }
  return graph;
}
