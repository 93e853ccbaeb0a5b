/**
 * The structure of a note, line by line: headings, list items, tasks, tables, callouts and paragraphs, with fences,
 * comments, HTML and transcripts left out. It follows CommonMark and Obsidian's help ("Basic formatting syntax",
 * "Callouts", "Comments") but never parses inlines: that is `inline.ts`, for the few lines that are used.
 */

import type { Block, ItemBlock, ParagraphBlock, Quote } from './blocks.ts';
import { isBlankAt, readHeading } from './heading-line.ts';
import { readHidden, type Hidden } from './hidden.ts';
import {
  afterQuoteMarks,
  CHECKBOX,
  FENCE,
  HTML_BLOCK,
  indentOf,
  isRule,
  MARKER,
  mayOpenBlock,
  RAW_HTML,
  SETEXT,
} from './line-marks.ts';
import { endOfTranscript, isSpeech, type HeadingMeaning } from './speech.ts';
import { ownCopy } from '../words.ts';
import { isDelimiterRow, splitRow } from './table-row.ts';

export interface Transcript {
  /** Where it begins in the note, in characters. */
  readonly start: number;
  readonly text: string;
}

export interface Outline {
  readonly blocks: readonly Block[];
  /** The longest transcript of the note; a slice of the text, not a copy. */
  readonly transcript: Transcript | null;
  /** The line of a fence or comment that is never closed, so that the rest of the note is hidden. */
  readonly unclosedLine: number | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Fence {
  readonly char: string;
  readonly length: number;
  /** The column of the list item that the fence stands in; a line left of it ends the item and so the fence. */
  readonly column: number;
  readonly line: number;
  readonly quoted: boolean;
}

interface ListLevel {
  readonly content: number;
}

interface Scan {
  readonly blocks: Block[];
  readonly meaning: HeadingMeaning;
  fence: Fence | null;
  hidden: Hidden | null;
  quote: Quote | null;
  list: ListLevel[];
  /** The paragraph or item that the next line may continue. */
  open: Mutable<ParagraphBlock> | Mutable<ItemBlock> | null;
  /** The last line of the open paragraph, and whether any of its lines holds a pipe: the whole is not searched anew for each line. */
  lastLine: string;
  hasPipe: boolean;
  table: readonly string[] | null;
  afterBlank: boolean;
}

/** Deeper nesting is no list that a person wrote, and would cost the square of its depth. */
const DEEPEST_LIST = 50;
const CALLOUT = /^\[!([^\]\n]+)\][+-]?[ \t]*(.*)$/;

/**
 * Reads `text` (line ends `\n`) from character `start`, which is on line `firstLine`.
 * Never throws; takes time in proportion to the text above and below the transcript.
 */
export function readOutline(text: string, start: number, firstLine: number, meaning: HeadingMeaning): Outline {
  const scan: Scan = {
    blocks: [],
    meaning,
    fence: null,
    hidden: null,
    quote: null,
    list: [],
    open: null,
    lastLine: '',
    hasPipe: false,
    table: null,
    afterBlank: true,
  };
  let transcript: Transcript | null = null;
  let line = firstLine;
  for (let from = start; from < text.length; line++) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    // Its own copy, because what a block keeps of a line would else keep the whole note in memory.
    const content = ownCopy(text.slice(from, to));
    const skipTo = startOfSpeech(scan, content, text, to) ? endOfTranscript(text, content, from, to, meaning) : null;
    if (skipTo === null) {
      scanLine(scan, content, line);
      from = to + 1;
      continue;
    }
    const spoken = { start: from, text: text.slice(from, skipTo) };
    if (transcript === null || spoken.text.length > transcript.text.length) transcript = spoken;
    endBlocks(scan);
    line += countNewlines(text, from, skipTo) - 1;
    from = skipTo;
  }
  const unclosedLine = scan.hidden?.line ?? unclosedFence(scan);
  endBlocks(scan);
  return { blocks: scan.blocks, transcript, unclosedLine };
}

function unclosedFence(scan: Scan): number | null {
  // A fence in a quote or list ends with it, as CommonMark has it; only one of the note itself hides the rest.
  return scan.fence && !scan.fence.quoted && scan.fence.column === 0 ? scan.fence.line : null;
}

/** A transcript heading, or a line of speech at the start of a block, where headings are read at all. */
function startOfSpeech(scan: Scan, line: string, text: string, end: number): boolean {
  if (scan.fence || scan.hidden) return false;
  if (line.startsWith('#')) {
    const heading = readHeading(line);
    return heading !== null && scan.meaning.isTranscript(heading.text);
  }
  return scan.open === null && line !== '' && isSpeech(line, text, end);
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function scanLine(scan: Scan, raw: string, line: number): void {
  if (scan.hidden && isHeadingInHtml(scan, scan.hidden, raw)) scan.hidden = null;
  if (scan.hidden) {
    if (scan.hidden.end.test(raw)) scan.hidden = null;
    return;
  }
  if (scan.fence && !scan.fence.quoted) {
    if (continueFence(scan, scan.fence, raw)) return;
  }
  const quoted = /^ {0,3}>/.test(raw);
  if (quoted) scanQuoteLine(scan, raw, line);
  else scanUnquotedLine(scan, raw, line);
}

/** A heading that stands alone ends HTML that would go on to the next blank line. */
function isHeadingInHtml(scan: Scan, hidden: Hidden, raw: string): boolean {
  const heading = hidden.line === null && raw.startsWith('#') ? readHeading(raw) : null;
  return heading !== null && scan.meaning.standsAlone(heading.text);
}

function scanQuoteLine(scan: Scan, raw: string, line: number): void {
  const content = afterQuoteMarks(raw);
  if (scan.quote === null) {
    endBlocks(scan);
    const callout = CALLOUT.exec(content);
    scan.quote = { kind: (callout?.[1] ?? '').trim().toLowerCase(), title: callout?.[2] ?? '', line };
    if (callout) {
      // The title is the callout's first paragraph, so an unquoted next line is its lazy continuation.
      scan.open = { type: 'paragraph', line, quote: scan.quote, text: '' };
      scan.lastLine = '';
      scan.hasPipe = false;
      scan.afterBlank = false;
      return;
    }
  }
  if (scan.fence && continueFence(scan, scan.fence, content)) return;
  if (content.trim() === '') return endParagraph(scan);
  scanContent(scan, content, line);
}

function scanUnquotedLine(scan: Scan, raw: string, line: number): void {
  if (scan.fence) scan.fence = null;
  if (raw.trim() === '') {
    endParagraph(scan);
    if (scan.quote) endBlocks(scan);
    return;
  }
  // CommonMark's laziness: a paragraph begun in a quote goes on without `>`, other blocks end the quote.
  if (scan.quote && !(scan.open && isParagraphText(raw))) endBlocks(scan);
  scanContent(scan, raw, line);
}

function isParagraphText(raw: string): boolean {
  if (indentOf(raw) >= 4) return true;
  const text = withoutIndent(raw);
  return !(
    readHeading(text) !== null ||
    isRule(text) ||
    FENCE.test(text) ||
    MARKER.test(text) ||
    HTML_BLOCK.test(text)
  );
}

/** A line that is not blank, with the marks of its quote taken off. */
function scanContent(scan: Scan, content: string, line: number): void {
  let column = indentOf(content);
  let text = withoutIndent(content);
  const lazy = scan.open !== null && !scan.afterBlank;
  const depth = depthAt(scan.list, column);
  const indent = column - (scan.list[depth - 1]?.content ?? 0);
  // Four columns in, a line goes on with the paragraph above or is indented code, whatever it begins with.
  if (indent >= 4) return lazy ? continueParagraph(scan, text) : undefined;

  if (scan.table && !MARKER.test(text) && text.includes('|')) return addRow(scan, scan.table, text, line);
  if (!mayOpenBlock(text)) return scanText(scan, text, line, depth, lazy);
  if (lazy && SETEXT.test(text) && scan.open?.type === 'paragraph' && scan.open.text !== '' && !scan.quote)
    return setextHeading(scan, scan.open, text, line);
  if (startTable(scan, text)) return;
  if (isRule(text)) {
    if (depth < scan.list.length) scan.list.length = depth;
    closeOpen(scan);
    scan.blocks.push({ type: 'rule', line, quote: scan.quote });
    return;
  }

  let level = depth;
  for (let marker = MARKER.exec(text); marker && level < DEEPEST_LIST && !isRule(text); marker = MARKER.exec(text)) {
    if (lazy && scan.open?.type === 'paragraph' && level === 0 && !interruptsParagraph(marker[0], text)) break;
    const after = text.slice(marker[0].length);
    const gap = indentOf(after);
    scan.list.length = level;
    scan.list.push({ content: column + marker[0].length + (gap >= 1 && gap <= 4 && after.trim() !== '' ? gap : 1) });
    const content = after.trim();
    addItem(scan, MARKER.test(content) || isRule(content) ? '' : content, level, line);
    column += marker[0].length + gap;
    text = withoutIndent(after);
    level++;
  }
  if (level > depth) return openNested(scan, text, line);
  scanLeaf(scan, text, line, column, lazy);
}

/** Markdown knows spaces and tabs; behind any other blank character a `#` makes no heading. */
function withoutIndent(line: string): string {
  let start = 0;
  while (isBlankAt(line, start)) start++;
  return line.slice(start);
}

/** In how many of the list's levels a line stands that begins at `column`. */
function depthAt(list: readonly ListLevel[], column: number): number {
  let depth = 0;
  for (const { content } of list) if (content <= column) depth++;
  return depth;
}

/** What an item's own first line may open: a fence. Its text is the item's otherwise. */
function openNested(scan: Scan, text: string, line: number): void {
  const fence = FENCE.exec(text);
  if (!fence) return;
  if (scan.open?.type === 'item') scan.open.text = '';
  openFence(scan, fence[0], line);
}

function scanLeaf(scan: Scan, text: string, line: number, column: number, lazy: boolean): void {
  const depth = depthAt(scan.list, column);
  const fence = FENCE.exec(text);
  const heading = readHeading(text);
  const startsBlock = fence !== null || heading !== null || RAW_HTML.test(text) || HTML_BLOCK.test(text);
  if (lazy && !startsBlock && !text.startsWith('<!--')) return continueParagraph(scan, text);
  const alone = heading !== null && column <= 3 && scan.meaning.standsAlone(heading.text);
  leaveList(scan, alone ? 0 : depth);
  if (fence) return openFence(scan, fence[0], line);
  if (heading) {
    if (depth === 0 || alone) scan.blocks.push({ type: 'heading', ...heading, line, quote: scan.quote });
    return;
  }
  const hiding = readHidden(text, line);
  if (hiding) scan.hidden = hiding.below;
  else scanText(scan, text, line, depth, false);
}

/** A line that opens nothing: it goes on with the paragraph above where it may, else begins one. */
function scanText(scan: Scan, text: string, line: number, depth: number, lazy: boolean): void {
  if (lazy) return continueParagraph(scan, text);
  leaveList(scan, depth);
  if (depth > 0) return; // A second paragraph of an item: detail, not the item's own text.
  scan.open = { type: 'paragraph', line, quote: scan.quote, text };
  scan.lastLine = text;
  scan.hasPipe = text.includes('|');
  scan.afterBlank = false;
}

/** A line left of the list's content, after a blank line or opening a block, ends the list. */
function leaveList(scan: Scan, depth: number): void {
  scan.list.length = depth;
  closeOpen(scan);
}

function addItem(scan: Scan, content: string, depth: number, line: number): void {
  closeOpen(scan);
  const checkbox = CHECKBOX.exec(content);
  const text = checkbox ? content.slice(checkbox[0].length) : content;
  scan.open = { type: 'item', depth, status: checkbox?.[1] ?? null, text, line, quote: scan.quote };
  scan.afterBlank = false;
}

/** CommonMark 5.2: an empty item, or a number other than 1, does not interrupt a paragraph. */
function interruptsParagraph(marker: string, text: string): boolean {
  if (text.slice(marker.length).trim() === '') return false;
  return /^[-*+]$|^1[.)]$/.test(marker);
}

function setextHeading(scan: Scan, open: ParagraphBlock, underline: string, line: number): void {
  scan.open = null;
  scan.table = null;
  const level = underline.startsWith('=') ? 1 : 2;
  scan.blocks.push({
    type: 'heading',
    level,
    text: open.text.replace(/\n/g, ' '),
    line: Math.min(open.line, line),
    quote: null,
  });
}

/** GitHub's tables: the line above the delimiter row is the header, with as many cells. */
function startTable(scan: Scan, text: string): boolean {
  const open = scan.open;
  if (open?.type !== 'paragraph' || !scan.hasPipe || !isDelimiterRow(text)) return false;
  const header = splitRow(scan.lastLine);
  if (header.length !== splitRow(text).length) return false;
  open.text = open.text.slice(0, Math.max(0, open.text.length - scan.lastLine.length - 1));
  closeOpen(scan);
  scan.table = header;
  return true;
}

function addRow(scan: Scan, header: readonly string[], text: string, line: number): void {
  scan.blocks.push({ type: 'row', header, cells: splitRow(text), line, quote: scan.quote });
}

function openFence(scan: Scan, marks: string, line: number): void {
  closeOpen(scan);
  const column = scan.list[scan.list.length - 1]?.content ?? 0;
  scan.fence = { char: marks.charAt(0), length: marks.length, column, line, quoted: scan.quote !== null };
}

/** True where the line belongs to the fence. */
function continueFence(scan: Scan, fence: Fence, raw: string): boolean {
  const text = raw.trim();
  if (text !== '' && fence.column > 0 && indentOf(raw) < fence.column) {
    scan.fence = null;
    return false;
  }
  const closes = text.length >= fence.length && text.split('').every((char) => char === fence.char);
  if (closes && indentOf(raw) - fence.column < 4) scan.fence = null;
  return true;
}

function continueParagraph(scan: Scan, text: string): void {
  if (!scan.open) return;
  scan.lastLine = text.trimEnd();
  scan.hasPipe ||= scan.lastLine.includes('|');
  scan.open.text = scan.open.text === '' ? scan.lastLine : `${scan.open.text}\n${scan.lastLine}`;
}

/** The paragraph or item is complete: only now is its text known. */
function closeOpen(scan: Scan): void {
  const open = scan.open;
  scan.open = null;
  scan.table = null;
  if (open && (open.type === 'item' || open.text !== '')) scan.blocks.push(open);
}

function endParagraph(scan: Scan): void {
  closeOpen(scan);
  scan.afterBlank = true;
}

function endBlocks(scan: Scan): void {
  endParagraph(scan);
  scan.quote = null;
  scan.list = [];
  if (scan.fence?.quoted) scan.fence = null;
}
