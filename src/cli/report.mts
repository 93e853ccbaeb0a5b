import { createTwoFilesPatch } from 'diff';
import type { ActionItem } from '../core/compose/action-items.ts';
import type { Account } from '../core/link/directory.ts';
import type { Evidence } from '../core/link/evidence.ts';
import type { UnplacedNote } from '../core/link/unplaced-notes.ts';
import type { Problem } from '../core/problem.ts';
import type { Settings } from '../core/settings.ts';
import type { Rebuild, RebuiltPage } from '../core/write/account-vault.ts';
import type { Explanation, LeftOutBecause } from '../core/write/explain-page.ts';

/** `rebuild --json`: one object, in the form that the documentation promises. */
export function rebuildJson({ pages, problems }: Rebuild): object {
  return {
    pages: pages.map((page) => ({
      account: page.account.name,
      path: page.path,
      changed: page.changed,
      sections: Object.fromEntries(
        page.sections.map(({ heading, merged }) => [
          heading,
          { kept: merged.kept, added: merged.added, removed: merged.removed },
        ]),
      ),
      disagreements: page.composed.disagreements.map(({ family, newer, older }) => ({
        family,
        newer: saidIn(newer),
        older: saidIn(older),
      })),
    })),
    problems: problems.map(problemJson),
  };
}

function saidIn({ text, sayings }: RebuiltPage['composed']['disagreements'][number]['newer']): object {
  const newest = sayings[0];
  return { text, path: newest?.path ?? null, line: newest?.item.line ?? null, date: newest?.date ?? null };
}

/** What a rebuild did, for a person. */
export function rebuildText({ pages, problems }: Rebuild, written: boolean): string {
  const changed = pages.filter((page) => page.changed);
  const lines = changed.flatMap((page) => {
    const sections = page.sections.flatMap(({ heading, merged }) => sectionText(heading, merged));
    // Then only the record changed: it remembers what a person did to the lines.
    return [
      `${page.account.name}  ${page.path}`,
      ...(sections.length > 0 ? sections : ['  your own changes are noted']),
    ];
  });
  const verb = written ? 'changed' : 'would change';
  lines.push(`${String(changed.length)} of ${count(pages.length, 'page')} ${verb}.${problemHint(problems)}`);
  return lines.join('\n');
}

function sectionText(
  heading: string,
  { kept, added, removed }: { kept: number; added: number; removed: number },
): string[] {
  if (added + removed === 0) return [];
  const parts = [
    added > 0 ? `+${String(added)}` : '',
    removed > 0 ? `−${String(removed)}` : '',
    kept > 0 ? `(${String(kept)} as before)` : '',
  ];
  return [`  ${heading.padEnd(16)} ${parts.filter((part) => part !== '').join(' ')}`];
}

function problemHint(problems: readonly Problem[]): string {
  return problems.length === 0 ? '' : ` ${count(problems.length, 'problem')} found: see “account-pages problems”.`;
}

/** What would change on a page, as a unified diff. */
export function diffText({ path, before, after }: RebuiltPage): string {
  return diffOf(path, before, after);
}

export function diffOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })
    .replace(/^=+\n/, '')
    .trimEnd();
}

/** A problem in words, for all commands that have it as JSON. */
export function problemJson(problem: Problem): object {
  return Object.fromEntries(Object.entries(problem).filter(([key]) => key !== 'values'));
}

/** `actions --json`. */
export function actionJson(item: ActionItem): object {
  const { path, line } = item.places[0];
  const { account, text, owners, due, priority, status, done } = item;
  return { account: account.name, path, line, text, owners, due, priority, status: status ?? '', done };
}

/** `[ ] Send the plan · Ana Ruiz · due 2026-01-09 · high`, with where it stands. */
export function actionText({ text, owners, due, priority, status, places, recurrence }: ActionItem): string {
  const { path, line } = places[0];
  const parts = [
    text,
    owners.join(', '),
    due === null ? '' : `due ${due}`,
    priority === 'normal' ? '' : priority,
    recurrence === null ? '' : `repeats ${recurrence}`,
    places.length > 1 ? `in ${String(places.length)} notes` : '',
  ];
  return `  [${status ?? ' '}] ${parts.filter((part) => part !== '').join(' · ')}\n      ${path}:${String(line)}`;
}

/** For each line its sources, then for each meeting what is not on the page. */
export function explainText({
  account,
  path,
  lines,
  meetings,
}: Explanation & { account: string; path: string }): string {
  const why = (evidence: readonly Evidence[]) =>
    evidence.map(({ rule, detail }) => (rule === 'mention' ? 'it is named' : `${rule} (${detail})`)).join(', ');
  const line = ({ section, line: text, sources }: Explanation['lines'][number]) => [
    `  ${section}: ${text}`,
    ...sources.map(
      (source) =>
        `    from ${source.path}${source.line === null ? '' : `:${String(source.line)}`}${source.wording === null ? '' : ` “${source.wording}”`}\n      linked by ${why(source.evidence)}`,
    ),
  ];
  const meeting = ({ path: note, date, evidence, leftOut }: Explanation['meetings'][number]) => [
    `  ${date ?? 'undated'} ${note} (linked by ${why(evidence)})`,
    ...leftOut.map((item) => `    left out, ${leftOutText(item.because)}: ${String(item.line)}: ${item.text}`),
  ];
  return [
    `${account}  ${path}`,
    '',
    'Lines',
    ...lines.flatMap((entry) => line(entry)),
    '',
    'Meetings',
    ...meetings.flatMap((entry) => meeting(entry)),
    '',
  ].join('\n');
}

function leftOutText(because: LeftOutBecause): string {
  if (because === 'no section for its heading') return 'its heading is none of the page’s';
  if (because === 'no checkbox')
    return 'it has no checkbox: “Take plain bullets as tasks” takes bullets without one, but no table rows';
  return because;
}

export function noAccountsText({ accountFolders }: Settings): string {
  return `No accounts found. Pages lie in folders named ${accountFolders.join(', ')}, or have “type: customer”.`;
}

export function noPagesText(accounts: readonly Account[]): string {
  const names = accounts.map(({ name }) => `“${name}”`);
  return `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no page yet: make one with “Create account page” in the app, or a note README.md with “type: customer” in the account’s folder.`;
}

/** Notes that are on no page, each with the reason. */
export function unplacedText(notes: readonly UnplacedNote[]): string {
  return ['Notes on no page', ...notes.map((note) => `  ${note.path}: ${reasonText(note)}`), ''].join('\n');
}

function reasonText({ because, names }: UnplacedNote): string {
  const quoted = names.map((name) => `“${name}”`).join(', ');
  if (because === 'no date') return 'it has no date, by which a meeting note is known';
  if (because === 'no page') return `it is about ${quoted}, without a page`;
  return names.length === 0 ? 'it names no account' : `it names ${quoted}, and no account is called so`;
}

export function problemText({ path, line, code, message, fix }: Problem): string {
  return `${path}${line === null ? '' : `:${String(line)}`}  ${code}\n  ${message}\n  ${fix}`;
}

export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
