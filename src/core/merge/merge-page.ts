import type { ComposedPage, ComposedSection } from '../compose/account-page.ts';
import type { Problem } from '../problem.ts';
import { SECTION_IDS, type SectionId } from '../settings.ts';
import { applyEdits, linesOf, placeAfter, type TextEdit } from '../text-edit.ts';
import type { NotePath } from '../vault.ts';
import { conflictsIn } from './conflict.ts';
import { lastContactEdit } from './last-contact.ts';
import { asRemoved, putLedger, takeLedger, type Ledger, type SectionLedger } from './ledger.ts';
import { hashOfBullet } from './list-line.ts';
import { entriesOfLines } from './list-memory.ts';
import { mergeList, type MergedSection } from './merge-list.ts';
import { entriesOfRows, mergeTable } from './merge-table.ts';
import { fencedLines, type ResolveLink } from './page-blocks.ts';
import { layoutOf, type Layout, type Place } from './page-layout.ts';
import {
  damagedLedger,
  headingTwice,
  laterVersion,
  meetingsGone,
  pageInConflict,
  sectionEmptied,
  unclosedOnPage,
} from './page-problems.ts';

export interface SectionChange {
  readonly id: SectionId;
  /** As it stands on the page. */
  readonly heading: string;
  readonly merged: MergedSection;
}

export interface MergedPage {
  readonly text: string;
  readonly sections: readonly SectionChange[];
  /** Sections that a person took off the page with their headings, and that stay away. */
  readonly absent: readonly SectionId[];
  readonly problems: readonly Problem[];
}

export interface PageMerge {
  readonly path: NotePath;
  /** The page as it stands, to the byte. */
  readonly page: string;
  readonly composed: ComposedPage;
  /** Whether an older tool wrote the page (tag `generated`). */
  readonly generatedPage: boolean;
  readonly resolve: ResolveLink;
  /** Names that stand for no collaborator: recorders' labels and the vault's owner. */
  readonly isNobody: (name: string) => boolean;
}

/**
 * Merges what a page is to say with the page as it stands. What the plugin did not write stays to the byte; merging
 * the result again changes nothing. Never throws on what the page holds.
 */
export function mergePage(asked: PageMerge): MergedPage {
  // Lines with links to the meetings that say them are the plugin's, so that an older tool's were gone through already.
  const merge = { ...asked, generatedPage: asked.generatedPage && !LINKS_TO_SAYING.test(asked.page) };
  const { ledger, text, position, padded } = takeLedger(merge.page);
  if (ledger?.fromLaterVersion) return unchanged(merge, laterVersion(merge.path));
  const problems: Problem[] = ledger?.damaged ? [damagedLedger(merge.path)] : [];
  const layout = layoutOf(text, merge.composed.sections, merge.composed.account.name);
  if (layout.unclosedLine !== null) return unchanged(merge, unclosedOnPage(merge.path, layout.unclosedLine));
  const conflict = conflictLine(text);
  if (conflict !== null) return unchanged(merge, pageInConflict(merge.path, conflict));
  const sections = new Map<SectionId, SectionLedger>(ledger?.sections);
  if (merge.composed.meetings.length === 0)
    return unchanged(merge, sections.size > 0 ? meetingsGone(merge.path, merge.composed.account.name) : null);

  const changes: SectionChange[] = [];
  const edits: TextEdit[] = [];
  const missing: ComposedSection[] = [];
  const absent: SectionId[] = [];
  for (const section of merge.composed.sections) {
    const places = layout.places.filter(({ id }) => id === section.id);
    const known = sections.get(section.id) ?? null;
    const echoes = ledger?.mixed ? echoesAmong(places, text, known ?? NOTHING_WRITTEN) : [];
    const [place, second] = places.filter((one) => !echoes.includes(one));
    for (const echo of echoes) edits.push({ start: echo.headingStart, end: echo.end, text: '' });
    if (ledger?.mixed && known && place) sections.set(section.id, certain(section, known, places, text, merge.resolve));
    if (second) problems.push(headingTwice(merge.path, second));
    else if (place) {
      const merged = mergeSection(merge, section, text.slice(place.start, place.end), ledger, layout.eol);
      if (!merged) continue;
      if (merged === 'emptied') problems.push(sectionEmptied(merge.path, place));
      else {
        changes.push({ id: section.id, heading: place.heading, merged });
        sections.set(section.id, merged.ledger);
        edits.push({ start: place.start, end: place.end, text: apart(merged.body, text, place, layout.eol) });
      }
    } else if (known !== null && !(ledger?.mixed && known.written.length > 0)) {
      absent.push(section.id);
      // Said plainly, so that a sync that mixes this record with another does not bring the section back.
      sections.set(section.id, {
        written: [],
        removed: [...known.removed, ...known.written.map((entry) => asRemoved(entry))],
      });
    } else if (section.lines.length > 0) missing.push(section);
    // Nothing is to stand there and a sync took what stood there: no later rebuild may take that for a person's doing.
    else if (known !== null) sections.set(section.id, { written: [], removed: known.removed });
  }
  const added = addMissing(merge, missing, text, layout, position, sections);
  for (const { change, edit } of added) {
    changes.push(change);
    sections.set(change.id, change.merged.ledger);
    edits.push(edit);
  }
  const contact = lastContactEdit(text, merge.composed.lastContact);
  if (contact) edits.push(contact);
  const merged = withSameEnding(applyEdits(text, edits), text);
  const place = position === text.length ? merged.length : placeAfter(position, edits, merged);
  return {
    text: putLedger({ text: merged, position: place, padded }, sections),
    sections: inPageOrder(changes),
    absent,
    problems,
  };
}

/** The first line of a conflict that git left on the page, counted from 1. */
function conflictLine(text: string): number | null {
  const lines = linesOf(text).map((line) => line.text);
  const fenced = fencedLines(lines);
  const conflict = conflictsIn(lines).find(({ start }) => !fenced.has(start));
  return conflict ? conflict.start + 1 : null;
}

/** `([[note#heading|2025-11-14]] +2)` at the end of a line. */
const LINKS_TO_SAYING = /\(\[\[[^\]\r\n|#]+#[^\]\r\n|]+\|\d{4}-\d{2}(?:-\d{2})?\]\](?: \+\d+)?\)[ \t]*$/m;

const NOTHING_WRITTEN: SectionLedger = { written: [], removed: [] };

function hasWrittenLine(body: string, { written }: SectionLedger): boolean {
  const hashes = new Set(linesOf(body).map(({ text }) => hashOfBullet(text)));
  return written.some(({ content }) => hashes.has(content));
}

/**
 * What a mixed record surely says of a section, for one that is left alone: what is not on the page may never have
 * arrived, and no later rebuild may take it for removed.
 */
function certain(
  { rows }: ComposedSection,
  known: SectionLedger,
  places: readonly Place[],
  text: string,
  resolve: ResolveLink,
): SectionLedger {
  const body = places.map(({ start, end }) => text.slice(start, end)).join('');
  return { written: rows ? entriesOfRows(body, known) : entriesOfLines(body, known, resolve), removed: known.removed };
}

/** Sections that a sync doubled: all that a second one says also stands in the first, or was written by the plugin. */
function echoesAmong(places: readonly Place[], text: string, { written }: SectionLedger): Place[] {
  const [first, ...others] = places;
  if (!first) return [];
  const linesIn = ({ start, end }: Place) =>
    linesOf(text.slice(start, end))
      .map((line) => line.text.trim())
      .filter((line) => line !== '');
  const standing = new Set(linesIn(first));
  const hashes = new Set(written.map(({ content }) => content));
  return others.filter((place) => {
    const lines = linesIn(place);
    return lines.length > 0 && lines.every((line) => standing.has(line) || hashes.has(hashOfBullet(line)));
  });
}

/** Merges one section's body; `emptied` where the notes give nothing any more for what stands there, null for nothing at all. */
function mergeSection(
  merge: PageMerge,
  section: ComposedSection,
  body: string,
  record: Pick<Ledger, 'sections' | 'mixed'> | null,
  eol: string,
): MergedSection | 'emptied' | null {
  const ledger = record && (record.sections.get(section.id) ?? NOTHING_WRITTEN);
  const mixed = record?.mixed ? [...record.sections.values()].flatMap(({ written }) => written) : null;
  if (section.lines.length === 0) {
    if (!ledger) return null;
    if (section.rows ? ledger.written.length > 0 && body.trim() !== '' : hasWrittenLine(body, ledger)) return 'emptied';
  }
  const { generatedPage, resolve } = merge;
  const aboutOthers = () =>
    merge.composed.meetings.flatMap(({ notes }) =>
      notes.flatMap(({ entry }) => entry.otherItems.map(({ text }) => text)),
    );
  if (section.rows)
    return mergeTable({
      body,
      ledger,
      inDoubt: mixed !== null,
      rows: section.rows,
      generatedPage,
      eol,
      isNobody: merge.isNobody,
      resolve,
    });
  return mergeList({
    body,
    ledger,
    mixed,
    lines: section.lines,
    beyondLimit: section.beyondLimit,
    aboutOthers,
    generatedPage,
    eol,
    resolve,
  });
}

/** New sections come after the section before them in the order of the settings, else before the one after, else last. */
function addMissing(
  merge: PageMerge,
  missing: readonly ComposedSection[],
  text: string,
  layout: Layout,
  position: number,
  known: ReadonlyMap<SectionId, SectionLedger>,
): { change: SectionChange; edit: TextEdit }[] {
  const { eol } = layout;
  const order = merge.composed.sections.map(({ id }) => id);
  const byPlace = new Map<number, { change: SectionChange; markdown: string }[]>();
  for (const section of missing) {
    const removed = known.get(section.id)?.removed;
    const record = removed && { sections: new Map([[section.id, { written: [], removed }]]), mixed: false };
    const merged = mergeSection(merge, section, '', record ?? null, eol);
    if (!merged || merged === 'emptied') continue;
    const earlier = [...layout.places]
      .filter(({ id }) => order.indexOf(id) < order.indexOf(section.id))
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .pop();
    const later = layout.places
      .filter(({ id }) => order.indexOf(id) > order.indexOf(section.id))
      .sort((a, b) => a.start - b.start)[0];
    const at = earlier ? earlier.end : later ? later.headingStart : position;
    const heading = `${'#'.repeat(layout.level)} ${section.heading}`;
    const entry = {
      change: { id: section.id, heading: section.heading, merged },
      markdown: `${heading}${eol}${merged.body}`,
    };
    byPlace.set(at, [...(byPlace.get(at) ?? []), entry]);
  }
  return [...byPlace].flatMap(([at, entries]) => {
    const before = text.slice(0, at);
    const gap =
      before === '' || /(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)$/.test(before) || /^(?:\r\n|\r|\n)$/.test(before)
        ? ''
        : /[\r\n]$/.test(before)
          ? eol
          : eol + eol;
    const whole = gap + entries.map(({ markdown }) => markdown).join(eol) + (at < text.length ? eol : '');
    return entries.map(({ change }, index) => ({
      change,
      edit: { start: at, end: at, text: index === 0 ? whole : '' },
    }));
  });
}

/**
 * A section's body so that it is no part of what stands around it: a heading at the very end of a page has no line end
 * of its own, of an underlined heading right below a list Markdown would make the list's last line, and HTML goes on to
 * the next blank line, over a heading too.
 */
function apart(body: string, text: string, { start, end }: Place, eol: string): string {
  if (body === '' || body === text.slice(start, end)) return body;
  const begun = start > 0 && !/[\r\n]/.test(text.charAt(start - 1)) ? eol + body : body;
  const isApart = end === text.length || /[\r\n]/.test(text.charAt(end)) || lastLine(begun) === '';
  return !isApart && (text.charAt(end) !== '#' || endsInHtml(begun)) ? begun + eol : begun;
}

/** Whether a line that may begin HTML stands below the last blank line. */
function endsInHtml(body: string): boolean {
  const lines = linesOf(body).map((line) => line.text);
  const blank = lines
    .slice(0, -1)
    .map((line) => line.trim())
    .lastIndexOf('');
  return lines.slice(blank + 1).some((line) => /^ {0,3}<[a-z!?/]/i.test(line));
}

/** The last line of a text that ends with a line end. */
function lastLine(text: string): string {
  return linesOf(text).pop()?.text ?? '';
}

function withSameEnding(merged: string, text: string): string {
  return text !== '' && !/[\r\n]$/.test(text) ? merged.replace(/(?:\r\n|\r|\n)$/, '') : merged;
}

function inPageOrder(changes: readonly SectionChange[]): SectionChange[] {
  return [...changes].sort((a, b) => SECTION_IDS.indexOf(a.id) - SECTION_IDS.indexOf(b.id));
}

function unchanged({ page }: PageMerge, problem: Problem | null): MergedPage {
  return { text: page, sections: [], absent: [], problems: problem ? [problem] : [] };
}
