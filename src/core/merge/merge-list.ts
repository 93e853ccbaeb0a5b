import type { ComposedLine } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { readWording } from '../wording/wording.ts';
import { saysTheSame } from '../wording/compare.ts';
import {
  haveSameFigures,
  isReworded,
  isSaidAgain,
  keyOf,
  once,
  withoutRepeats,
  type LedgerEntry,
  type SectionLedger,
} from './ledger.ts';
import { framed, inOwnOrder, inPersonsOrder, joined, reordered, type Ordered, type Placed } from './list-body.ts';
import {
  bearsEvidence,
  candidateOf,
  isEditedFrom,
  isEditOf,
  isMachineRewording,
  isSame,
  leadsElsewhere,
  notesOf,
  takesPlaceOf,
  wroteLinks,
  type Candidate,
  Existing,
} from './list-line.ts';
import { blocksOf, type PageBlock, type ResolveLink } from './page-blocks.ts';
import { hashesIn, isPersonsLink, linkHashes, pathsByHash, PERSONS_LINKS, type KnownLinks } from './persons-link.ts';

export interface ListMerge {
  /** The section's body as it stands, all after its heading line. */
  readonly body: string;
  /** What was last written; null the first time. */
  readonly ledger: SectionLedger | null;
  /**
   * Where a sync mixed two ledgers, all that they hold, of every section: a line that is missing may then never have
   * arrived, and one that another section wrote was put here by the sync. Else null.
   */
  readonly mixed: readonly LedgerEntry[] | null;
  /** What is to stand there, newest first. */
  readonly lines: readonly ComposedLine[];
  /** What would stand there too, were there no limit. */
  readonly beyondLimit: () => readonly ComposedLine[];
  /** What the same notes say of somebody else. */
  readonly aboutOthers: () => readonly string[];
  /** Whether an older tool wrote the page, so that a line with a counterpart among `lines` gives way to it. */
  readonly generatedPage: boolean;
  readonly eol: string;
  readonly resolve: ResolveLink;
}

export interface MergedSection {
  readonly body: string;
  readonly ledger: SectionLedger;
  readonly kept: number;
  readonly added: number;
  readonly removed: number;
  /** Composed lines that a person removed, or whose place a person's own line has. */
  readonly stayedAway: readonly { readonly line: ComposedLine; readonly because: 'removed' | 'own line' }[];
}

/**
 * Merges a list section. Every block that is not known to be the plugin's own line stays, in its place. Decided in this
 * order:
 *
 * 1. removed: what the record has and the page lacks was taken away by a person; no line about it is wanted.
 * 2. roles: each block is a person's own, or a line of ours that stays, is replaced by a wanted line, or goes.
 * 3. told: a wanted line whose place a person's own line has, by an edit or because it says the same, is not shown.
 * 4. order: ours newest first, each own line behind the line that it stands behind now; or all as a person put it.
 * 5. the new record: what is shown, what a person's edits stand for (held), what is removed.
 *
 * Where devices' records are mixed (`inDoubt`), nothing that is missing counts as removed.
 */
export function mergeList(merge: ListMerge): MergedSection {
  // A word for nothing gives way the first time that a section gets lines; whatever else a person wrote there stays.
  const isFirstTime = (merge.ledger?.written.length ?? 0) + (merge.ledger?.removed.length ?? 0) === 0;
  const givesWay = merge.lines.length > 0 && isFirstTime;
  const { before, blocks, after } = framed(blocksOf(merge.body), merge.eol, givesWay);
  const candidates = merge.lines.map((line) => candidateOf(line));
  const existing = blocks.map((block) => new Existing(block, merge.resolve));
  const memory = new Memory(merge.ledger, existing, candidates, merge.beyondLimit);
  const removed = memory.removed(merge.mixed !== null);
  const isAway = (candidate: Candidate) => removed.some((entry) => memory.isAway(entry, candidate));
  const wanted = candidates.filter((candidate) => !isAway(candidate));

  const typedIn = withPersonsLink(existing, wanted, memory, merge);
  const roles = rolesOf(existing, wanted, memory, typedIn, merge);
  const own = existing.filter((_, index) => roles[index] === 'own');
  const typedOver = wanted.filter(({ entry }) => [...typedIn].some(({ hash }) => hash === entry.content));
  const held = heldFor(own, typedIn, typedOver, memory);
  const inDoubt = merge.ledger === null || merge.mixed !== null;
  const edited = inDoubt
    ? wanted.filter((candidate) => !typedOver.includes(candidate) && own.some((line) => isEditOf(line, candidate)))
    : [];
  const isTold = (candidate: Candidate) =>
    held.some((entry) => memory.isAbout(entry, candidate)) ||
    edited.includes(candidate) ||
    own.some((line) => takesPlaceOf(line, candidate));
  const shown = wanted.filter((candidate) => roles.includes(candidate) || !isTold(candidate));
  const placed = blocks.flatMap((block, index): Placed[] => {
    const role = roles[index];
    if (role === undefined || role === 'gone') return [];
    return [{ block, candidate: role === 'own' ? null : role }];
  });
  const ordered =
    (reordered(existing, merge.ledger) ? inPersonsOrder(placed, shown) : null) ??
    inOwnOrder(placed, shown, merge.ledger === null && merge.generatedPage);
  const standing = new Map<Candidate, PageBlock>();
  for (const { block, candidate } of placed)
    if (candidate && isSame(block, candidate, merge.resolve)) standing.set(candidate, block);
  const entries = [...shown, ...edited].map((candidate) => asItStands(candidate, standing.get(candidate)));
  return {
    body: isUnchanged(ordered, blocks, merge)
      ? merge.body
      : before + joined(ordered, blocks, styleOf(blocks, merge)) + after,
    ledger: { written: without(removed, writtenOf(entries, held, memory, inDoubt)), removed },
    kept: standing.size,
    added: shown.length - standing.size,
    removed:
      roles.filter((role) => role === 'gone').length +
      placed.filter(({ candidate }) => candidate !== null).length -
      standing.size,
    stayedAway: candidates
      .filter((candidate) => !shown.includes(candidate))
      .map((candidate) => ({ line: candidate.line, because: isAway(candidate) ? 'removed' : 'own line' })),
  };
}

/**
 * What a person's lines stand for: as it was remembered, but of lines with words in a link as they are, and that these
 * are a person's.
 */
function heldFor(
  own: readonly Existing[],
  typedIn: ReadonlySet<Existing>,
  typedOver: readonly Candidate[],
  memory: Memory,
): LedgerEntry[] {
  const typedAs = new Set([...typedIn].map(({ hash }) => hash));
  const ofPerson = (entry: LedgerEntry) => ({ ...entry, links: PERSONS_LINKS });
  const remembered = memory.heldBy(own).map((entry) => {
    const now = typedOver.find(({ entry: { key } }) => key === entry.key)?.entry ?? entry;
    return typedAs.has(now.content) ? ofPerson(now) : now;
  });
  return [...remembered, ...typedOver.map(({ entry }) => ofPerson(entry))];
}

/** The app may have given a line that stays another path to the same note. */
function asItStands({ entry }: Candidate, block: PageBlock | undefined): LedgerEntry {
  return block ? { ...entry, links: linkHashes(block.line).join('') } : entry;
}

/**
 * What is remembered of lines that stand on the page, each once: a line that is held may be an earlier state of one that
 * is shown, or what a person's line stands for may be written in just its words now. Another note may say the same in
 * the same words, but not where devices' records are mixed: then nobody knows.
 */
function writtenOf(
  entries: readonly LedgerEntry[],
  held: readonly LedgerEntry[],
  memory: Memory,
  inDoubt: boolean,
): LedgerEntry[] {
  const isKnown = (known: LedgerEntry) =>
    entries.some(
      ({ key, content, trace }) =>
        key === known.key && (inDoubt || trace === known.trace || content === memory.personsLineOf(known)?.hash),
    );
  return withoutRepeats([...entries, ...held.filter((entry) => !isKnown(entry))]);
}

/** What a person took away is remembered as that alone, as it is when the record is read again. */
function without(removed: readonly LedgerEntry[], written: readonly LedgerEntry[]): LedgerEntry[] {
  const away = new Set(removed.map(({ key }) => key));
  return written.filter(({ key }) => !away.has(key));
}

function isUnchanged(
  ordered: readonly Ordered[],
  blocks: readonly PageBlock[],
  { ledger, resolve }: ListMerge,
): boolean {
  if (ordered.length === 0) return blocks.length === 0;
  return (
    ledger !== null &&
    ordered.length === blocks.length &&
    ordered.every(
      ({ block, candidate }, index) =>
        block === blocks[index] && (candidate === null || (block !== null && isSame(block, candidate, resolve))),
    )
  );
}

/** New bullets look as those that stand there, so that Markdown sees one list. */
function styleOf(blocks: readonly PageBlock[], { eol, resolve, generatedPage, ledger }: ListMerge) {
  const marker = /^[-*+]/.exec(blocks.find(({ kind }) => kind === 'bullet')?.source ?? '-')?.[0] ?? '-';
  return { eol, resolve, marker, tightens: generatedPage && ledger === null };
}

/** A section has some tens of lines. Among more than this no edited line is looked for, so that a huge page costs no square. */
const MOST_EDITED = 400;
/** Nobody changes more links between two rebuilds. */
const MOST_CHANGED = 100;
/** No older tool wrote more lines into a section. */
const MOST_OLD_LINES = 1000;

/** What the ledger remembers of a section's lines, held against what stands there and what is to stand there. */
class Memory {
  private readonly said: ReadonlySet<string>;
  private readonly known: ReadonlySet<string>;
  private readonly byContent = new Map<string, LedgerEntry[]>();
  /** The hashes of the bullets that stand there. */
  private readonly hashes: ReadonlySet<string>;
  /** Bullets that the plugin did not write as they stand. */
  private readonly edited: readonly Existing[];
  private readonly edits = new Map<LedgerEntry, Existing | null>();
  private beyond: ReadonlySet<string> | null = null;

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
    if (!haveSameFigures(entry.trace, candidate.entry.trace)) return this.isJust(entry, candidate);
    return this.isAbout(entry, candidate);
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
      (entry) => !this.stands(entry) && !keys.has(entry.key) && this.editOf(entry) === null,
    );
    // A removed line that was reworded at its source is still the removed line: it is known by its new wording from now on.
    const all = [...earlier, ...(inDoubt ? [] : now)].flatMap((entry) => {
      const current = this.candidates
        .filter((candidate) => this.isAway(entry, candidate))
        .map((candidate) => ({ ...candidate.entry, content: entry.content }));
      return [entry, ...current];
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
  return new Memory(ledger, existing, [], () => []).standing();
}

/** The entries that keep the line, or the table's row, away: those of its own, else those of a like wording. */
export function removalsOf(removed: readonly LedgerEntry[], line: ComposedLine): LedgerEntry[] {
  const { entry, keys } = candidateOf(line);
  const own = removed.filter(
    ({ key, content }) => [keyOf(line.text), ...keys].includes(key) || content === entry.content,
  );
  return own.length > 0 ? own : removed.filter(({ trace }) => isReworded(trace, entry.trace));
}

type Role = 'own' | 'gone' | Candidate;

/** What each block of the page is: a person's, a line of ours that goes, or a line of ours that stays or is replaced. */
function rolesOf(
  existing: readonly Existing[],
  wanted: readonly Candidate[],
  memory: Memory,
  typedIn: ReadonlySet<Existing>,
  merge: ListMerge,
): Role[] {
  const { ledger, mixed, generatedPage, resolve } = merge;
  const isOldToolsPage = ledger === null && generatedPage;
  const taken = new Set<Candidate>();
  const take = (candidate: Candidate): Candidate => {
    taken.add(candidate);
    return candidate;
  };
  const writtenAs = new Map(ledger?.written.map((entry) => [entry.content, entry]));
  const removedAs = new Map<string, LedgerEntry[]>();
  for (const entry of ledger?.removed ?? []) addTo(removedAs, entry.content, entry);
  const mixedIn = new Set(mixed?.map(({ content }) => content));
  // A line to which a person added is theirs. Where a sync left a bare copy of it, that one says nothing of its own.
  const addedTo = new Set(existing.filter(({ block }) => block.hasMore).map(({ hash }) => hash));
  const replaced: (readonly LedgerEntry[])[] = existing.map(() => []);
  const exact = existing.map((line, index): Role => {
    if (line.block.kind !== 'bullet' || line.block.hasMore || typedIn.has(line)) return 'own';
    const same = wanted.find(({ entry }) => entry.content === line.hash);
    const isKnown = writtenAs.has(line.hash) || removedAs.has(line.hash) || mixed !== null || isOldToolsPage;
    // What a person may type just so; with a link to the meeting that says it, it is the plugin's.
    if (same && !isKnown && !bearsEvidence(same.line)) return 'own';
    // The app renamed the note, and a new one has its name.
    const isRenamed = same && leadsElsewhere(line, same, resolve) && !wroteLinks(line, ledger);
    const ofNote = isRenamed ? lineOfNote(line, wanted) : undefined;
    if (ofNote) return taken.has(ofNote) ? 'gone' : take(ofNote);
    if (same) return taken.has(same) || addedTo.has(line.hash) ? 'gone' : take(same);
    const written = writtenAs.get(line.hash);
    replaced[index] = written ? [written] : (removedAs.get(line.hash) ?? []);
    // A line that was removed and stands there again was put back by a person.
    return written || mixedIn.has(line.hash) ? 'gone' : 'own';
  });
  // A line whose source was reworded is replaced where it stands, so that what a person set below it stays below it.
  const roles = exact.map((role, index): Role => {
    const entries = replaced[index] ?? [];
    if (entries.length === 0) return role;
    const free = wanted.filter((candidate) => !taken.has(candidate) && !addedTo.has(candidate.entry.content));
    const next =
      free.find(({ keys }) => entries.some(({ key }) => keys.includes(key))) ??
      free.find((candidate) => entries.some((entry) => memory.isAbout(entry, candidate)));
    return next ? take(next) : role;
  });
  return !isOldToolsPage || existing.length > MOST_OLD_LINES
    ? roles
    : rolesOnOldToolsPage(existing, roles, wanted, taken, merge);
}

/**
 * Whether a line in the candidate's words has a link that a person set to another note. Where that note has a line itself,
 * the app renamed it.
 */
function leadsAway(
  line: Existing,
  same: Candidate,
  wanted: readonly Candidate[],
  { ledger, resolve }: Pick<ListMerge, 'ledger' | 'resolve'>,
): boolean {
  return leadsElsewhere(line, same, resolve) && !wroteLinks(line, ledger) && !lineOfNote(line, wanted);
}

function lineOfNote({ note }: Existing, wanted: readonly Candidate[]): Candidate | undefined {
  return wanted.find(({ line: { key } }) => key !== null && key === note);
}

/** Lines, ours but for that, whose links a person changed. */
function withPersonsLink(
  existing: readonly Existing[],
  wanted: readonly Candidate[],
  memory: Memory,
  { ledger, lines, beyondLimit, mixed, resolve }: ListMerge,
): ReadonlySet<Existing> {
  const wantedAs = new Map(wanted.map((candidate) => [candidate.entry.content, candidate]));
  // A sync, or a heading that is none any more, may have put another section's lines here.
  const elsewhere = new Map<string, LedgerEntry[]>();
  for (const entry of mixed ?? []) addTo(elsewhere, entry.content, entry);
  const entriesOf = (hash: string) => elsewhere.get(hash) ?? memory.entriesOf(hash);
  const isSuspect = ({ block, paths, hash }: Existing) => {
    if (block.hasMore || paths.length === 0) return false;
    const entries = entriesOf(hash);
    if (entries.length === 0) return wantedAs.has(hash);
    const links = linkHashes(block.line).join('');
    return entries.every((entry) => entry.links !== links);
  };
  const suspects = existing.filter((line) => isSuspect(line)).slice(0, MOST_CHANGED);
  if (suspects.length === 0) return new Set();
  const all = [...lines, ...beyondLimit()];
  const known: KnownLinks = {
    now: pathsByHash(all.map(({ markdown }) => markdown)),
    then: new Set(mixed?.flatMap(({ links }) => hashesIn(links))),
    notes: [...new Set(all.flatMap((line) => notesOf(line)))],
    isMixed: mixed !== null,
    resolve,
  };
  const isPersons = (line: Existing) => {
    const { paths, hash } = line;
    const same = wantedAs.get(hash);
    if (same && leadsAway(line, same, wanted, { ledger, resolve })) return true;
    const entries = entriesOf(hash);
    // A line about a meeting or person that leads to another one of them is theirs: the app renamed the note.
    const sources = entries.some(({ trace }) => trace === '') ? known.notes : (same?.sources ?? []);
    const of = { entries, wanted: hashesIn(same?.entry.links ?? ''), sources };
    return paths.some((path, index) => isPersonsLink({ ...of, path, index }, known));
  };
  return new Set(suspects.filter((line) => isPersons(line)));
}

/**
 * The first time on a page that an older tool wrote: lines that say what a new line says make room for it, and what
 * that tool said twice is said once.
 */
function rolesOnOldToolsPage(
  existing: readonly Existing[],
  roles: readonly Role[],
  wanted: readonly Candidate[],
  taken: Set<Candidate>,
  { aboutOthers, beyondLimit }: ListMerge,
): Role[] {
  const others = aboutOthers().map((text) => readWording(text));
  const tooMany = beyondLimit().map((line) => candidateOf(line));
  const left: Existing[] = [];
  return roles.map((role, index) => {
    const line = existing[index];
    if (role !== 'own' || line?.block.kind !== 'bullet' || line.block.hasMore) return role;
    const counterpart =
      wanted.find((candidate) => takesPlaceOf(line, candidate)) ??
      wanted.find((candidate) => isMachineRewording(line, candidate));
    if (!counterpart) {
      if (tooMany.some((candidate) => takesPlaceOf(line, candidate) || isMachineRewording(line, candidate)))
        return 'gone';
      if (others.some((other) => line.words() !== '' && saysTheSame(line.wording(), other))) return 'gone';
      if (left.some((other) => line.words() !== '' && saysTheSame(line.wording(), other.wording()))) return 'gone';
      left.push(line);
      return 'own';
    }
    if (taken.has(counterpart)) return 'gone';
    taken.add(counterpart);
    return counterpart;
  });
}
