import { toString } from 'mdast-util-to-string';
import type { Image, Link, Nodes, Root } from 'mdast';
import type { CachedMetadata, ReferenceCache } from 'obsidian/obsidian.d.ts';
import type { Positions } from './positions.ts';
import { endOf, startOf, walk } from './syntax.ts';
import { findWikilinks } from './wikilinks.ts';

/** What holds running text. Links and tags of a `%%` comment count, its tasks and headings do not. */
const TEXT_HOLDERS = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'comment']);

/**
 * A tag stands at the start or behind what is neither a letter, a digit nor part of an address. Behind an escaped
 * bracket it counts, as in `\[\[#Tag\]\]`.
 */
const TAG = /(^|[^\p{L}\p{N}_/&#-])(#[^\s\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\0]+)/gu;

interface Found {
  readonly cache: ReferenceCache;
  readonly embeds: boolean;
}

/** Links, embeds and tags of a note, in the order of the text. */
export function readInline(
  root: Root,
  text: string,
  positions: Positions,
): Pick<CachedMetadata, 'links' | 'embeds' | 'tags'> {
  const references: Found[] = [];
  const tags: NonNullable<CachedMetadata['tags']> = [];
  for (const node of walk(root)) {
    if (!TEXT_HOLDERS.has(node.type)) continue;
    const readable = hideUnread(node, text);
    const own = [...wikilinksIn(node, readable, text, positions), ...markdownLinksIn(node, text, positions)];
    references.push(...own.sort((a, b) => a.cache.position.start.offset - b.cache.position.start.offset));
    tags.push(...tagsIn(node, hideLinks(node, readable, own), positions));
  }
  const links = references.filter(({ embeds }) => !embeds).map(({ cache }) => cache);
  const embeds = references.filter((found) => found.embeds).map(({ cache }) => cache);
  return {
    ...(links.length > 0 && { links }),
    ...(embeds.length > 0 && { embeds }),
    ...(tags.length > 0 && { tags }),
  };
}

/** The node's source with code, HTML and escaped characters overwritten, so that offsets stay. */
function hideUnread(node: Nodes, text: string): string {
  const start = startOf(node);
  let source = text.slice(start, endOf(node));
  for (const inner of walk(node)) {
    if (inner.type !== 'inlineCode' && inner.type !== 'html') continue;
    source = overwrite(source, startOf(inner) - start, endOf(inner) - start);
  }
  if (node.type === 'comment') source = source.replace(/^(```|~~~)[^]*?^\1.*$/gm, (code) => '\0'.repeat(code.length));
  return source.replace(/\\[[\]#!`%\\]/g, '\0\0');
}

/** What is inside a link, a leading `#` of its address above all, is no tag. */
function hideLinks(node: Nodes, readable: string, wikilinks: readonly Found[]): string {
  const start = startOf(node);
  const links = [...walk(node)].filter(({ type }) => type === 'link' || type === 'image');
  const spans = [
    ...links.map((link) => [startOf(link), endOf(link)] as const),
    ...wikilinks.map(({ cache: { position } }) => [position.start.offset, position.end.offset] as const),
  ];
  return spans.reduce((left, [from, to]) => overwrite(left, from - start, to - start), readable);
}

function overwrite(text: string, start: number, end: number): string {
  return text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end);
}

function wikilinksIn(node: Nodes, readable: string, text: string, positions: Positions): Found[] {
  const base = startOf(node);
  return findWikilinks(readable).map(({ start, end, embeds, link }) => {
    const original = text.slice(base + start, base + end);
    return { embeds, cache: { ...link, original, position: positions.span(base + start, base + end) } };
  });
}

function markdownLinksIn(node: Nodes, text: string, positions: Positions): Found[] {
  return [...walk(node)]
    .filter((inner): inner is Link | Image => inner.type === 'link' || inner.type === 'image')
    .flatMap((inner) => {
      const original = text.slice(startOf(inner), endOf(inner));
      const embeds = inner.type === 'image';
      // Autolinks have no brackets; what names a scheme leads out of the vault.
      if (!/^!?\[/.test(original) || inner.url === '' || /^[a-z][a-z\d+.-]*:/i.test(inner.url)) return [];
      const position = positions.span(startOf(inner), endOf(inner));
      return [{ embeds, cache: { link: decoded(inner.url), original, displayText: toString(inner), position } }];
    });
}

/** `Test%20Data/a.md` is `Test Data/a.md`; a stray percent sign leaves the address as it is. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function tagsIn(node: Nodes, source: string, positions: Positions): NonNullable<CachedMetadata['tags']> {
  return [...source.matchAll(TAG)].flatMap((match) => {
    const [, before = '', tag = ''] = match;
    if (/^#\d+$/.test(tag)) return [];
    const start = startOf(node) + match.index + before.length;
    return [{ tag, position: positions.span(start, start + tag.length) }];
  });
}
