import { addTo } from '../grouping.ts';
import type { AccountMeeting } from '../link/account-graph.ts';
import type { NotePath } from '../vault.ts';
import { areAlike, saysTheSame } from '../wording/compare.ts';
import type { KnownWordings } from '../wording/known-wordings.ts';
import type { Wording } from '../wording/wording.ts';

/** The statements that the notes of one meeting make. */
interface SaidInMeeting {
  readonly positions: number[];
  /** By position the one note that says it; null: several do. */
  readonly onlyPath: Map<number, NotePath | null>;
}

const MOST_CANDIDATES = 200;

/**
 * Tells which statement each of an account's items makes, newest first. An item is compared only with the statements
 * that share one of its rarer words.
 */
export class StatementIndex {
  /** By position. */
  private readonly statements: Wording[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byStem = new Map<string, number[]>();
  private readonly ofMeeting = new Map<AccountMeeting, SaidInMeeting>();

  constructor(
    private readonly nearDuplicates: boolean,
    private readonly wordings: KnownWordings,
  ) {}

  /** The position of the statement that the text makes or repeats. */
  positionOf(text: string, path: NotePath, meeting: AccountMeeting): number {
    const exact = text.toLowerCase();
    const position = this.byText.get(exact) ?? this.placeOf(this.wordings.read(text), path, meeting);
    this.byText.set(exact, position);
    this.said(position, path, meeting);
    return position;
  }

  private placeOf(wording: Wording, path: NotePath, meeting: AccountMeeting): number {
    const known = this.find(wording) ?? this.findInCopies(wording, path, meeting);
    if (known !== undefined) return known;
    const position = this.statements.push(wording) - 1;
    for (const stem of keysOf(wording)) addTo(this.byStem, stem, position);
    return position;
  }

  private said(position: number, path: NotePath, meeting: AccountMeeting): void {
    if (meeting.notes.length < 2) return;
    const said = this.ofMeeting.get(meeting) ?? { positions: [], onlyPath: new Map<number, NotePath | null>() };
    this.ofMeeting.set(meeting, said);
    const known = said.onlyPath.get(position);
    if (known === undefined) said.positions.push(position);
    said.onlyPath.set(position, known === undefined || known === path ? path : null);
  }

  /** Between the copies of one meeting half of the words may differ: two recorders told of the same sentence. */
  private findInCopies(wording: Wording, path: NotePath, meeting: AccountMeeting): number | undefined {
    const said = this.ofMeeting.get(meeting);
    if (!this.nearDuplicates || !said) return undefined;
    const fitting = said.positions.slice(-MOST_CANDIDATES).filter((position) => {
      const statement = this.statements[position];
      return statement && said.onlyPath.get(position) !== path && areAlike(statement, wording);
    });
    return fitting.length === 0 ? undefined : Math.min(...fitting);
  }

  private find(wording: Wording): number | undefined {
    if (!this.nearDuplicates) return undefined;
    const shared = new Map<number, number>();
    for (const stem of keysOf(wording)) {
      const positions = this.byStem.get(stem) ?? [];
      // A word that hundreds of statements hold tells nothing, and looking through them all would cost their square.
      if (positions.length <= MOST_CANDIDATES)
        for (const position of positions) shared.set(position, (shared.get(position) ?? 0) + 1);
    }
    const fitting = shared.size > MOST_CANDIDATES ? sharingMost(shared) : [...shared.keys()];
    return fitting
      .sort((a, b) => a - b)
      .find((position) => {
        const statement = this.statements[position];
        return statement !== undefined && saysTheSame(statement, wording);
      });
  }
}

/** By how many words they share; of those that share as many the newer ones. */
function sharingMost(shared: ReadonlyMap<number, number>): number[] {
  const sorted = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return sorted.slice(0, MOST_CANDIDATES).map(([position]) => position);
}

function keysOf({ distinct, figures }: Wording): readonly string[] {
  return distinct.length > 0 ? distinct : [...new Set(figures)];
}
