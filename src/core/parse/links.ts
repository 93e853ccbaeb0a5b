import type { Block } from '../read/blocks.ts';

const WIKILINK_TARGET = /\[\[([^\]|#^\n]+)/g;

/** The targets of all wikilinks, each once. */
export function linksOf(blocks: readonly Block[]): string[] {
  const targets = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'rule') continue;
    for (const text of block.type === 'row' ? block.cells : [block.text])
      if (text.includes('[[')) for (const target of targetsIn(text)) targets.add(target);
  }
  return [...targets];
}

export function targetsIn(text: string): string[] {
  return text.includes('[[') ? [...text.matchAll(WIKILINK_TARGET)].map((match) => (match[1] ?? '').trim()) : [];
}
