/**
 * The structure of a note, line by line: headings, list items, tasks, tables, callouts and paragraphs, with fences,
 * comments, HTML and transcripts left out. It follows CommonMark and Obsidian's help ("Basic formatting syntax",
 * "Callouts", "Comments") but never parses inlines: that is `inline.ts`, for the few lines that are used.
 */

import { isBlankAt, readHeading } from './heading-line.ts';

/** The quote or callout that a block stands in: `> [!summary]- Title`. A plain quote has kind `''`. */
export interface Quote {
  readonly kind: string;
  readonly title: string;
  readonly line: number;
}

interface InNote {
  /** Counted from 1, in the whole note. */
  readonly line: number;
  readonly quote: Quote | null;
}

export interface HeadingBlock extends InNote {
  readonly type: 'heading';
  readonly level: number;
  readonly text: string;
}

export interface ItemBlock extends InNote {
  readonly type: 'item';
  /** 0 for a top-level item, 1 for one nested in it, and so on. */
  readonly depth: number;
  /** The character in `- [x]`; null where the item has no checkbox. */
  readonly status: string | null;
  /** The item's own first paragraph, without marker and checkbox; its lines as in the note, without indentation. */
  readonly text: string;
}

export interface ParagraphBlock extends InNote {
  readonly type: 'paragraph';
  readonly text: string;
}

export interface RowBlock extends InNote {
  readonly type: 'row';
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** `---`, `***` or `___`: what follows, up to the next heading, is a footer. */
export interface RuleBlock extends InNote {
  readonly type: 'rule';
}

export type Block = HeadingBlock | ItemBlock | ParagraphBlock | RowBlock | RuleBlock;

export interface Transcript {
  readonly line: number;
  readonly text: string;
}

export interface Outline {
  readonly blocks: readonly Block[];
  /** The longest transcript of the note; a slice of the text, not a copy. */
  readonly transcript: Transcript | null;
  /** The line of a fence or comment that is never closed, so that the rest of the note is hidden. */
  readonly unclosedLine: number | null;
}

/** What the scanner must know of the meaning of headings, to leave a transcript out without splitting it. */
export interface HeadingMeaning {
  isTranscript(heading: string): boolean;
  isSection(heading: string): boolean;
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
  /** What hides the lines up to `end`: a comment opened on `line`, or an HTML block (null: it needs no closing). */
  hidden: { readonly line: number | null; readonly end: RegExp } | null;
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

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Deeper nesting is no list that a person wrote, and would cost the square of its depth. */
const DEEPEST_LIST = 50;
const MARKER = /^([-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const CHECKBOX = /^\[([^\]])\](?:[ \t]+|$)/u;
const CALLOUT = /^\[!([^\]\n]+)\][+-]?[ \t]*(.*)$/;
const SETEXT = /^(=+|-+)[ \t]*$/;
/** CommonMark's HTML blocks 6 and 7, which last until a blank line; an inline tag at a line's start is no block. */
const HTML_BLOCK =
  /^<\/?(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[ \t>/]|$)/i;
const RAW_HTML = /^<(script|pre|style|textarea)(?:[ \t>]|$)/i;
/**
 * How recorders begin a turn, so that speech is known without a heading: `[00:31:02.10]   Remote…`, `WEBVTT`,
 * `00:00:01.000 --> …`, `<v Ana Ruiz>…`, `**Them** *(14:03:07)*: …`, `**Ana Ruiz** [00:03]: …` with the time as code.
 */
const SPOKEN =
  /^(?:\[\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d+)?\]|\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?=[ \t]|$)|WEBVTT(?=[ \t]|$)|<v\s+[^>]+>|\*\*[^*\n]{1,60}\*\*\s*(?:\*?\(|`\[)\d{1,3}:\d{2}(?::\d{2})?(?:\)\*?|\]`):)/;
/** `Ana Ruiz  1:43` (Otter, Teams), `0:23 - Ana Ruiz (Norvane)` (Fathom), `Them: …` (Granola): only where more than one follows. */
const PERHAPS_SPOKEN =
  /^(?:[^\n]{0,60}?[ \t]{2,}\d{1,2}:\d{2}(?::\d{2})?[ \t]*$|\d{1,2}:\d{2}(?::\d{2})? - \S|\*{0,2}(?:Me|Them|You|Guest|Speaker \d+|Unknown Speaker)\*{0,2}:[ \t*])/;
/** How far to look for the next turn, in characters. */
const NEXT_TURN = 3_000;

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
    const content = text.slice(from, to);
    const skipTo = startOfSpeech(scan, content, text, to) ? endOfTranscript(text, content, from, to, meaning) : null;
    if (skipTo === null) {
      scanLine(scan, content, line);
      from = to + 1;
      continue;
    }
    const spoken = { line, text: text.slice(from, skipTo) };
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
  const first = line.charCodeAt(0);
  if (first === 35 /* # */) {
    const heading = readHeading(line);
    return heading !== null && scan.meaning.isTranscript(heading.text);
  }
  if (scan.open !== null || line === '') return false;
  // A turn begins with its time or name, so that no more than this is looked at.
  if (SPOKEN.test(line.slice(0, 200))) return true;
  if (!PERHAPS_SPOKEN.test(line)) return false;
  return text
    .slice(end + 1, end + NEXT_TURN)
    .split('\n')
    .some((next) => PERHAPS_SPOKEN.test(next));
}

/** Where the next section begins that is none of the transcript's, in characters. */
function endOfTranscript(text: string, opening: string, from: number, to: number, meaning: HeadingMeaning): number {
  const level = readHeading(opening)?.level ?? 6;
  const next = new RegExp(`^#{1,${level}}[ \\t].*`, 'gm');
  next.lastIndex = Math.max(to, from + 1);
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const heading = readHeading(match[0])?.text ?? '';
    if (meaning.isSection(heading) && !meaning.isTranscript(heading)) return match.index;
  }
  return text.length;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function scanLine(scan: Scan, raw: string, line: number): void {
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

/** The line without its `>`. Character by character, because a pattern runs out of memory on millions of them. */
function afterQuoteMarks(raw: string): string {
  for (let start = 0; ;) {
    let mark = start;
    while (mark < start + 3 && raw.charAt(mark) === ' ') mark++;
    if (raw.charAt(mark) !== '>') return raw.slice(start);
    start = isBlankAt(raw, mark + 1) ? mark + 2 : mark + 1;
  }
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
  const text = raw.trimStart();
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
  let text = content.trimStart();
  const lazy = scan.open !== null && !scan.afterBlank;
  const depth = scan.list.filter((level) => level.content <= column).length;
  const indent = column - (scan.list[depth - 1]?.content ?? 0);
  // Four columns in, a line goes on with the paragraph above or is indented code, whatever it begins with.
  if (indent >= 4) return lazy ? continueParagraph(scan, text) : undefined;

  if (scan.table && !MARKER.test(text) && text.includes('|')) return addRow(scan, scan.table, text, line);
  if (
    SETEXT.test(text) &&
    lazy &&
    indent < 4 &&
    scan.open?.type === 'paragraph' &&
    scan.open.text !== '' &&
    !scan.quote
  ) {
    return setextHeading(scan, scan.open, text, line);
  }
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
    addItem(scan, MARKER.test(content) && !isRule(content) ? '' : content, level, line);
    column += marker[0].length + gap;
    text = after.trimStart();
    level++;
  }
  if (level > depth) return openNested(scan, text, line);
  scanLeaf(scan, text, line, depth, lazy);
}

/** What an item's own first line may open: a fence. Its text is the item's otherwise. */
function openNested(scan: Scan, text: string, line: number): void {
  const fence = FENCE.exec(text);
  if (!fence) return;
  if (scan.open?.type === 'item') scan.open.text = '';
  openFence(scan, fence[0], line);
}

function scanLeaf(scan: Scan, text: string, line: number, depth: number, lazy: boolean): void {
  const fence = FENCE.exec(text);
  const heading = readHeading(text);
  const startsBlock = fence !== null || heading !== null || RAW_HTML.test(text) || HTML_BLOCK.test(text);
  if (lazy && !startsBlock && !text.startsWith('<!--')) return continueParagraph(scan, text);
  // A line left of the list's content, after a blank line or opening a block, ends the list.
  scan.list.length = depth;
  closeOpen(scan);
  if (fence) return openFence(scan, fence[0], line);
  if (heading) {
    if (depth === 0) {
      scan.blocks.push({
        type: 'heading',
        ...heading,
        line,
        quote: scan.quote,
      });
    }
    return;
  }
  if (hideComment(scan, text, line)) return;
  if (depth > 0) return; // A second paragraph of an item: detail, not the item's own text.
  scan.open = { type: 'paragraph', line, quote: scan.quote, text };
  scan.lastLine = text;
  scan.hasPipe = text.includes('|');
  scan.afterBlank = false;
}

/** Comments and HTML, which a reader does not see. True where the line shows nothing. */
function hideComment(scan: Scan, text: string, line: number): boolean {
  if (text.startsWith('<!--')) {
    if (!text.includes('-->')) scan.hidden = { line, end: /-->/ };
    return true;
  }
  if (text.startsWith('%%')) {
    const marks = text.split('%%').length - 1;
    if (marks % 2 === 1) scan.hidden = { line, end: /%%/ };
    return marks % 2 === 1 || text.replace(/%%.*?%%/g, '').trim() === '';
  }
  const raw = RAW_HTML.exec(text);
  if (raw) {
    const end = new RegExp(`</${raw[1] ?? ''}>`, 'i');
    if (!end.test(text)) scan.hidden = { line, end };
    return true;
  }
  if (HTML_BLOCK.test(text)) {
    scan.hidden = { line: null, end: /^\s*$/ };
    return true;
  }
  if (text !== '$$') return false;
  scan.hidden = { line, end: /\$\$/ };
  return true;
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

/** `---`, `* * *`: three or more of one mark, with nothing but spaces between (CommonMark 4.1). In linear time. */
export function isRule(text: string): boolean {
  const mark = text.charAt(0);
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  const marks = text.replace(/[ \t]+/g, '');
  return marks.length >= 3 && marks === mark.repeat(marks.length);
}

/** `|:--|---:|`, the row below a table's header. In linear time. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && /^[|:\- \t]*$/.test(text) && splitRow(text).every((cell) => /^:?-+:?$/.test(cell));
}

/** `| a | b \| c |` → `['a', 'b | c']`. */
export function splitRow(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(^|[^\\])\|$/, '$1');
  const cells: string[] = [];
  let cell = '';
  for (let i = 0; i < inner.length; i++) {
    const char = inner.charAt(i);
    if (char === '\\' && inner.charAt(i + 1) === '|') {
      cell += '|';
      i++;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  cells.push(cell.trim());
  return cells;
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

/** Columns of leading white space; a tab reaches to the next multiple of four (CommonMark 2.2). */
function indentOf(line: string): number {
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    const char = line.charCodeAt(i);
    if (char === 32) column++;
    else if (char === 9) column += 4 - (column % 4);
    else break;
  }
  return column;
}
