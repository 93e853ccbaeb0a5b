import { addTo } from '../grouping.ts';
import { isPlaceholder } from '../parse/placeholders.ts';
import { plainText } from '../read/inline.ts';
import type { SectionLedger } from './ledger.ts';
import { isSame, type Candidate, type Existing } from './list-line.ts';
import type { PageBlock, ResolveLink } from './page-blocks.ts';

/** A block of the page, and the candidate whose line it is; null: it is the person's. */
export interface Placed {
  readonly block: PageBlock;
  readonly candidate: Candidate | null;
}

/** A block to write: the one that stands there, a new line (null), or the person's (no candidate). */
export interface Ordered {
  readonly block: PageBlock | null;
  readonly candidate: Candidate | null;
}

/** Whether a person changed the order of the plugin's own lines. */
export function reordered(existing: readonly Existing[], ledger: SectionLedger | null): boolean {
  const order = new Map((ledger?.written ?? []).map(({ content }, index) => [content, index]));
  // A line that a person added to is theirs, and its place in the record says nothing.
  const onPage = existing
    .filter(({ block }) => !block.hasMore)
    .map(({ hash }) => order.get(hash) ?? -1)
    .filter((position) => position >= 0);
  return onPage.some((position, index) => index > 0 && position < (onPage[index - 1] ?? -1));
}

/**
 * The candidates in their order; each block of a person's after the line that it stands after now. Blocks above all
 * of our lines stay on top, but for dated ones, which go by their date, and for the bullets that an older tool left.
 */
export function inOwnOrder(placed: readonly Placed[], shown: readonly Candidate[], oldToolsPage: boolean): Ordered[] {
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
  if (!shown.every(({ line }) => DATED.test(line.markdown))) return null;
  const merged: Ordered[] = [];
  const left = [...shown].reverse();
  const dateOfNext = () => DATED.exec(left[left.length - 1]?.line.markdown ?? '')?.[0] ?? '';
  for (const place of own) {
    const date = DATED.exec(place.block.line)?.[0] ?? '';
    while (left.length > 0 && dateOfNext() >= date) merged.push({ candidate: left.pop() ?? null, block: null });
    merged.push(place);
  }
  return [...merged, ...left.reverse().map((candidate) => ({ candidate, block: null }))];
}

/**
 * The page's order, with each new line after the one that it follows in the candidates' order. null where our lines
 * stand in the candidates' order by now: then nothing is left of the person's, and the next rebuild would not see one.
 */
export function inPersonsOrder(placed: readonly Placed[], shown: readonly Candidate[]): Ordered[] | null {
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
  const ours = ordered.flatMap(({ candidate }) => candidate ?? []);
  return ours.every((candidate, index) => candidate === shown[index]) ? null : ordered;
}

/** CRLF is one line end, not two. */
const BLANK_LINE_AT_END = /(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)$/;
const DATED = /^\d{4}-\d{2}(?:-\d{2})?(?=:)/;

/** A section's blocks between the blank lines that frame it. */
export interface Framed {
  readonly before: string;
  readonly blocks: readonly PageBlock[];
  readonly after: string;
}

/** Blank lines at the section's start and end frame it; those between its blocks go with the person's text. */
export function framed(all: readonly PageBlock[], eol: string, givesWay: boolean): Framed {
  const blocks = [...all];
  const isBlank = (block: PageBlock | undefined) => block?.kind === 'blank';
  if (blocks.length > 0 && blocks.every((block) => isBlank(block))) {
    const blank = blocks[0]?.source ?? '';
    const rest = blank.replace(/^[ \t]*(?:\r\n|\r|\n)/, '');
    return { before: eol, blocks: [], after: rest === '' ? blank : rest };
  }
  const before = isBlank(blocks[0]) ? (blocks.shift()?.source ?? '') : '';
  const after = isBlank(blocks[blocks.length - 1]) ? (blocks.pop()?.source ?? '') : '';
  if (blocks.length === 0 || (givesWay && blocks.every((block) => isBlank(block) || isPlaceholderBlock(block))))
    return { before: before === '' ? eol : before, blocks: [], after };
  return { before, blocks: ownBlankLines(blocks), after };
}

/** “_No known blockers._” is a template's word for nothing, and would contradict lines below it. */
function isPlaceholderBlock({ source }: PageBlock): boolean {
  return /^(?:[-*+] )?[_*(].*[_*)]\s*$/.test(source) && isPlaceholder(plainText(source.replace(/^[-*+] /, '')));
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

/** How the lines of a section are written. */
export interface ListStyle {
  readonly eol: string;
  readonly resolve: ResolveLink;
  /** `-`, or what the section's bullets have. */
  readonly marker: string;
  /** Whether an older tool's list, with blank lines between its bullets, becomes a tight one. */
  readonly tightens: boolean;
}

/** The section's text: what stands unchanged to the byte, what is new as bullets. `blocks` are the page's, in its order. */
export function joined(
  ordered: readonly Ordered[],
  blocks: readonly PageBlock[],
  { eol, resolve, marker, tightens }: ListStyle,
): string {
  const parts: string[] = [];
  const positions = new Map(blocks.map((block, index) => [block, index]));
  const last = () => parts[parts.length - 1] ?? '';
  let previous: Ordered | null = null;
  for (const one of ordered) {
    const { block, candidate } = one;
    const standing = block !== null && (candidate === null || isSame(block, candidate, resolve));
    const source = standing ? block.source : `${marker} ${candidate?.line.markdown ?? ''}${eol}`;
    if (last() !== '' && !/[\r\n]$/.test(last())) parts.push(eol);
    // A list set right below a person's paragraph would read as part of it; one that stood there is as they want it.
    const isNeighbour = block !== null && blocks[(positions.get(block) ?? 0) - 1] === previous?.block;
    if (candidate !== null && previous?.block?.kind === 'text' && !isNeighbour && !BLANK_LINE_AT_END.test(last()))
      parts.push(eol);
    if (candidate === null && previous?.candidate === null && !tightens) parts.push(block?.blankBefore ?? '');
    parts.push(source);
    previous = one;
  }
  return parts.join('');
}
