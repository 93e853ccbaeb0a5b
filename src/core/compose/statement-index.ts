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
  /** By position, how many words are shared with the item that is looked at; all zero between two items. */
  private readonly shared: number[] = [];

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
    this.shared.push(0);
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
    return this.sharing(keysOf(wording)).find((position) => {
      const statement = this.statements[position];
      return statement !== undefined && saysTheSame(statement, wording);
    });
  }

  /** The positions of statements that hold some of the words; of too many those with the most, and the newer ones. */
  private sharing(stems: readonly string[]): number[] {
    const { shared } = this;
    const met: number[] = [];
    for (const stem of stems) {
      const positions = this.byStem.get(stem) ?? [];
      // A word that hundreds of statements hold tells nothing, and looking through them all would cost their square.
      if (positions.length > MOST_CANDIDATES) continue;
      for (const position of positions) {
        const before = shared[position] ?? 0;
        if (before === 0) met.push(position);
        shared[position] = before + 1;
      }
    }
    const most =
      met.length <= MOST_CANDIDATES
        ? met
        : met.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b).slice(0, MOST_CANDIDATES);
    for (const position of met) shared[position] = 0;
    return most.sort((a, b) => a - b);
  }
}

function keysOf({ distinct, figures }: Wording): readonly string[] {
  return distinct.length > 0 ? distinct : [...new Set(figures)];
}
