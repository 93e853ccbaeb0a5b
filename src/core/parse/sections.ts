import { foldHeading, type Family, type HeadingLookup } from '../families.ts';
import type { FrontMatter } from '../read/front-matter.ts';
import { plainText } from '../read/inline.ts';
import type { Block } from '../read/blocks.ts';

const SUMMARY_CALLOUTS = new Set(['summary', 'abstract', 'tldr']);

/** A heading or callout with what stands below it, up to the next one. */
export interface Section {
  readonly family: Family | null;
  readonly heading: string | null;
  /** Headings above that are no family's: `## Norvane` over `### Decisions`, or `### Norvane` below it. */
  readonly context: readonly string[];
  readonly blocks: readonly Block[];
  readonly isCallout: boolean;
  /** Below a rule: a footer, up to the next heading. */
  readonly isFooter: boolean;
  /** Below a heading for what is still to be discussed. */
  readonly isAgenda: boolean;
}

/**
 * Granola writes what was said under one heading per topic, whatever the topic is called. In such a note the bullets of
 * these topics are facts, beside those of headings that are known.
 */
export function withImportersFacts(
  sections: readonly Section[],
  properties: FrontMatter['properties'],
): readonly Section[] {
  if (!properties.has('granola_id')) return sections;
  const isTopic = ({ family, heading, context, isCallout, isFooter, isAgenda }: Section) =>
    family === null &&
    heading !== null &&
    !isCallout &&
    !isFooter &&
    !isAgenda &&
    ![heading, ...context].some((name) => NO_TOPIC.test(foldHeading(name)));
  return sections.map((section) => (isTopic(section) ? { ...section, family: 'facts' } : section));
}

/** What the user typed during the meeting stands apart from what was made of it. */
const NO_TOPIC = /^(?:my notes|private notes)$/;

/** `agenda`: what is still to be decided or asked is neither a decision nor an answer. */
type OpenHeading = { level: number; text: string; family: Family | 'agenda' | null };

const AGENDA = /^agenda$|\bto (?:make|take|be made|discuss|ask|decide|cover|clarify)$/i;
/** A paragraph that is bold from end to end: a heading in all but its marks, below every real one. */
const BOLD_LINE = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/;
const BOLD_LEVEL = 7;

/** Cuts the outline at headings, callouts and rules. A deeper heading of no family continues the family above. */
export function sectionsOf(blocks: readonly Block[], familyOf: HeadingLookup): Section[] {
  const sections: Section[] = [];
  const path: OpenHeading[] = [];
  let current: Block[] = [];
  const open = (family: Family | null, isCallout = false, isFooter = false) => {
    const last = [...path].reverse().find((heading) => heading.level < BOLD_LEVEL);
    const context = path
      .filter((heading) => heading.family === null && heading.level > 1)
      .map((heading) => heading.text);
    current = [];
    const isAgenda = nearest() === 'agenda';
    sections.push({ family, heading: last?.text ?? null, context, blocks: current, isCallout, isFooter, isAgenda });
  };
  const nearest = () => [...path].reverse().find((heading) => heading.family !== null)?.family ?? null;
  const familyHere = (): Family | null => {
    const family = nearest();
    return family === 'agenda' ? null : family;
  };
  open(null);
  let quoteLine: number | null = null;
  for (const block of blocks) {
    const heading = headingOf(block, familyOf);
    if (heading) {
      while ((path[path.length - 1]?.level ?? 0) >= heading.level) path.pop();
      const text = plainText(heading.text);
      path.push({
        level: heading.level,
        text,
        family: familyOf(heading.text) ?? (AGENDA.test(foldHeading(heading.text)) ? 'agenda' : null),
      });
      open(familyHere());
      quoteLine = null;
      continue;
    }
    const callout = block.quote && block.quote.kind !== '' ? block.quote : null;
    if ((callout?.line ?? null) !== quoteLine) {
      quoteLine = callout?.line ?? null;
      open(callout ? calloutFamily(callout.kind, callout.title, familyOf) : familyHere(), callout !== null);
    }
    if (block.type === 'rule') open(null, false, true);
    else current.push(block);
  }
  return sections;
}

function headingOf(block: Block, familyOf: HeadingLookup): { level: number; text: string } | null {
  if (block.quote !== null) return null;
  if (block.type === 'heading') return block;
  if (block.type !== 'paragraph') return null;
  const bold = BOLD_LINE.exec(block.text);
  if (bold) return { level: BOLD_LEVEL, text: bold[1] ?? '' };
  // Pasted summaries have `Quick recap` or `Next steps` alone on a line.
  const isAlone = block.text.length <= 30 && !block.text.includes('\n') && familyOf(block.text) !== null;
  return isAlone ? { level: BOLD_LEVEL, text: block.text } : null;
}

function calloutFamily(kind: string, title: string, familyOf: HeadingLookup): Family | null {
  return SUMMARY_CALLOUTS.has(kind) ? 'summary' : familyOf(title);
}
