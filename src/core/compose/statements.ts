import { addTo } from '../grouping.ts';
import type { Family } from '../families.ts';
import type { AccountMeeting } from '../link/account-graph.ts';
import type { Item } from '../parse/note.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import type { NotePath } from '../vault.ts';
import { areAlike, disagrees, saysTheSame } from '../wording/compare.ts';
import type { KnownWordings } from '../wording/known-wordings.ts';
import type { Wording } from '../wording/wording.ts';

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
  readonly wording: Wording;
}

/** Two statements of one account that match but for a number, date or negation, the newer first. */
export interface Disagreement {
  readonly family: Family;
  readonly newer: Statement;
  readonly older: Statement;
}

/** Marks that a note puts in front of its own lines and that a page sets itself. */
const OWN_MARK = /^(?:[✅❌⚠🚧🔴🟠🟡🟢❗❓]\uFE0F?\s*)+/u;

/** The items of `family` from all meetings, said once each, newest first. */
export function statementsOf(
  meetings: readonly AccountMeeting[],
  family: Family,
  mergeNearDuplicates: boolean,
  wordings: KnownWordings,
): Statement[] {
  const sayings = meetings.flatMap((meeting) =>
    meeting.notes.flatMap(({ note, items }) => {
      const own = items.filter((item) => item.family === family && !('status' in item));
      return own.map((item): Saying => ({ item, path: note.path, date: note.date ?? meeting.date, meeting }));
    }),
  );
  // Copies of a meeting may carry another date, so the order of the meetings is not yet that of their items.
  const newestFirst = sayings
    .map((saying, index) => ({ saying, index }))
    .sort((a, b) => compareDates(b.saying.date, a.saying.date) || a.index - b.index);
  const index = new StatementIndex(mergeNearDuplicates, wordings);
  for (const { saying } of newestFirst) index.add(saying);
  return index.statements;
}

/** Pairs that contradict each other, or of which one has moved on. */
export function disagreementsAmong(statements: readonly Statement[], family: Family): Disagreement[] {
  const index = new Map<string, number[]>();
  const found: Disagreement[] = [];
  statements.forEach((statement, position) => {
    const stems = new Set(statement.wording.stems);
    const key = rarestKey(stems);
    // Of three that move on from one to the next, the first and the last are no third disagreement.
    const nearest = (index.get(key) ?? [])
      .slice(-MOST_MOVES)
      .reverse()
      .map((candidate) => statements[candidate]);
    const newer = nearest.find(
      (candidate) => candidate !== undefined && disagrees(candidate.wording, statement.wording),
    );
    if (newer) found.push({ family, newer, older: statement });
    addTo(index, key, position);
  });
  return found;
}

/** Statements that disagree hold the same words, so all of them together are the key under which they meet. */
function rarestKey(stems: ReadonlySet<string>): string {
  return [...stems].sort().join(' ');
}

/** The statements that the notes of one meeting make. */
interface SaidInMeeting {
  readonly positions: number[];
  /** By position the one note that says it; null: several do. */
  readonly onlyPath: Map<number, NotePath | null>;
}

/** Finds the statement that an item repeats, looking only at those that share one of its rarer words. */
class StatementIndex {
  readonly statements: (Statement & { readonly sayings: Saying[] })[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byStem = new Map<string, number[]>();
  private readonly ofMeeting = new Map<AccountMeeting, SaidInMeeting>();

  constructor(
    private readonly nearDuplicates: boolean,
    private readonly wordings: KnownWordings,
  ) {}

  add(saying: Saying): void {
    const text = saying.item.text.replace(OWN_MARK, '');
    const exact = text.toLowerCase();
    const repeated = this.byText.get(exact);
    if (repeated !== undefined) return this.said(repeated, saying);
    const wording = this.wordings.read(text);
    const known = this.find(wording) ?? this.findInCopies(wording, saying);
    const position = known ?? this.statements.length;
    this.byText.set(exact, position);
    if (known !== undefined) return this.said(known, saying);
    this.statements.push({ text, markdown: saying.item.markdown.replace(OWN_MARK, ''), sayings: [], wording });
    this.said(position, saying);
    for (const stem of new Set(keysOf(wording))) addTo(this.byStem, stem, position);
  }

  private said(position: number, saying: Saying): void {
    this.statements[position]?.sayings.push(saying);
    const { meeting, path } = saying;
    if (meeting.notes.length < 2) return;
    const said = this.ofMeeting.get(meeting) ?? { positions: [], onlyPath: new Map<number, NotePath | null>() };
    this.ofMeeting.set(meeting, said);
    const known = said.onlyPath.get(position);
    if (known === undefined) said.positions.push(position);
    said.onlyPath.set(position, known === undefined || known === path ? path : null);
  }

  /** Between the copies of one meeting half of the words may differ: two recorders told of the same sentence. */
  private findInCopies(wording: Wording, { meeting, path }: Saying): number | undefined {
    const said = this.ofMeeting.get(meeting);
    if (!this.nearDuplicates || !said) return undefined;
    const fitting = said.positions.slice(-MOST_CANDIDATES).filter((position) => {
      const statement = this.statements[position];
      return statement && said.onlyPath.get(position) !== path && areAlike(statement.wording, wording);
    });
    return fitting.length === 0 ? undefined : Math.min(...fitting);
  }

  private find(wording: Wording): number | undefined {
    if (!this.nearDuplicates) return undefined;
    const shared = new Map<number, number>();
    for (const stem of new Set(keysOf(wording))) {
      const positions = this.byStem.get(stem) ?? [];
      // A word that hundreds of statements hold tells nothing, and looking through them all would cost their square.
      if (positions.length <= MOST_CANDIDATES)
        for (const position of positions) shared.set(position, (shared.get(position) ?? 0) + 1);
    }
    const fitting = (shared.size > MOST_CANDIDATES ? sharingMost(shared) : [...shared.keys()]).sort((a, b) => a - b);
    return fitting.find((position) => {
      const statement = this.statements[position];
      return statement !== undefined && saysTheSame(statement.wording, wording);
    });
  }
}

/** By how many words they share; of those that share as many the newer ones. */
function sharingMost(shared: ReadonlyMap<number, number>): number[] {
  const sorted = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return sorted.slice(0, MOST_CANDIDATES).map(([position]) => position);
}

const MOST_CANDIDATES = 200;
/** How many statements of the same words are compared for a disagreement: each change of a number is one. */
const MOST_MOVES = 20;

function keysOf({ stems, figures }: Wording): readonly string[] {
  return stems.length > 0 ? stems : figures;
}
