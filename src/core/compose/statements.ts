import { addTo } from '../grouping.ts';
import type { Family } from '../families.ts';
import type { AccountMeeting } from '../link/account-graph.ts';
import type { Item } from '../parse/note.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import type { NotePath } from '../vault.ts';
import { disagrees } from '../wording/compare.ts';
import type { KnownWordings } from '../wording/known-wordings.ts';
import type { Wording } from '../wording/wording.ts';
import { hash16 } from '../words.ts';
import type { Recollections } from './recollections.ts';
import { StatementIndex } from './statement-index.ts';

/** One time that something was said. */
export interface Saying {
  readonly item: Item;
  readonly path: NotePath;
  readonly date: PlainDate | null;
  readonly meeting: AccountMeeting;
}

/** Something that is said on a page once, however often and in whatever words the notes say it. */
export interface Statement {
  /** The newest wording. */
  readonly text: string;
  readonly markdown: string;
  /** Newest first. */
  readonly sayings: readonly Saying[];
  /** Worked out when it is asked for. */
  readonly wording: () => Wording;
}

/** Two statements of one account that match but for a number, date or negation, the newer first. */
export interface Disagreement {
  readonly family: Family;
  readonly newer: Statement;
  readonly older: Statement;
}

/** How the items of an account are compared, and what came of it the last time. */
export interface Comparison {
  /** Names the account in `memory`. */
  readonly accountId: string;
  readonly mergeNearDuplicates: boolean;
  readonly wordings: KnownWordings;
  readonly memory: Recollections;
}

/** Marks that a note puts in front of its own lines and that a page sets itself. */
const OWN_MARK = /^(?:[✅❌⚠🚧🔴🟠🟡🟢❗❓]\uFE0F?\s*)+/u;

/** The items of `family` from all meetings, said once each, newest first. */
export function statementsOf(
  meetings: readonly AccountMeeting[],
  family: Family,
  { accountId, mergeNearDuplicates, wordings, memory }: Comparison,
): Statement[] {
  const sayings = sayingsOf(meetings, family);
  const positions = memory.recall(`${family} of ${accountId}`, keyOf(sayings, mergeNearDuplicates), () => {
    const index = new StatementIndex(mergeNearDuplicates, wordings);
    return sayings.map(({ item, path, meeting }) => index.positionOf(textOf(item), path, meeting));
  });
  const grouped: Saying[][] = [];
  sayings.forEach((saying, index) => (grouped[positions[index] ?? index] ??= []).push(saying));
  return grouped.flatMap((group) => statementOf(group, wordings) ?? []);
}

function sayingsOf(meetings: readonly AccountMeeting[], family: Family): Saying[] {
  const sayings = meetings.flatMap((meeting) =>
    meeting.notes.flatMap(({ note, items }) => {
      const own = items.filter((item) => item.family === family && !('status' in item));
      return own.map((item): Saying => ({ item, path: note.path, date: note.date ?? meeting.date, meeting }));
    }),
  );
  // Copies of a meeting may carry another date, so the order of the meetings is not yet that of their items.
  return sayings
    .map((saying, index) => ({ saying, index }))
    .sort((a, b) => compareDates(b.saying.date, a.saying.date) || a.index - b.index)
    .map(({ saying }) => saying);
}

/** All that decides which of the sayings are one statement: their words in their order, and which are copies. */
function keyOf(sayings: readonly Saying[], mergeNearDuplicates: boolean): string {
  const parts = sayings.map(({ item, path, meeting }) =>
    meeting.notes.length < 2 ? item.text : `${item.text}\t${path}\t${meeting.main.note.path}`,
  );
  return hash16(`${String(mergeNearDuplicates)}\n${parts.join('\n')}`);
}

function statementOf(sayings: readonly Saying[], wordings: KnownWordings): Statement | null {
  const newest = sayings[0]?.item;
  if (!newest) return null;
  const text = textOf(newest);
  return {
    text,
    markdown: newest.markdown.replace(OWN_MARK, ''),
    sayings,
    wording: () => wordings.read(text),
  };
}

function textOf({ text }: Item): string {
  return text.replace(OWN_MARK, '');
}

/** Pairs that contradict each other, or of which one has moved on. */
export function disagreementsAmong(
  statements: readonly Statement[],
  family: Family,
  { accountId, memory }: Comparison,
): Disagreement[] {
  const key = hash16(statements.map(({ text }) => text).join('\n'));
  const pairs = memory.recall(`disagreements about ${family} of ${accountId}`, key, () => disagreeing(statements));
  const found: Disagreement[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [newer, older] = [statements[pairs[at] ?? -1], statements[pairs[at + 1] ?? -1]];
    if (newer && older) found.push({ family, newer, older });
  }
  return found;
}

/** The positions of the newer and the older of each pair, one pair after the other. */
function disagreeing(statements: readonly Statement[]): number[] {
  const index = new Map<string, number[]>();
  const pairs: number[] = [];
  statements.forEach(({ wording }, position) => {
    const older = wording();
    // Of three that move on from one to the next, the first and the last are no third disagreement.
    const nearest = (index.get(older.words) ?? []).slice(-MOST_MOVES).reverse();
    const newer = nearest.find((candidate) => {
      const statement = statements[candidate];
      return statement !== undefined && disagrees(statement.wording(), older);
    });
    if (newer !== undefined) pairs.push(newer, position);
    // Statements that disagree hold the same words, so all of them together are the key under which they meet.
    addTo(index, older.words, position);
  });
  return pairs;
}

/** How many statements of the same words are compared for a disagreement: each change of a number is one. */
const MOST_MOVES = 20;
