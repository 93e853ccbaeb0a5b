import type { PhrasingContent } from 'mdast';
import { getLinkpath, parseLinktext } from '../helpers.ts';
import { setIcon } from './icons.ts';

/** What drawing inline Markdown needs to know. */
export interface InlineContext {
  /** True where a link's target is in the vault. */
  isResolved(linkpath: string): boolean;
}

/** What Obsidian reads inside of plain text: `[[link|text]]`, `![[embed]]`, `==mark==`, `#tag`. */
const DIALECT =
  /(!?)\[\[([^[\]\n]+)\]\]|==([^=\n]+)==|(^|\s)#([\p{L}\p{N}\p{Emoji_Presentation}_/-]*[\p{L}\p{Emoji_Presentation}_/-][\p{L}\p{N}_/-]*)/gu;
/** Schemes that a click may follow. */
const SAFE_LINK = /^(?:https?|mailto|tel|obsidian):/i;

/** Draws inline content into an element. Nothing of a note becomes markup but what is made here. */
export function drawInline(nodes: readonly PhrasingContent[], el: HTMLElement, context: InlineContext): void {
  for (const node of nodes) drawNode(node, el, context);
}

function drawNode(node: PhrasingContent, el: HTMLElement, context: InlineContext): void {
  if (node.type === 'text') drawText(node.value, el, context);
  else if (node.type === 'inlineCode') el.createEl('code', { text: node.value });
  else if (node.type === 'emphasis') drawInline(node.children, el.createEl('em'), context);
  else if (node.type === 'strong') drawInline(node.children, el.createEl('strong'), context);
  else if (node.type === 'delete') drawInline(node.children, el.createEl('del'), context);
  else if (node.type === 'break') el.createEl('br');
  else if (node.type === 'link') drawLink(node.url, node.children, el, context);
  else if (node.type === 'image') el.createSpan({ cls: 'image-embed', text: node.alt ?? node.url });
  else if (node.type === 'html') drawHtml(node.value, el);
  else if (node.type === 'footnoteReference') el.createEl('sup', { cls: 'footnote-ref', text: `[${node.identifier}]` });
  else if (node.type === 'linkReference') drawInline(node.children, el, context);
}

/** HTML is shown, never run: a line break and a comment are what they are in the app. */
function drawHtml(source: string, el: HTMLElement): void {
  if (/^<br\s*\/?>$/i.test(source)) el.createEl('br');
  else if (!source.startsWith('<!--')) el.createSpan({ cls: 'html-source', text: source });
}

function drawLink(url: string, children: readonly PhrasingContent[], el: HTMLElement, context: InlineContext): void {
  const external = /^[a-z][a-z0-9+.-]*:/i.test(url);
  const link = external ? externalLink(url, el) : internalLink(decode(url), el, context);
  drawInline(children, link, context);
}

function externalLink(url: string, el: HTMLElement): HTMLElement {
  const attr = { rel: 'noopener nofollow', target: '_blank' };
  return SAFE_LINK.test(url)
    ? el.createEl('a', { cls: 'external-link', href: url, attr })
    : el.createSpan('external-link');
}

function internalLink(linktext: string, el: HTMLElement, context: InlineContext): HTMLElement {
  const link = el.createEl('a', { cls: 'internal-link', href: linktext, attr: { 'data-href': linktext } });
  const linkpath = getLinkpath(linktext);
  if (linkpath !== '' && !context.isResolved(linkpath)) link.addClass('is-unresolved');
  return link;
}

function drawText(text: string, el: HTMLElement, context: InlineContext): void {
  let written = 0;
  for (const match of text.matchAll(DIALECT)) {
    el.appendText(text.slice(written, match.index));
    written = match.index + match[0].length;
    const [, bang, link, mark, space = '', tag] = match;
    if (link !== undefined) drawWikilink(link, bang === '!', el, context);
    else if (mark !== undefined) el.createEl('mark', { text: mark });
    else if (tag !== undefined) {
      el.appendText(space);
      el.createEl('a', { cls: 'tag', href: `#${tag}`, text: `#${tag}` });
    }
  }
  el.appendText(text.slice(written));
}

function drawWikilink(inner: string, embedded: boolean, el: HTMLElement, context: InlineContext): void {
  const bar = inner.indexOf('|');
  const target = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, '').trim();
  const shown = bar < 0 ? displayOf(target) : inner.slice(bar + 1).trim();
  if (!embedded) {
    internalLink(target, el, context).setText(shown);
    return;
  }
  // Embedded notes are named, not drawn.
  const frame = el.createSpan('internal-embed');
  setIcon(frame.createSpan('internal-embed-icon'), 'file');
  internalLink(target, frame, context).setText(shown);
}

/** `Note#Heading` is shown as `Note > Heading`. */
function displayOf(linktext: string): string {
  const { path, subpath } = parseLinktext(linktext);
  const parts = subpath.split('#').filter((part) => part !== '');
  return [path, ...parts].filter((part) => part !== '').join(' > ');
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url).replace(/\.md(?=#|$)/, '');
  } catch {
    return url;
  }
}
