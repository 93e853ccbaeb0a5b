import type { ComposedSection } from '../compose/account-page.ts';
import { foldHeading } from '../families.ts';
import type { HeadingBlock } from '../read/blocks.ts';
import { findFrontMatter } from '../read/front-matter.ts';
import { isRule } from '../read/line-marks.ts';
import { readOutline } from '../read/outline.ts';
import type { HeadingMeaning } from '../read/speech.ts';
import { SECTION_IDS, type SectionId } from '../settings.ts';
import { lineEndOf, linesOf, type TextLine } from '../text-edit.ts';
import { hiddenLines } from './page-blocks.ts';

/** Headings under which pages have a section, beside the one from the settings; folded. */
const SECTION_HEADINGS: Readonly<Record<SectionId, readonly string[]>> = {
  recentContext: ['recent context', 'recent activity', 'recent meetings'],
  keyFacts: ['key facts', 'facts'],
  decisions: ['decisions', 'key decisions'],
  blockers: ['blockers', 'current blockers', 'key blockers'],
  openQuestions: ['open questions'],
  topics: ['topics', 'key topics'],
  opportunities: ['opportunities'],
  keyContacts: ['key contacts'],
  collaborators: ['collaborators', 'people'],
  relatedPeople: ['related people'],
};

/** A managed section on the page: from the line after its heading to the next heading. */
export interface Place {
  readonly id: SectionId;
  readonly heading: string;
  readonly line: number;
  readonly headingStart: number;
  readonly start: number;
  readonly end: number;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly eol: string;
  readonly level: number;
  /** Of a code block or comment that hides the rest of the page. */
  readonly unclosedLine: number | null;
}

export function layoutOf(text: string, composed: readonly ComposedSection[], accountName: string): Layout {
  const lines = linesOf(text);
  const byName = new Map<string, SectionId>();
  for (const id of SECTION_IDS) for (const name of SECTION_HEADINGS[id]) byName.set(name, id);
  for (const { id, heading } of composed) byName.set(foldHeading(heading), id);
  // A list that is put above a person's indented heading may not swallow it.
  const { headings, unclosedLine } = headingsOf(text, (heading) => byName.has(foldHeading(heading)));
  const managed = new Set(composed.map(({ id }) => id));
  // An account may be called like a section.
  const title = foldHeading(accountName);
  const places = headings.flatMap((heading, index): Place[] => {
    const id = byName.get(foldHeading(heading.text));
    if (id === undefined || !managed.has(id) || foldHeading(heading.text) === title) return [];
    const next = headings[index + 1];
    const start = lineStart(lines, lastLineOf(heading, lines), text);
    return [
      {
        id,
        heading: heading.text,
        line: heading.line,
        headingStart: lines[heading.line - 1]?.start ?? start,
        start,
        end: next ? lineStart(lines, next.line - 1, text) : text.length,
      },
    ];
  });
  const levels = headings.filter(({ text: heading }) => byName.has(foldHeading(heading))).map(({ level }) => level);
  const isBare = ({ heading }: Place) => !/[#^%<[]/.test(heading);
  // `## Key Facts #archive` beside `## Key Facts` is another section.
  const managedPlaces = places.filter(
    (place) => isBare(place) || !places.some((other) => other.id === place.id && isBare(other)),
  );
  return {
    places: managedPlaces.map((place) => ({ ...place, end: endOfSection(text.slice(0, place.end), place.start) })),
    eol: lineEndOf(text),
    level: Math.max(2, levels[0] ?? 2),
    unclosedLine,
  };
}

function headingsOf(
  text: string,
  standsAlone: HeadingMeaning['standsAlone'],
): { headings: HeadingBlock[]; unclosedLine: number | null } {
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const frontMatter = normal.slice(0, findFrontMatter(normal)?.bodyStart ?? 0);
  const firstLine = frontMatter.split('\n').length;
  const meaning = { isTranscript: () => false, isSection: () => false, standsAlone };
  const { blocks, unclosedLine } = readOutline(normal, frontMatter.length, frontMatter === '' ? 1 : firstLine, meaning);
  const headings = blocks.filter((block): block is HeadingBlock => block.type === 'heading' && block.quote === null);
  return { headings, unclosedLine };
}

/** An underlined heading takes the lines down to its underline. */
function lastLineOf({ line }: HeadingBlock, lines: readonly TextLine[]): number {
  if (/^ {0,3}#/.test(lines[line - 1]?.text ?? '')) return line;
  let underline = line;
  while (underline < lines.length && !/^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[underline]?.text ?? '')) underline++;
  return underline === lines.length ? line : underline + 1;
}

/** Where line `number` (from 1) ends and the next begins. */
function lineStart(lines: readonly TextLine[], number: number, text: string): number {
  return lines[number]?.start ?? text.length;
}

/** A rule ends the section: below it stands a footer. Dashes that make a heading of a paragraph ended it already. */
function endOfSection(text: string, start: number): number {
  const lines = linesOf(text.slice(start));
  const hidden = hiddenLines(lines.map((line) => line.text));
  for (const [index, { text: line, start: offset }] of lines.entries()) {
    if (hidden.has(index)) continue;
    if (/^ {0,3}\S/.test(line) && isRule(line.trim())) return start + offset;
    if (/^[*_]Last updated\b/i.test(line)) return start + offset;
  }
  return text.length;
}
