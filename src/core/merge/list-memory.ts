import type { ComposedLine } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { asRemoved, once, type LedgerEntry, type SectionLedger } from './ledger.ts';
import { candidateOf, Existing, isEditedFrom, restHash, type Candidate } from './list-line.ts';
import { blocksOf, type ResolveLink } from './page-blocks.ts';
import { keyOf } from './short-hash.ts';
import { haveSameFigures, isReworded, isSaidAgain } from './trace.ts';

/** A section has some tens of lines. Among more than this no edited line is looked for, so that a huge page costs no square. */
const MOST_EDITED = 400;

/** What the ledger remembers of a section's lines, held against what stands there and what is to stand there. */
export class ListMemory {
  private readonly said: ReadonlySet<string>;
  private readonly known: ReadonlySet<string>;
  private readonly byContent = new Map<string, LedgerEntry[]>();
  private readonly removedByContent = new Map<string, LedgerEntry[]>();
  /** The hashes of the bullets that stand there. */
  private readonly hashes: ReadonlySet<string>;
  /** Bullets that the plugin did not write as they stand. */
  private readonly edited: readonly Existing[];
  private readonly edits = new Map<LedgerEntry, Existing | null>();
  private beyond: ReadonlySet<string> | null = null;
  private lost: boolean | null = null;

  constructor(
    readonly ledger: SectionLedger | null,
    existing: readonly Existing[],
    private readonly candidates: readonly Candidate[],
    private readonly beyondLimit: () => readonly ComposedLine[],
  ) {
    this.said = new Set(candidates.flatMap(({ keys }) => keys));
    const { written, removed } = ledger ?? { written: [], removed: [] };
    this.known = new Set([...written, ...removed].map(({ key }) => key));
    for (const entry of written) addTo(this.byContent, entry.content, entry);
    for (const entry of removed) addTo(this.removedByContent, entry.content, entry);
    const bullets = existing.filter(({ block }) => block.kind === 'bullet');
    this.hashes = new Set(bullets.map(({ hash }) => hash));
    this.edited = bullets.filter((line) => {
      const entry = this.entriesOf(line.hash).at(-1);
      // The words of one meeting's line with the link of another's are no line of ours.
      return !entry || (entry.trace === '' && !line.hasKey(entry.key));
    });
  }

  /**
   * Whether a candidate says what the entry's line said. In other words it can only be that where the notes no longer
   * say the one, and never said the other before: two like facts of one note are two facts.
   */
  isAbout(entry: LedgerEntry, candidate: Candidate): boolean {
    const { key, trace } = candidate.entry;
    if (this.isJust(entry, candidate)) return true;
    return !this.said.has(entry.key) && !this.known.has(key) && isSaidAgain(entry.trace, trace) && !this.isSaid(entry);
  }

  /** Whether a candidate says what the person removed: another number is no other wording of it. */
  isAway(entry: LedgerEntry, candidate: Candidate): boolean {
    if (this.isRenamed(entry, candidate)) return true;
    if (!haveSameFigures(entry.trace, candidate.entry.trace)) return this.isJust(entry, candidate);
    return this.isAbout(entry, candidate);
  }

  /** Whether it is the line about a meeting whose note had another name when the person removed it. */
  private isRenamed({ key, links }: LedgerEntry, { entry, line }: Candidate): boolean {
    return links !== '' && !this.said.has(key) && !this.known.has(entry.key) && links === restHash(line);
  }

  private isJust(entry: LedgerEntry, { entry: { content }, keys }: Candidate): boolean {
    return keys.includes(entry.key) || entry.content === content;
  }

  /** Whether the notes say it still, if only beyond the section's limit. */
  private isSaid({ key }: LedgerEntry): boolean {
    this.beyond ??= new Set(this.beyondLimit().flatMap((line) => candidateOf(line).keys));
    return this.beyond.has(key);
  }

  /** Entries that the ledger has and the page lacks: a person removed them. One that stands there again is back. */
  removed(inDoubt: boolean): LedgerEntry[] {
    if (!this.ledger) return [];
    const earlier = this.ledger.removed.filter((entry) => !this.stands(entry));
    // Two devices may have remembered two states of one line, or two notes' like words, of which only one line is made.
    const keys = new Set(this.ledger.written.filter((entry) => this.stands(entry)).map(({ key }) => key));
    const now = this.ledger.written.filter(
      (entry) =>
        !this.stands(entry) &&
        !keys.has(entry.key) &&
        this.editOf(entry) === null &&
        // A note or person that is gone took the line along, and another may get the name.
        (entry.trace !== '' || this.said.has(entry.key) || this.isSaid(entry)),
    );
    // A removed line that was reworded at its source is still the removed line: it is known by its new wording from now on.
    const all = [...earlier, ...(inDoubt ? [] : now.map((entry) => asRemoved(entry)))].flatMap((entry) => {
      const current = this.candidates.filter((candidate) => this.isAway(entry, candidate));
      const same = current.find(({ keys }) => keys.includes(entry.key));
      return [
        // The note may have been renamed or moved since.
        same ? { ...entry, trace: same.entry.trace, links: restHash(same.line) } : entry,
        ...current.map(({ entry: one, line }) => ({ ...one, content: entry.content, links: restHash(line) })),
      ];
    });
    return once(all);
  }

  /** Entries whose lines a person made their own, by an edit or by adding to them. As long as these stand they are kept. */
  heldBy(own: readonly Existing[]): LedgerEntry[] {
    const lines = new Set(own);
    const hashes = new Set(own.filter(({ block }) => block.kind === 'bullet').map(({ hash }) => hash));
    return (this.ledger?.written ?? []).filter((entry) => {
      if (hashes.has(entry.content)) return true;
      const edit = this.personsLineOf(entry);
      return edit !== null && lines.has(edit);
    });
  }

  /** Entries whose lines are there, as they were written or as a person made them. */
  standing(): LedgerEntry[] {
    return (this.ledger?.written ?? []).filter((entry) => this.stands(entry) || this.editOf(entry) !== null);
  }

  /** The line that a person made of one that does not stand there as it was written. */
  personsLineOf(entry: LedgerEntry): Existing | null {
    return this.stands(entry) ? null : this.editOf(entry);
  }

  /** What is remembered of lines that were written as one with this hash stands. */
  entriesOf(hash: string): readonly LedgerEntry[] {
    return this.byContent.get(hash) ?? [];
  }

  /** What is remembered of removed lines with this hash. */
  removedAs(hash: string): readonly LedgerEntry[] {
    return this.removedByContent.get(hash) ?? [];
  }

  /** Whether a line about a note or person is missing who has that name no more: the app may have renamed the note. */
  hasLost(): boolean {
    this.lost ??= (this.ledger?.written ?? []).some(
      (entry) => entry.trace === '' && !this.stands(entry) && !this.said.has(entry.key),
    );
    return this.lost;
  }

  private stands(entry: LedgerEntry): boolean {
    return this.hashes.has(entry.content);
  }

  /** The line that a person made of the entry's line; none that the plugin wrote itself. */
  private editOf(entry: LedgerEntry): Existing | null {
    const known = this.edits.get(entry);
    if (known !== undefined) return known;
    const edit = this.edited.slice(0, MOST_EDITED).find((line) => isEditedFrom(line, entry)) ?? null;
    this.edits.set(entry, edit);
    return edit;
  }
}

/** The entries whose lines stand in a section's body, also as a person changed them. */
export function entriesOfLines(body: string, ledger: SectionLedger, resolve: ResolveLink): LedgerEntry[] {
  const existing = blocksOf(body).map((block) => new Existing(block, resolve));
  return new ListMemory(ledger, existing, [], () => []).standing();
}

/** The entries that keep the line, or the table's row, away: those of its own, else those of a like wording. */
export function removalsOf(removed: readonly LedgerEntry[], line: ComposedLine): LedgerEntry[] {
  const { entry, keys } = candidateOf(line);
  const own = removed.filter(
    ({ key, content }) => [keyOf(line.text), ...keys].includes(key) || content === entry.content,
  );
  return own.length > 0 ? own : removed.filter(({ trace }) => isReworded(trace, entry.trace));
}
