import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { beginningOf, mayBeInvisible, stripInvisible } from '../words.ts';

/** `[[target#heading|alias]]` */
export interface Wikilink {
  readonly target: string;
  readonly alias: string | null;
}

/** One line of a note, as a reader sees it and as it may stand on a page. */
export interface Inline {
  /** Without Markdown: what is shown, compared and hashed. */
  readonly text: string;
  /** Safe as part of one line of a page: links kept, emphasis and HTML gone, nothing that could open a block. */
  readonly markdown: string;
  readonly links: readonly Wikilink[];
}

/** A piece of a line as remark reads it, in mdast's terms: `text`, `inlineCode`, `link`, `strong`, `emphasis`, `break` … */
export interface InlineNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly InlineNode[];
}

/** Without one of these a line is plain text, and remark would give it back as it is. */
const SYNTAX = /[*_`[\]<>\\|]|~~|==|%%|\$\$|&(?:#|[a-zA-Z][a-zA-Z0-9]{0,31};)|\^[\w-]+$|#\S|[\uE000\uE001]/;
const WIKILINK = /(!?)\[\[([^[\]|\n]*)(?:\|([^[\]\n]*))?\]\]/g;
/** remark takes more than linear time on hostile lines; no honest line of a meeting note is longer. */
const LONGEST_PIECE = 2_000;
/** The marks that remark then looks for the end of. Of a line that holds more of them than anybody writes less is read. */
const OPENING = /[[<*_`\\]/g;
const MOST_OPENING = 200;
const LONGEST_PIECE_OF_MARKS = 500;

/** Reads one line of Markdown (an item, a heading, a sentence): CommonMark's inlines, Obsidian's links and comments. */
export function readInline(source: string): Inline {
  if (isPlain(source)) return { text: source, markdown: startedAsText(source), links: [] };
  const line = oneLine(source);
  if (!SYNTAX.test(line)) return { text: line, markdown: startedAsText(line), links: [] };
  const { nodes, links } = inlinesOf(line);
  const text = restore(
    nodes.map((node) => toString(node, { includeImageAlt: false, includeHtml: false })).join(''),
    links,
    shownText,
  );
  const markdown = restore(nodes.map((node) => safeMarkdown(node, links)).join(''), links, linkMarkdown);
  // A character reference, `&#8238;`, shows itself only now.
  return { text: tidy(stripInvisible(text)), markdown: startedAsText(keptApart(tidy(markdown))), links };
}

/** The pieces of a line without needless spaces. In their texts each link to a note has left its place in `links`. */
export function inlinesOf(line: string): { nodes: readonly InlineNode[]; links: readonly Wikilink[] } {
  const links: Wikilink[] = [];
  const prepared = readPiece(line)
    .replace(/[\uE000\uE001]/g, '')
    .replace(/%%.*?%%/g, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/==([^=]+)==/g, '$1')
    // What was struck through holds no longer.
    .replace(/~~[^~]+~~/g, ' ')
    .replace(/\s\^[\w-]+\s*$/, '')
    .replace(WIKILINK, (_, embed: string, target: string, alias?: string) => {
      if (embed) return '';
      // In a table the pipe of a link is written `\\|`.
      links.push({ target: target.replace(/\\$/, '').trim(), alias: alias?.trim() || null });
      return `\uE000${links.length - 1}\uE001`;
    });
  return { nodes: simpleNodes(prepared) ?? inlineNodes(prepared), links };
}

/** A line as it shows: white space is single spaces, and what does not show is gone. */
export function oneLine(source: string): string {
  const line = tidy(source);
  return mayBeInvisible(line) ? tidy(stripInvisible(line)) : line;
}

/**
 * Whether a line shows itself as it stands, which most lines do; false where that takes a closer look. One look at each
 * character is far cheaper than the patterns.
 */
function isPlain(line: string): boolean {
  if (line.startsWith(' ') || line.endsWith(' ')) return false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code < 0x80 ? !PLAIN_ASCII[code] : !isPlainBeyondAscii(code)) return false;
    if (code === 0x20 && line.charCodeAt(at - 1) === 0x20) return false;
  }
  return true;
}

/** By code: characters that are no white space but a space, no control character, and never a part of Markdown's marks. */
const PLAIN_ASCII = Array.from(
  { length: 0x80 },
  (_, code) => code >= 0x20 && !/[*_`[\]<>\\|~=%$&^#\x7F]/.test(String.fromCharCode(code)),
);

/** Letters of Europe's scripts, and dashes, quotes and currencies; what else there is may be white space or invisible. */
function isPlainBeyondAscii(code: number): boolean {
  return (
    (code > 0xa0 && code < 0x600) ||
    (code > 0x200f && code < 0x2028) ||
    (code > 0x202f && code < 0x205f) ||
    (code > 0x209f && code < 0x20d0)
  );
}

/** As much of a line as is read. */
function readPiece(line: string): string {
  const piece = beginningOf(line, LONGEST_PIECE);
  if (piece.length <= LONGEST_PIECE_OF_MARKS) return piece;
  const marks = piece.match(OPENING)?.length ?? 0;
  return marks > MOST_OPENING ? beginningOf(piece, LONGEST_PIECE_OF_MARKS) : piece;
}

/** What a reader sees of a line of Markdown. */
export function plainText(source: string): string {
  return readInline(source).text;
}

/**
 * Any text as Markdown that shows this text and nothing else, in one line. A caret with a word at the end would be the
 * name of the line's block.
 */
export function escapeMarkdown(text: string): string {
  return stripInvisible(text.replace(/\s+/g, ' '))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/\*(?=\S)|`|\[(?=\[)|\](?=[[(\]])|<(?=[a-z/!?])|~(?=~)|=(?==)/gi, '\\$&')
    .replace(/(^|\W)_(?=\S)/g, '$1\\_')
    .replace(/(\s)\^(?=[\w-]+\s*$)/, '$1\\^')
    .replace(/%(?=%)/g, '% ')
    .replace(/\$(?=\$)/g, '$ ')
    .replace(/<(?=%)/g, '< ');
}

/** What a wikilink shows: its alias, else its target, `Note > Heading` as Obsidian has it. */
export function shownText(link: Wikilink): string {
  return link.alias ?? link.target.replace(/^#/, '').replace(/#\^?/g, ' > ');
}

/** A text as the alias of a wikilink, where nothing can be escaped: what would end the link, hide or run is set apart. */
export function aliasText(text: string): string {
  const alias = stripInvisible(text).replace(/[[\]|]/g, ' ');
  // First what is left out, because two marks may meet where it stood.
  const kept = /`\s*\$?=/.test(alias) ? alias.replaceAll('`', '') : alias;
  return tidy(kept.replace(/%(?=%)/g, '% ').replace(/<(?=[a-z/!?%])/gi, '< '));
}

/** `%%` opens a comment, `<b>` a tag, and so on, even in a link, and nothing can be escaped there. */
export function isUnsafeTarget(target: string): boolean {
  return /%%|\$\$|`|<[a-z/!?%]/i.test(target);
}

function linkMarkdown(link: Wikilink): string {
  const target = isUnsafeTarget(link.target) ? '' : link.target.replace(/[|[\]]/g, ' ').trim();
  const alias = link.alias === null ? '' : `|${aliasText(link.alias)}`;
  return target === '' ? escapeMarkdown(shownText(link)) : `[[${target}${alias}]]`;
}

/**
 * The inlines of a line whose only marks are pairs of asterisks around words, as in `**Ghent:** goes first`: what remark
 * would read, at a fraction of the time. Null for any other line.
 */
function simpleNodes(line: string): InlineNode[] | null {
  if (!line.includes('**')) return null;
  const parts = line.split('**');
  if (parts.length % 2 === 0 || OTHER_MARKS.test(line)) return null;
  const areSimple = parts.every((part, index) =>
    index % 2 === 1
      ? BOLD_WORDS.test(part)
      : !part.includes('*') &&
        (index === 0 || part === '' || AFTER_BOLD.test(part)) &&
        (index === parts.length - 1 || part === '' || BEFORE_BOLD.test(part)),
  );
  if (!areSimple || parts.slice(1, -1).includes('')) return null;
  return parts.flatMap((value, index): InlineNode[] => {
    if (index % 2 === 1) return [{ type: 'strong', children: [{ type: 'text', value }] }];
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** What else remark reads in a line. */
const OTHER_MARKS = /[_`[\]<>\\&]|[^\S ]/;
/** CommonMark 6.2: the opening marks have no white space behind, the closing ones none before. */
const BOLD_WORDS = /^[\p{L}\p{N}](?:[^*]*[\p{L}\p{N}:.!?])?$/u;
/** Punctuation before the closing marks asks for white space or punctuation behind. */
const AFTER_BOLD = /^[ ,.;:!?)]/;
const BEFORE_BOLD = /[ (]$/;

/**
 * The inlines of a line, by remark's parser without the frame for plugins around it. The leading full stop keeps remark
 * from taking `1. x`, `# x` or `> x` for a block.
 */
function inlineNodes(line: string): InlineNode[] {
  const paragraph = fromMarkdown(`. ${line}`).children[0];
  if (paragraph?.type !== 'paragraph') return [{ type: 'text', value: line }];
  const [first, ...rest] = paragraph.children;
  return first?.type === 'text' ? [{ ...first, value: first.value.slice(2) }, ...rest] : paragraph.children;
}

function safeMarkdown(node: InlineNode, links: readonly Wikilink[]): string {
  const { type, value = '', url = '', children = [] } = node;
  if (type === 'text') return escapeMarkdown(value);
  if (type === 'inlineCode') return codeSpan(value, links);
  const inner = children.map((child) => safeMarkdown(child, links)).join('');
  if (type === 'link') return safeLink(url, inner);
  return type === 'break' ? ' ' : inner;
}

/** How a code span begins that Dataview or Meta Bind would run, with white space before it or not. */
const RUNS = /^\s*(?:\$?=|(?:INPUT|VIEW|BUTTON)\[)/;

/** What would run, or end the span, is text without the marks of code. */
function codeSpan(code: string, links: readonly Wikilink[]): string {
  const shown = restore(code, links, linkMarkdown);
  if (shown.includes('`') || RUNS.test(shown)) return escapeMarkdown(code);
  return `\`${code.replace(/%(?=%)/g, '% ').replace(/<(?=%)/g, '< ')}\``;
}

/** Only links that a reader of meeting notes expects; `javascript:` addresses and the app's commands leave their text. */
function safeLink(url: string, text: string): string {
  if (text === '') return '';
  return isSafeAddress(url) ? `[${text}](${url})` : text;
}

/** Whether a link may lead there; other programs' addresses could do something when they are followed. */
export function isSafeAddress(url: string): boolean {
  const isExpected = /^(?:https?:|mailto:|obsidian:\/\/open\?)[^\s()<>\\]*$/i.test(url) && !url.includes('%%');
  return isExpected && stripInvisible(url) === url;
}

/**
 * What only meets when the pieces of a line are joined: “Done![[Ana]]” or `\![x](y)` must not become an embed or a
 * picture, nor `\%<b>\%` a comment.
 */
function keptApart(markdown: string): string {
  const apart = markdown
    .replace(/%(?=%)/g, '% ')
    .replace(/\$(?=\$)/g, '$ ')
    .replace(/<(?=%)/g, '< ');
  return apart.replace(/(\\*)!(?=\[)/g, (whole, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\!` : whole,
  );
}

/** At the start of a line these would make a task, heading, quote or list of it. */
export function startedAsText(markdown: string): string {
  if (/^[A-Za-z]/.test(markdown)) return markdown;
  return markdown
    .replace(/^(\[[^\]]\](?=\s)|#{1,6}(?=\s)|>|[-+*](?=\s)|\|)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

/** A text with the links put back that left their places in it. */
export function restore(text: string, links: readonly Wikilink[], show: (link: Wikilink) => string): string {
  return text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => {
    const link = links[Number(index)];
    return link ? show(link) : '';
  });
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
