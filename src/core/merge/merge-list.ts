import type { ComposedLine } from '../compose/account-page.ts';
import { readWording } from '../wording/wording.ts';
import { saysTheSame } from '../wording/compare.ts';
import { withoutRepeats, type LedgerEntry, type SectionLedger } from './ledger.ts';
import { framed, inOwnOrder, inPersonsOrder, joined, reordered, type Ordered, type Placed } from './list-body.ts';
import {
  bearsEvidence,
  candidateOf,
  isEditOf,
  isMachineRewording,
  isSame,
  leadsElsewhere,
  takesPlaceOf,
  withoutName,
  wroteLinks,
  type Candidate,
  Existing,
} from './list-line.ts';
import { ListMemory } from './list-memory.ts';
import { blocksOf, type PageBlock, type ResolveLink } from './page-blocks.ts';
import { lineOfNote, PERSONS_LINKS, withPersonsLink } from './persons-link.ts';
import { linkHashes } from './short-hash.ts';
import { traceFrom } from './trace.ts';

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
  const memory = new ListMemory(merge.ledger, existing, candidates, merge.beyondLimit);
  const removed = memory.removed(merge.mixed !== null);
  const isAway = (candidate: Candidate) => removed.some((entry) => memory.isAway(entry, candidate));
  const wanted = candidates.filter((candidate) => !isAway(candidate));

  const relinked = withPersonsLink(existing, wanted, memory, merge);
  const roles = rolesOf(existing, wanted, memory, relinked, merge);
  const own = existing.filter((_, index) => roles[index] === 'own');
  const saidRelinked = wanted.filter(({ entry }) => [...relinked].some(({ hash }) => hash === entry.content));
  const held = heldFor(own, relinked, wanted, saidRelinked, memory);
  const inDoubt = merge.ledger === null || merge.mixed !== null;
  const edited = inDoubt
    ? wanted.filter((candidate) => !saidRelinked.includes(candidate) && own.some((line) => isEditOf(line, candidate)))
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
  relinked: ReadonlySet<Existing>,
  wanted: readonly Candidate[],
  saidRelinked: readonly Candidate[],
  memory: ListMemory,
): LedgerEntry[] {
  const relinkedAs = new Set([...relinked].map(({ hash }) => hash));
  const ofPerson = (entry: LedgerEntry) => ({ ...entry, links: PERSONS_LINKS });
  const sources = new Set(wanted.flatMap((candidate) => candidate.sources));
  const traced = new Set([...sources].map((note) => traceFrom('', note)));
  const remembered = memory.heldBy(own).map((entry) => {
    const now = saidRelinked.find(({ entry: { key } }) => key === entry.key)?.entry ?? entry;
    if (relinkedAs.has(now.content)) return ofPerson(now);
    // Where no note that says something here is the line's, its note was renamed or moved: it is the one that it links to.
    if (now.trace === '' || traced.has(now.trace.slice(0, 2))) return now;
    const line = memory.personsLineOf(entry) ?? own.find(({ hash }) => hash === entry.content);
    const source = line?.notes.find((note) => sources.has(note));
    return source === undefined ? now : { ...now, trace: traceFrom(now.trace, source) };
  });
  return [...remembered, ...saidRelinked.map(({ entry }) => ofPerson(entry))];
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
  memory: ListMemory,
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

/** No older tool wrote more lines into a section. */
const MOST_OLD_LINES = 1000;

type Role = 'own' | 'gone' | Candidate;

/** What each block of the page is: a person's, a line of ours that goes, or a line of ours that stays or is replaced. */
function rolesOf(
  existing: readonly Existing[],
  wanted: readonly Candidate[],
  memory: ListMemory,
  relinked: ReadonlySet<Existing>,
  merge: ListMerge,
): Role[] {
  const { ledger, mixed, generatedPage, resolve } = merge;
  const isOldToolsPage = ledger === null && generatedPage;
  const taken = new Set<Candidate>();
  const take = (candidate: Candidate): Candidate => {
    taken.add(candidate);
    return candidate;
  };
  const mixedIn = new Set(mixed?.map(({ content }) => content));
  // A line to which a person added is theirs. Where a sync left a bare copy of it, that one says nothing of its own.
  const addedTo = new Set(existing.filter(({ block }) => block.hasMore).map(({ hash }) => hash));
  const replaced: (readonly LedgerEntry[])[] = existing.map(() => []);
  const exact = existing.map((line, index): Role => {
    if (line.block.kind !== 'bullet' || line.block.hasMore || relinked.has(line)) return 'own';
    const same = sameAs(line, wanted, memory);
    const written = memory.entriesOf(line.hash).at(-1);
    const removed = memory.removedAs(line.hash);
    const isKnown = written !== undefined || removed.length > 0 || mixed !== null || isOldToolsPage;
    // What a person may type just so. With a link to the meeting that says it, it is the plugin's, or to the note of a
    // person that the app renamed.
    const isOurs = isKnown || (memory.hasLost() && lineOfNote(line, wanted) === same);
    if (same && !isOurs && !bearsEvidence(same.line)) return 'own';
    // The app renamed the note, and a new one has its name.
    const isRenamed = same && leadsElsewhere(line, same, resolve) && !wroteLinks(line, ledger);
    const ofNote = isRenamed ? lineOfNote(line, wanted) : undefined;
    if (ofNote) return taken.has(ofNote) || addedTo.has(ofNote.entry.content) ? 'gone' : take(ofNote);
    if (same) return taken.has(same) || addedTo.has(line.hash) ? 'gone' : take(same);
    replaced[index] = written ? [written] : removed;
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

/** The first link is `[[note]]`. */
const SHOWS_NAME = /^[^[]*\[\[[^[\]|]*\]\]/;

/**
 * The candidate in whose words a line stands; of two meetings with the same words that to which it links. A link that
 * shows the name of its note shows another one where the app renamed the note.
 */
function sameAs(line: Existing, wanted: readonly Candidate[], memory: ListMemory): Candidate | undefined {
  const alike = wanted.filter(({ entry }) => entry.content === line.hash);
  const same =
    alike.length < 2 ? alike[0] : (alike.find(({ keys }) => keys.some((key) => line.hasKey(key))) ?? alike[0]);
  if (same || line.note === null || memory.entriesOf(line.hash).length > 0 || !memory.hasLost()) return same;
  // What it shows instead of the name may be a person's.
  const renamed = SHOWS_NAME.test(line.block.line) ? lineOfNote(line, wanted) : undefined;
  return renamed && withoutName(line.block.line) === withoutName(renamed.line.markdown) ? renamed : undefined;
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
