import { plainText } from '../read/inline.ts';
import { linesOf } from '../text-edit.ts';

/** A piece of a section's body: a top-level bullet with all that belongs to it, other text, or blank lines. */
export interface PageBlock {
  readonly kind: 'bullet' | 'text' | 'blank';
  /** To the byte, line ends included. */
  readonly source: string;
  /** A bullet's first line without its marker; else ''. */
  readonly line: string;
  /** A bullet that has lines of its own below: nested items, or a paragraph. */
  readonly hasMore: boolean;
  /** Blank lines that stood between this bullet and the one before; '' where there were none. */
  readonly blankBefore: string;
}

/** A line separator in the name of a note is no end of the line. */
const BULLET = /^([-*+])[ \t]+([^\r\n]*)$/;
/** CommonMark 4.5: no backtick may follow the marks, so that ```` ```code``` ```` in a line opens nothing. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const NESTED = /^(?:[ \t])/;
const STARTS_BLOCK = /^(?: {0,3}(?:[-*+]|\d+[.)])[ \t]| {0,3}(?:#{1,6}[ \t]|>|`{3}|~{3}|\||<|%%)|[-*_]{3,}[ \t]*$)/;

/** Cuts a section's body into blocks; joining their sources gives it back. */
export function blocksOf(body: string): PageBlock[] {
  const lines = linesOf(body);
  const blocks: PageBlock[] = [];
  const texts = lines.map(({ text }) => text);
  const fences = new Fences(texts);
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(texts, at, fences);
    const source = lines
      .slice(at, end)
      .map(({ text, eol }) => text + eol)
      .join('');
    const first = lines[at]?.text ?? '';
    const bullet = BULLET.exec(first);
    const kind = first.trim() === '' ? 'blank' : bullet ? 'bullet' : 'text';
    blocks.push({ kind, source, line: bullet?.[2] ?? '', hasMore: kind === 'bullet' && end - at > 1, blankBefore: '' });
    at = end;
  }
  return blocks;
}

function endOfBlock(lines: readonly string[], start: number, fences: Fences): number {
  const first = lines[start] ?? '';
  const comment = fences.endOfComment(start);
  if (comment > start + 1) return comment;
  if (first.trim() === '') return skip(lines, start, (line) => line.trim() === '');
  const fence = FENCE.exec(first)?.[1];
  // What looks like a fence and closes nowhere is none: a page with an open one is never merged.
  if (fence !== undefined) return fences.endOf(start, fence);
  if (!BULLET.test(first)) {
    const opens = (line: string) => BULLET.test(line) || FENCE.test(line) || closingOf(line.trimStart()) !== null;
    return skip(lines, start + 1, (line) => line.trim() !== '' && !opens(line));
  }
  // A bullet goes on with indented lines, also after a blank one, and with a lazily continued paragraph.
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line.trim() === '') {
      const next = skip(lines, end, (blank) => blank.trim() === '');
      if (!NESTED.test(lines[next] ?? '')) break;
      end = next;
    } else if (!NESTED.test(line) && (STARTS_BLOCK.test(line) || lines[end - 1]?.trim() === '')) break;
  }
  return end;
}

/** The code blocks and comments among lines. */
class Fences {
  /** By mark, the shortest run of it that closes nowhere below: nothing longer does either. */
  private readonly unclosed = new Map<string, number>();
  private readonly closedNowhere = new Set<string>();

  constructor(private readonly lines: readonly string[]) {}

  /** The position after the comment of several lines that begins at `start`; `start` itself where none does. */
  endOfComment(start: number): number {
    const closing = closingOf((this.lines[start] ?? '').trimStart());
    if (closing === null || this.closedNowhere.has(closing)) return start;
    for (let at = start + 1; at < this.lines.length; at++) if (this.lines[at]?.includes(closing)) return at + 1;
    this.closedNowhere.add(closing);
    return start;
  }

  /** The position after the fence that `marks` opens at `start`; that after the line itself where nothing closes it. */
  endOf(start: number, marks: string): number {
    const mark = marks.charAt(0);
    if (marks.length >= (this.unclosed.get(mark) ?? Infinity)) return start + 1;
    const closing = new RegExp(`^ {0,3}\\${mark}{${String(marks.length)},}[ \\t]*$`);
    for (let at = start + 1; at < this.lines.length; at++) if (closing.test(this.lines[at] ?? '')) return at + 1;
    this.unclosed.set(mark, marks.length);
    return start + 1;
  }
}

function skip(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end] ?? '')) end++;
  return end;
}

/** No line that the plugin writes is longer; of a longer one of a person's only the beginning is compared. */
const LONGEST_LINE = 2_000;
const WIKILINK = /\[\[([^[\]|]*)(?:\\?\|([^[\]]*))?\]\]/g;
/** With the names of notes that a wikilink cannot hold in a Markdown link. */
export const ENDS_WITH_EVIDENCE =
  /\s{0,5}\((?:since [^()]*(?:\]\([^()\s]*\)[^()]*)?|(?:\[\[[^\]]*\]\]|\[(?:\d{4}-[\d-]{2,5}|undated)\]\([^()\s]*\.md(?:#[^()\s]*)?\))(?: \+\d+)?|via [^()]*)\)\s*$/;

/**
 * A line as it is hashed: its Markdown with every link as it shows, so that the app's own renaming of a note is no
 * edit, while a line struck through, set bold or turned into a task is one, or a word that was typed into a link.
 */
export function lineIdentity(line: string): string {
  const shown = line.includes('[[') ? withLinksShown(line) : line;
  return /\s\s|[^\S ]/.test(shown) ? shown.replace(/\s+/g, ' ').trim() : shown.trim();
}

function withLinksShown(line: string): string {
  return line.replace(WIKILINK, (_, target: string, alias?: string) => {
    const hash = target.indexOf('#');
    const section = hash < 0 ? '' : target.slice(hash);
    return alias === undefined
      ? `[[${target.slice(target.lastIndexOf('/') + 1)}]]`
      : `[[${section === '' ? '' : `${section}|`}${alias}]]`;
  });
}

/** What a line says without its mark, checkbox and evidence. */
export function lineWords(source: string): string {
  const line = source.length > LONGEST_LINE ? source.slice(0, LONGEST_LINE) : source.replace(/~~/g, '');
  return plainText(line.replace(/^\[[^\]]\]\s+/, '').replace(ENDS_WITH_EVIDENCE, '')).replace(
    /^(?:[✅❌⚠🚧]\uFE0F?\s*)+/u,
    '',
  );
}

/** How the links of a line are followed: a target → the note that it leads to. */
export type ResolveLink = (target: string) => string | null;

/**
 * What a line's wikilinks name, without a heading: `[[note#heading|shown]]` → `note`. No bracket may stand in one, so that
 * a row of `[[` is looked through once.
 */
export function linkPaths(line: string): string[] {
  if (!line.includes('[[')) return [];
  const paths: string[] = [];
  for (const { index, 1: target = '' } of line.matchAll(WIKILINK)) {
    if (line[index - 1] === '\\') continue;
    const hash = target.indexOf('#');
    const path = hash < 0 ? target : target.slice(0, hash);
    paths.push((path.endsWith('\\') ? path.slice(0, -1) : path).trim());
  }
  return paths;
}

/** The positions of lines that stand in a closed code block, its marks included. */
export function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>();
  const fences = new Fences(lines);
  for (let at = 0; at < lines.length; at++) {
    const fence = FENCE.exec(lines[at] ?? '')?.[1];
    if (fence === undefined) continue;
    // A fence in a list item may end with the item; one that closes nowhere must not hide the rest of the page.
    const end = fences.endOf(at, fence);
    if (end === at + 1) continue;
    for (let inside = at; inside < end; inside++) fenced.add(inside);
    at = end - 1;
  }
  return fenced;
}

/** The positions of lines that the app does not show as they are: in a closed code block, or in a comment of several lines. */
export function hiddenLines(lines: readonly string[]): Set<number> {
  const hidden = fencedLines(lines);
  const comments = new Fences(lines);
  for (let at = 0; at < lines.length; at++) {
    const end = hidden.has(at) ? at : comments.endOfComment(at);
    for (let inside = at; inside < end; inside++) hidden.add(inside);
    at = Math.max(at, end - 1);
  }
  return hidden;
}

/** What ends the comment that begins on a line and does not end there; null where none does. */
function closingOf(line: string): string | null {
  if (line.startsWith('%%') && line.split('%%').length % 2 === 0) return '%%';
  return line.startsWith('<!--') && !line.includes('-->') ? '-->' : null;
}
