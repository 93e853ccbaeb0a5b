import type { RootContent } from 'mdast';
import type { BlockCache, ListItemCache, SectionCache } from 'obsidian/obsidian.d.ts';
import type { Positions } from './positions.ts';
import { endOf, startOf, type SyntaxTree } from './syntax.ts';

const BLOCK_ID = /(?:^|[ \t\r\n])\^([a-zA-Z0-9-]+)[ \t]*$/;
const ONLY_BLOCK_ID = /^\^([a-zA-Z0-9-]+)[ \t]*$/;

/** The id at the end of a paragraph or list item: `Call them back ^call`. */
export function blockIdAtEnd(source: string): string | null {
  return BLOCK_ID.exec(source.trimEnd())?.[1] ?? null;
}

/**
 * The note's outermost blocks. Each begins with its line's indentation. A quote whose first line is `[!kind]` is a
 * callout. An id on a line of its own belongs to the list, quote, table or code above it.
 */
export function readSections(tree: SyntaxTree, text: string, positions: Positions): SectionCache[] {
  const sections: SectionCache[] = [];
  for (const node of tree.root.children) {
    const source = text.slice(startOf(node), endOf(node));
    const above = sections[sections.length - 1];
    const alone = node.type === 'paragraph' ? ONLY_BLOCK_ID.exec(source)?.[1] : undefined;
    if (alone !== undefined && above && above.type !== 'paragraph') above.id = alone;
    const id = node.type === 'paragraph' || node.type === 'heading' ? blockIdAtEnd(source) : null;
    sections.push({
      type: sectionType(node, source),
      position: positions.span(tree.indentation.get(startOf(node)) ?? startOf(node), endOf(node)),
      ...(id !== null && alone === undefined && { id }),
    });
  }
  return sections;
}

function sectionType(node: RootContent, source: string): string {
  return node.type === 'blockquote' && /^[ \t>]*\[!/.test(source) ? 'callout' : node.type;
}

/** Every block that has an id, under the id in small letters, as links are matched without regard to case. */
export function readBlocks(
  sections: readonly SectionCache[],
  items: readonly ListItemCache[],
): Record<string, BlockCache> | null {
  const blocks = [...sections, ...items].flatMap(({ id, position }): [string, BlockCache][] =>
    id === undefined ? [] : [[id.toLowerCase(), { id, position }]],
  );
  return blocks.length === 0 ? null : Object.fromEntries(blocks);
}
