import type { CachedMetadata, HeadingCache } from 'obsidian/obsidian.d.ts';
import { readBlocks, readSections } from './blocks.ts';
import { readFrontMatter } from './front-matter-cache.ts';
import { readInline } from './inline.ts';
import { readListItems } from './list-items.ts';
import { Positions } from './positions.ts';
import { endOf, parseSyntax, startOf, type SyntaxTree } from './syntax.ts';

/**
 * A note's metadata as the app's cache holds it. The rules were learned from recordings of the app. A field without
 * anything in it is left out. Not read: footnotes, reference links and mathematics.
 */
export function readMetadata(text: string): CachedMetadata {
  const positions = new Positions(text);
  const frontMatter = readFrontMatter(text, positions);
  const tree = parseSyntax(withoutFrontMatter(text, frontMatter.end));
  const sections = readSections(tree, text, positions);
  if (frontMatter.end !== null) sections.unshift({ type: 'yaml', position: positions.span(0, frontMatter.end) });
  const headings = readHeadings(tree, text, positions);
  const listItems = readListItems(tree, text, positions);
  const blocks = readBlocks(sections, listItems);
  return {
    ...frontMatter.cache,
    ...readInline(tree.root, text, positions),
    ...(headings.length > 0 && { headings }),
    ...(sections.length > 0 && { sections }),
    ...(listItems.length > 0 && { listItems }),
    ...(blocks && { blocks }),
  };
}

/** The same text with blank lines where the front matter was, so that every offset stays. */
function withoutFrontMatter(text: string, end: number | null): string {
  return end === null ? text : text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

/** The headings that are not inside a quote or list, with their text as it is written. */
function readHeadings(tree: SyntaxTree, text: string, positions: Positions): HeadingCache[] {
  return tree.root.children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const [first, last] = [node.children[0], node.children[node.children.length - 1]];
    const heading = first && last ? text.slice(startOf(first), endOf(last)).trim() : '';
    const start = tree.indentation.get(startOf(node)) ?? startOf(node);
    return [{ heading, level: node.depth, position: positions.span(start, endOf(node)) }];
  });
}
