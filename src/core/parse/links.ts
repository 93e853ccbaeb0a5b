import type { Block } from '../read/blocks.ts';

const WIKILINK_TARGET = /\[\[([^\]|#^\n]+)/g;

/** The targets of all wikilinks, each once. */
export function linksOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) =>
    block.type === 'row' ? block.cells : block.type === 'rule' ? [] : [block.text],
  );
  return [...new Set(texts.flatMap((text) => targetsIn(text)))];
}

export function targetsIn(text: string): string[] {
  return text.includes('[[') ? [...text.matchAll(WIKILINK_TARGET)].map((match) => (match[1] ?? '').trim()) : [];
}
