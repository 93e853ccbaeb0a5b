import { foldHeading } from '../families.ts';
import { findDay, isDay, type PlainDate } from '../plain-date.ts';
import type { Block } from '../read/outline.ts';
import type { Section } from './sections.ts';

/** `**Date:** 2025-11-14 · **Customer:** Norvane`: the labels of a metadata line. */
const LABEL = /\*\*\s*([\p{L}][\p{L} /&-]{0,30}?)\s*(?::\s*\*\*|\*\*\s*:)\s*((?:(?!\s[·|•]\s|\*\*).)*)/gu;
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
    return [...block.text.matchAll(LABEL)].map((match) => ({
      name: foldHeading(match[1] ?? ''),
      value: (match[2] ?? '').trim(),
    }));
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
