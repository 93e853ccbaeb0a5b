import type { FrontMatterInfo } from 'obsidian/obsidian.d.ts';

/** What stands between the fences may be empty, and the closing fence may be the note's end. */
const FRONT_MATTER = /^---[ \t]*(?:\r\n|\r|\n)((?:[^\r\n]*(?:\r\n|\r|\n))*?)---[ \t]*(?:\r\n|\r|\n|$)/;

/**
 * Where a note's front matter is:
 *
 *     ---
 *     account: Acme     from … to: the lines between the fences, the last line's end included
 *     ---
 *     The text          contentStart
 */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const match = FRONT_MATTER.exec(content);
  if (!match) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const [block, frontmatter = ''] = match;
  const from = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(block)?.[0].length ?? 0;
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: block.length };
}
