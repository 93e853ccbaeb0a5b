import { foldHeading } from '../families.ts';
import { findDay, isDay, type PlainDate } from '../plain-date.ts';
import type { Block } from '../read/blocks.ts';
import type { Section } from './sections.ts';

/** `**Date:** 2025-11-14 · **Customer:** Norvane`: a label of a metadata line, and what ends its value. */
const LABEL = /\*\*\s*([\p{L}][\p{L} /&-]{0,30}?)\s*(?::\s*\*\*|\*\*\s*:)\s*/gu;
const VALUE_END = /\s[·|•]\s|\*\*|[\n\r\u2028\u2029]/;
/** `2025-12-16 16:00:06 — Ana Ruiz <ana@norvane.example>`: a message's heading in an exported e-mail. */
export const MESSAGE_HEADING = /^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}(?::\d{2})?\s+[-–—]\s+(.+)$/;

export interface Label {
  readonly name: string;
  readonly value: string;
}

/** Labels stand in the note's own paragraphs, and as bullets above its first section. */
export function labelsOf(blocks: readonly Block[]): Label[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' && block.type !== 'item') return [];
    if (block.quote !== null || !block.text.includes('**')) return [];
    if (block.type === 'item' && !block.text.startsWith('**')) return [];
    return labelsIn(block.text);
  });
}

/** Values are cut out and not matched: one may be as long as the note, for which a pattern takes too much of the stack. */
function labelsIn(text: string): Label[] {
  const valueEnd = new RegExp(VALUE_END, 'g');
  return [...text.matchAll(LABEL)].map((match) => {
    const start = match.index + match[0].length;
    valueEnd.lastIndex = start;
    const value = text.slice(start, valueEnd.exec(text)?.index ?? text.length);
    return { name: foldHeading(match[1] ?? ''), value: value.trim() };
  });
}

export function labelValues(labels: readonly Label[], name: RegExp): string[] {
  return labels.filter((label) => name.test(label.name) && label.value !== '').map(({ value }) => value);
}

export function dayOfLabels(labels: readonly Label[]): PlainDate | null {
  return (
    labelValues(labels, /^(?:date|meeting date|datum|fecha|data)$/)
      .map((value) => findDay(value))
      .find((day) => day !== null) ?? null
  );
}

/** `Meeting summary for Weekly sync (01/14/2025)`: Zoom writes the month first. */
export function dayOfZoomSummary(blocks: readonly Block[]): PlainDate | null {
  for (const block of blocks.slice(0, 5)) {
    const text = block.type === 'paragraph' || block.type === 'heading' ? block.text : '';
    const [, month, day, year] = /^\**Meeting summary for .*\((\d{2})\/(\d{2})\/(\d{4})\)/.exec(text) ?? [];
    if (year !== undefined) return findDay(`${year}-${month ?? ''}-${day ?? ''}`);
  }
  return null;
}

export function dayOfMessages(sections: readonly Section[]): PlainDate | null {
  const days = sections.flatMap(({ heading }) =>
    heading && MESSAGE_HEADING.test(heading) ? (findDay(heading) ?? []) : [],
  );
  return (
    days
      .filter((day) => isDay(day))
      .sort()
      .pop() ?? null
  );
}
