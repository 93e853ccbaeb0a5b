import type { ComposedLine } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { isPlaceholder } from '../parse/placeholders.ts';
import { plainText } from '../read/inline.ts';
import { hash8 } from '../words.ts';
import { areAlike, saysTheSame } from '../wording/compare.ts';
import { readWording, type Wording } from '../wording/wording.ts';
import { isReworded, keyOf, traceOf, type LedgerEntry, type SectionLedger } from './ledger.ts';
import { blocksOf, firstLink, lineIdentity, lineWords, type PageBlock } from './page-blocks.ts';

/** How the links of a line are followed: a target → the note that it leads to. */
export type ResolveLink = (target: string) => string | null;

export interface ListMerge {
  /** The section's body as it stands, all after its heading line. */
  readonly body: string;
  /** What was last written; null the first time. */
  readonly ledger: SectionLedger | null;
  /** What is to stand there, newest first. */
  readonly lines: readonly ComposedLine[];
  /** What would stand there too, were there no limit. */
  readonly beyondLimit: readonly ComposedLine[];
  /** What the same notes say of somebody else. */
  readonly aboutOthers: readonly string[];
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

/** A composed line with what is needed to find it on the page and in the ledger. */
interface Candidate {
  readonly line: ComposedLine;
  readonly entry: LedgerEntry;
  readonly wording: Wording;
}

/** A block of the page, and the candidate whose line it is; null: it is the person's. */
interface Placed {
  readonly block: PageBlock;
  readonly candidate: Candidate | null;
}

/** Merges a list section. Every block that is not known to be the plugin's own line stays, in its place. */
export function mergeList(merge: ListMerge): MergedSection {
  const { before, blocks, after } = withoutPadding(withoutPlaceholder(blocksOf(merge.body), merge), merge.eol);
  const candidates = merge.lines.map((line) => candidateOf(line));
  const existing = blocks.map((block) => existingLine(block, merge.resolve));
  const removed = removedEntries(existing, candidates, merge.ledger);
  const wanted = candidates.filter(({ entry }) => !removed.some((gone) => matches(gone, entry)));

  const roles = rolesOf(existing, wanted, merge);
  const ownLines = existing.filter((_, index) => roles[index] === 'own');
  const shown = wanted.filter(
    (candidate) => !ownLines.some((own) => takesPlaceOf(own, candidate)) || roles.includes(candidate),
  );
  const placed = blocks.flatMap((block, index): Placed[] => {
    const role = roles[index];
    if (role === undefined || role === 'gone') return [];
    return role === 'own' ? [{ block, candidate: null }] : shown.includes(role) ? [{ block, candidate: role }] : [];
  });
  // A line that a person made their own by adding to it is remembered: when they remove it, it stays away.
  const wasWritten = ({ entry }: Candidate) => merge.ledger?.written.some(({ key }) => key === entry.key) ?? false;
  const firstTime = merge.ledger === null;
  const ordered = reordered(existing, merge.ledger)
    ? inPersonsOrder(placed, shown)
    : inOwnOrder(placed, shown, firstTime && merge.generatedPage);
  const kept = placed.filter(
    ({ block, candidate }) => candidate !== null && isSame(block, candidate, merge.resolve),
  ).length;
  return {
    body: blocks.length === 0 && ordered.length === 0 ? merge.body : before + joined(ordered, merge) + after,
    ledger: {
      written: wanted
        .filter((candidate) => shown.includes(candidate) || wasWritten(candidate))
        .map(({ entry }) => entry),
      removed,
    },
    kept,
    added: shown.length - kept,
    removed:
      roles.filter((role) => role === 'gone').length +
      placed.filter(({ candidate }) => candidate !== null).length -
      kept,
    stayedAway: candidates
      .filter((candidate) => !shown.includes(candidate))
      .map(({ line, entry }) => ({
        line,
        because: removed.some((gone) => matches(gone, entry)) ? 'removed' : 'own line',
      })),
  };
}

function candidateOf(line: ComposedLine): Candidate {
  const wording = readWording(line.text);
  const source = 'sayings' in line.origin ? (line.origin.sayings[0]?.path ?? '') : '';
  const entry = {
    key: keyOf(line.key ?? line.text),
    content: hash8(lineIdentity(line.markdown)),
    trace: line.key === null ? traceOf(source, wording) : '',
  };
  return { line, entry, wording };
}

interface Existing {
  readonly block: PageBlock;
  readonly hash: string;
  /** Keys under which the line may be known: the note that it links to, or its wording. */
  readonly keys: readonly string[];
  /** Worked out when it is asked for, which for most lines of a person's never happens. */
  readonly wording: () => Wording;
  readonly words: string;
}

function existingLine(block: PageBlock, resolve: ResolveLink): Existing {
  const words = block.kind === 'bullet' ? lineWords(block.line) : '';
  const target = firstLink(block.line);
  let wording: Wording | null = null;
  const linked = target === null ? [] : [keyOf(resolve(target) ?? target), keyOf(words)];
  return {
    block,
    hash: hash8(lineIdentity(block.line)),
    keys: [keyOf(words), ...linked],
    wording: () => (wording ??= readWording(words)),
    words,
  };
}

/** Entries that the ledger has and the page lacks were removed by a person; one that stands there again is back. */
function removedEntries(
  existing: readonly Existing[],
  candidates: readonly Candidate[],
  ledger: SectionLedger | null,
): LedgerEntry[] {
  if (!ledger) return [];
  const stands = (entry: LedgerEntry) =>
    existing.some(({ block, hash }) => block.kind === 'bullet' && hash === entry.content);
  const stillStands = (entry: LedgerEntry) =>
    stands(entry) ||
    existing.some(({ block, keys }) => block.kind === 'bullet' && entry.trace === '' && keys.includes(entry.key));
  const earlier = ledger.removed.filter((entry) => !stands(entry));
  const now = ledger.written.filter((entry) => !stillStands(entry));
  // A removed line that was reworded at its source is still the removed line: it is known by its new wording from now on.
  const all = [...earlier, ...now].flatMap((entry) => {
    const current = candidates
      .filter((candidate) => matches(entry, candidate.entry))
      .map((candidate) => ({ ...candidate.entry, content: entry.content }));
    return [entry, ...current];
  });
  return all.filter((entry, index) => all.findIndex(({ key }) => key === entry.key) === index);
}

function matches(removed: LedgerEntry, entry: LedgerEntry): boolean {
  return removed.key === entry.key || removed.content === entry.content || isReworded(removed.trace, entry.trace);
}

type Role = 'own' | 'gone' | Candidate;

/** What each block of the page is: a person's, a line of ours that goes, or a line of ours that stays or is replaced. */
function rolesOf(
  existing: readonly Existing[],
  wanted: readonly Candidate[],
  { ledger, generatedPage, beyondLimit, aboutOthers, resolve }: ListMerge,
): Role[] {
  const taken = new Set<Candidate>();
  const take = (candidate: Candidate | undefined): Candidate | undefined => {
    if (candidate) taken.add(candidate);
    return candidate;
  };
  const roles = existing.map((line): Role => {
    if (line.block.kind !== 'bullet' || line.block.hasMore) return 'own';
    const exact = wanted.find(({ entry }) => entry.content === line.hash);
    // The same words that now lead to another note: a person set the link.
    if (exact && leadsElsewhere(line.block, exact, resolve)) return 'own';
    if (exact) return taken.has(exact) ? 'gone' : (take(exact) ?? 'own');
    const isEntry = (entry: LedgerEntry) => entry.content === line.hash;
    const written = ledger?.written.find(isEntry);
    const known = written ?? ledger?.removed.find(isEntry);
    const replacement = known && wanted.find(({ entry }) => entry.key === known.key);
    if (replacement && !taken.has(replacement)) return take(replacement) ?? 'own';
    // A line that was removed and stands there again was put back by a person.
    return written ? 'gone' : 'own';
  });
  if (ledger || !generatedPage) return roles;
  // The first time on a page that an older tool wrote: lines that say what a new line says make room for it, and what
  // that tool said twice is said once.
  const others = aboutOthers.map((text) => readWording(text));
  const tooMany = beyondLimit.map((line) => candidateOf(line));
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
      if (others.some((other) => line.words !== '' && saysTheSame(line.wording(), other))) return 'gone';
      if (left.some((other) => line.words !== '' && saysTheSame(line.wording(), other.wording()))) return 'gone';
      left.push(line);
      return 'own';
    }
    return taken.has(counterpart) ? 'gone' : (take(counterpart) ?? 'own');
  });
}

/** Whether a person's line says what the candidate says: about the same note or person, or in like words. */
function takesPlaceOf(own: Existing, { line, entry, wording }: Candidate): boolean {
  if (own.block.kind !== 'bullet' || own.words === '') return false;
  if (own.hash === entry.content) return true;
  if (line.key !== null) return own.keys.includes(entry.key);
  return own.keys[0] === entry.key || saysTheSame(own.wording(), wording);
}

function leadsElsewhere(block: PageBlock, { line }: Candidate, resolve: ResolveLink): boolean {
  const [there, here] = [firstLink(block.line), firstLink(line.markdown)];
  const note = there === null || there === here ? null : resolve(there);
  return note !== null && here !== null && note !== resolve(here);
}

/** Between two machines' wordings of one thing half the words may differ; a person's line is never judged by this. */
function isMachineRewording({ wording }: Existing, candidate: Candidate): boolean {
  return candidate.line.key === null && areAlike(wording(), candidate.wording);
}

function isSame(block: PageBlock, { entry, line }: Candidate, resolve: ResolveLink): boolean {
  if (hash8(lineIdentity(block.line)) !== entry.content) return false;
  const [there, here] = [firstLink(block.line), firstLink(line.markdown)];
  return (
    there === here || (there !== null && here !== null && resolve(there) !== null && resolve(there) === resolve(here))
  );
}

/** Whether a person changed the order of the plugin's own lines. */
function reordered(existing: readonly Existing[], ledger: SectionLedger | null): boolean {
  const order = (ledger?.written ?? []).map(({ content }) => content);
  const onPage = existing.map(({ hash }) => order.indexOf(hash)).filter((position) => position >= 0);
  return onPage.some((position, index) => index > 0 && position < (onPage[index - 1] ?? -1));
}

/**
 * The candidates in their order; each block of a person's after the line that it stands after now. Blocks above all
 * of our lines stay on top, but for dated ones, which go by their date, and for the bullets that an older tool left.
 */
function inOwnOrder(placed: readonly Placed[], shown: readonly Candidate[], oldToolsPage: boolean): Ordered[] {
  const following = new Map<Candidate, Placed[]>();
  const onTop: Placed[] = [];
  const atEnd: Placed[] = [];
  let anchor: Candidate | null = null;
  for (const place of placed) {
    if (place.candidate) anchor = place.candidate;
    else if (anchor) addTo(following, anchor, place);
    else if (oldToolsPage && place.block.kind === 'bullet') atEnd.push(place);
    else onTop.push(place);
  }
  const standing = new Map(placed.map((place) => [place.candidate, place.block]));
  const byDate = mergedByDate([...onTop, ...atEnd], shown);
  if (byDate)
    return byDate.flatMap((place) =>
      [place, ...(place.candidate ? (following.get(place.candidate) ?? []) : [])].map((one) => ({
        ...one,
        block: one.block ?? standing.get(one.candidate) ?? null,
      })),
    );
  const lines = shown.flatMap((candidate): Ordered[] => [
    { candidate, block: standing.get(candidate) ?? null },
    ...(following.get(candidate) ?? []),
  ]);
  return [...onTop, ...lines, ...atEnd];
}

/** Dated bullets above our lines, and our lines, newest first; null where the bullets bear no dates. */
function mergedByDate(own: readonly Placed[], shown: readonly Candidate[]): Ordered[] | null {
  if (own.length === 0 || !own.every(({ block }) => block.kind === 'bullet' && DATED.test(block.line))) return null;
  const merged: Ordered[] = shown.map((candidate) => ({ candidate, block: null }));
  if (!shown.every(({ line }) => DATED.test(line.markdown))) return null;
  let from = 0;
  for (const place of own) {
    const date = DATED.exec(place.block.line)?.[0] ?? '';
    while (from < merged.length && (DATED.exec(merged[from]?.candidate?.line.markdown ?? '')?.[0] ?? '') >= date)
      from++;
    merged.splice(from, 0, place);
    from++;
  }
  return merged;
}

/**
 * “_No known blockers._” is a template's word for nothing, and would contradict the lines below it. It gives way the
 * first time that a section gets lines; whatever else a person wrote there stays.
 */
function withoutPlaceholder(blocks: readonly PageBlock[], { lines, ledger }: ListMerge): readonly PageBlock[] {
  if (lines.length === 0 || (ledger && ledger.written.length > 0)) return blocks;
  const isPlaceholderBlock = ({ kind, source }: PageBlock) =>
    kind !== 'blank' &&
    /^(?:[-*+] )?[_*(].*[_*)]\s*$/.test(source) &&
    isPlaceholder(plainText(source.replace(/^[-*+] /, '')));
  return blocks.some(isPlaceholderBlock) && blocks.every((block) => block.kind === 'blank' || isPlaceholderBlock(block))
    ? blocks.filter(({ kind }) => kind === 'blank').slice(-1)
    : blocks;
}

/** CRLF is one line end, not two. */
const BLANK_LINE_AT_END = /(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)$/;
const DATED = /^\d{4}-\d{2}(?:-\d{2})?(?=:)/;

/** The page's order, with each new line after the one that it follows in the candidates' order. */
function inPersonsOrder(placed: readonly Placed[], shown: readonly Candidate[]): Ordered[] {
  const ordered: Ordered[] = [...placed];
  shown.forEach((candidate, index) => {
    if (ordered.some((place) => place.candidate === candidate)) return;
    const before = shown[index - 1];
    const at =
      before === undefined
        ? ordered.findIndex((place) => place.candidate !== null)
        : ordered.findIndex((place) => place.candidate === before) + 1;
    ordered.splice(Math.max(0, at), 0, { candidate, block: null });
  });
  return ordered;
}

/** A block to write: the one that stands there, a new line (null), or the person's (no candidate). */
interface Ordered {
  readonly block: PageBlock | null;
  readonly candidate: Candidate | null;
}

/** The blank lines at the section's start and end frame it; those between its blocks go with the person's text. */
function withoutPadding(
  all: readonly PageBlock[],
  eol: string,
): { before: string; blocks: PageBlock[]; after: string } {
  const blocks = [...all];
  if (blocks.every(({ kind }) => kind === 'blank')) return { before: eol, blocks: [], after: blocks[0]?.source ?? '' };
  const before = blocks[0]?.kind === 'blank' ? (blocks.shift()?.source ?? '') : '';
  const after = blocks[blocks.length - 1]?.kind === 'blank' ? (blocks.pop()?.source ?? '') : '';
  return { before, blocks: ownBlankLines(blocks), after };
}

/**
 * Between two bullets a blank line is dropped where one of them is ours, which makes one tight list of them. A blank
 * line that sets a person's text apart stays: it is joined to that text.
 */
function ownBlankLines(blocks: readonly PageBlock[]): PageBlock[] {
  const joinedBlocks: PageBlock[] = [];
  let blank = '';
  for (const block of blocks) {
    const last = joinedBlocks[joinedBlocks.length - 1];
    if (block.kind === 'blank') {
      blank = block.source;
      continue;
    }
    if (blank !== '' && last?.kind === 'text' && block.kind === 'bullet') {
      joinedBlocks[joinedBlocks.length - 1] = { ...last, source: last.source + blank };
    }
    const source = blank !== '' && block.kind === 'text' ? blank + block.source : block.source;
    joinedBlocks.push({
      ...block,
      source,
      blankBefore: block.kind === 'bullet' && last?.kind === 'bullet' ? blank : '',
    });
    blank = '';
  }
  return joinedBlocks;
}

function joined(ordered: readonly Ordered[], { eol, resolve, generatedPage, ledger }: ListMerge): string {
  const parts: string[] = [];
  const last = () => parts[parts.length - 1] ?? '';
  let afterOwn = false;
  let afterText = false;
  for (const { block, candidate } of ordered) {
    const standing = block !== null && (candidate === null || isSame(block, candidate, resolve));
    const source = standing ? block.source : `- ${candidate?.line.markdown ?? ''}${eol}`;
    if (last() !== '' && !/[\r\n]$/.test(last())) parts.push(eol);
    // The first time on a machine-made page its blank-line separated list becomes one tight list.
    const keepsBlank = candidate === null && afterOwn && !(generatedPage && ledger === null);
    // A list right below a person's paragraph would read as part of it.
    if (candidate !== null && afterText && !BLANK_LINE_AT_END.test(last())) parts.push(eol);
    if (keepsBlank) parts.push(block?.blankBefore ?? '');
    parts.push(source);
    afterOwn = candidate === null;
    afterText = block?.kind === 'text';
  }
  return parts.join('');
}
