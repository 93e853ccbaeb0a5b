import type { List, ListItem, Nodes } from 'mdast';
import type { ListItemCache } from 'obsidian/obsidian.d.ts';
import { blockIdAtEnd } from './blocks.ts';
import type { Positions } from './positions.ts';
import { endOf, startOf, type SyntaxTree } from './syntax.ts';

/** `- [x] `: any one character is a status. */
const CHECKBOX = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[([^\r\n])\](?:[ \t]+|(?=[\r\n]|$))/u;
const MARKER = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

/**
 * The items of every list of a note, quotes and callouts included, each before those nested in it.
 *
 * An item begins where its container's content begins on that line, indentation included, and ends where its own text
 * does: before the first list nested in it. An item that a blank line parts from the next one ends at the start of that
 * line, but the last of a list does not.
 */
export function readListItems(tree: SyntaxTree, text: string, positions: Positions): ListItemCache[] {
  const items: ListItemCache[] = [];
  const visit = (node: Nodes, parent: number | null): void => {
    if (node.type === 'list') readList(node, parent);
    else if ('children' in node) for (const child of node.children) visit(child, parent);
  };
  const readList = (list: List, parent: number | null): void => {
    const firstLine = positions.lineOf(startOf(list));
    for (const [index, item] of list.children.entries()) {
      const start = startOfItem(item, list, tree);
      const end = endOfOwnText(item, list.children[index + 1], text);
      // A list at the top has the negative of its first line, which cannot be told from line 0, so that line counts as 1.
      const above = parent ?? -Math.max(firstLine, 1);
      items.push(...readItem({ start, marker: startOf(item), end, parent: above }, text, positions));
      for (const child of item.children) visit(child, positions.lineOf(start));
    }
  };
  visit(tree.root, null);
  return items;
}

/** Only a bullet takes in the indentation before it; a numbered item begins at its number. */
function startOfItem(item: ListItem, list: List, tree: SyntaxTree): number {
  const marker = startOf(item);
  return list.ordered === true ? marker : (tree.indentation.get(marker) ?? marker);
}

interface ItemSpan {
  readonly start: number;
  readonly marker: number;
  readonly end: number;
  readonly parent: number;
}

/** An item, and the second one that a marker right behind its checkbox makes: `- [ ] 1. Call them`. */
function readItem({ start, marker, end, parent }: ItemSpan, text: string, positions: Positions): ListItemCache[] {
  const source = text.slice(marker, end);
  const checkbox = CHECKBOX.exec(source);
  const id = blockIdAtEnd(source);
  const item: ListItemCache = {
    position: positions.span(start, end),
    parent,
    ...(checkbox?.[1] !== undefined && { task: checkbox[1] }),
    ...(id !== null && { id }),
  };
  const behind = marker + (checkbox?.[0].length ?? 0);
  if (!checkbox || !MARKER.test(text.slice(behind, end))) return [item];
  return [item, ...readItem({ start: behind, marker: behind, end, parent: positions.lineOf(start) }, text, positions)];
}

function endOfOwnText(item: ListItem, next: ListItem | undefined, text: string): number {
  const firstList = item.children.findIndex((child) => child.type === 'list');
  const own = firstList < 0 ? item.children : item.children.slice(0, firstList);
  const last = own[own.length - 1];
  if (firstList >= 0) return last ? endOf(last) : startOf(item) + 1;
  const end = last ? Math.max(endOf(last), endOf(item)) : endOf(item);
  const blankLine = /^[ \t]*(\r\n|\r|\n)[ \t>]*[\r\n]/.exec(text.slice(end));
  return next && blankLine ? end + blankLine[0].indexOf(blankLine[1] ?? '') + (blankLine[1] ?? '').length : end;
}
