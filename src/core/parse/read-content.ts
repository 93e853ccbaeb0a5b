import { foldHeading, type Family, type HeadingLookup } from '../families.ts';
import { findDate, findDay, isDay, type PlainDate } from '../plain-date.ts';
import type { Problem } from '../problem.ts';
import { repairEncoding } from '../read/encoding.ts';
import { readFrontMatter, type FrontMatter, type ParseYaml } from '../read/front-matter.ts';
import { plainText, readInline } from '../read/inline.ts';
import { readOutline, type Block, type ItemBlock, type Outline, type ParagraphBlock, type RowBlock } from '../read/outline.ts';
import type { Settings } from '../settings.ts';
import { hash8 } from '../words.ts';
import type { AccountKey, Item, NoteContent, Participant, Task } from './note.ts';
import { participantsIn, participantsOfBlocks, readParticipant } from './people-lines.ts';
import { isPlaceholder } from './placeholders.ts';
import { linkTarget, namesOf, textOf, textsOf, textsUnder } from './properties.ts';
import { readTaskLine } from './task.ts';

/** What reading a note needs beside its text; made once from the settings. */
export interface ReadingRules {
  readonly parseYaml: ParseYaml;
  readonly familyOf: HeadingLookup;
  readonly settings: Settings;
}

type ContentProblem = Omit<Problem, 'path'>;

const ACCOUNT_PROPERTIES = ['account', 'customer', 'company', 'client', 'partner'];
const PARTICIPANT_PROPERTIES = ['participants', 'attendees', 'counterpart', 'people'];
const SOURCE_PROPERTIES = ['source_ref', 'transcript_path', 'source', 'granola_id', 'meeting_id'];
const SUMMARY_CALLOUTS = new Set(['summary', 'abstract', 'tldr']);
/** `**Date:** 2025-11-14 · **Customer:** Norvane`: the labels of a metadata line. */
const LABEL = /\*\*\s*([\p{L}][\p{L} /&-]{0,30}?)\s*(?::\s*\*\*|\*\*\s*:)\s*((?:(?!\s[·|•]\s|\*\*).)*)/gu;
/** `2025-12-16 16:00:06 — Ana Ruiz <ana@norvane.example>`: a message's heading in an exported e-mail. */
const MESSAGE_HEADING = /^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}(?::\d{2})?\s+[-–—]\s+(.+)$/;
const WIKILINK_TARGET = /\[\[([^\]|#^\n]+)/g;
/** Shorter transcripts ("No transcript.") say nothing about which meeting it was. */
const SHORTEST_TELLING_TRANSCRIPT = 200;

/** Reads a note's text. Never throws on what a note holds: damage is named in `problems`. */
export function readContent(source: string, rules: ReadingRules): NoteContent {
  const problems: ContentProblem[] = [];
  const text = withoutRecordingLinks(readableText(source, problems));
  const frontMatter = readFrontMatter(text, rules.parseYaml);
  noteFrontMatterProblems(frontMatter, problems);
  const isTemplate = frontMatter.state === 'template';
  const outline = isTemplate ? EMPTY_OUTLINE : outlineOf(text, frontMatter.bodyStart, rules, problems);
  return { ...fromProperties(frontMatter.properties, problems), ...fromBody(outline, frontMatter, rules), isTemplate, problems };
}

/** Fathom and others make every line a link to its place in the recording; on a page only the line is wanted. */
function withoutRecordingLinks(text: string): string {
  return text.includes('](https://fathom.video/') ? text.replace(/\[((?:[^[\]\n]|\[[^\]\n]*\])*)\]\(https:\/\/fathom\.video\/[^)\s]*\)/g, '$1') : text;
}

const EMPTY_OUTLINE: Outline = { blocks: [], transcript: null, unclosedLine: null };

function readableText(source: string, problems: ContentProblem[]): string {
  const withoutMark = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
  const repaired = repairEncoding(text);
  if (repaired.misreadAs !== null) {
    problems.push({
      line: repaired.lines[0] ?? null,
      code: 'encoding-repaired',
      message: `Damaged characters are read as they were meant, because ${String(repaired.lines.length)} line(s) hold UTF-8 text that was once read as ${repaired.misreadAs}. The note itself is unchanged.`,
      fix: 'Nothing needs doing; to repair the note too, save it again from its source as UTF-8.',
    });
  }
  return repaired.text;
}

function noteFrontMatterProblems({ state }: FrontMatter, problems: ContentProblem[]): void {
  if (state === 'broken') {
    problems.push({
      line: 1,
      code: 'front-matter-broken',
      message: 'Only the properties that stand alone on a line are read, because the front matter is not valid YAML.',
      fix: 'Put values that hold “: ”, “{” or “[” in quotes, and remove tabs and repeated keys.',
    });
  }
  if (state === 'code') {
    problems.push({
      line: 1,
      code: 'front-matter-code',
      message: 'The front matter is not read, because it names a language after the dashes and could run code.',
      fix: 'Write the properties as YAML between two lines of three dashes.',
    });
  }
}

function outlineOf(text: string, bodyStart: number, { familyOf }: ReadingRules, problems: ContentProblem[]): Outline {
  let firstLine = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < bodyStart; at = text.indexOf('\n', at + 1)) firstLine++;
  const outline = readOutline(text, bodyStart, firstLine, {
    isTranscript: (heading) => familyOf(heading) === 'transcript',
    isSection: (heading) => familyOf(heading) !== null,
  });
  if (outline.unclosedLine !== null) {
    problems.push({
      line: outline.unclosedLine,
      code: 'fence-unclosed',
      message: 'Nothing below this line is read, because a code block or comment opens here and is never closed.',
      fix: 'Close it with a line of ``` (or --> or %%) where it should end.',
    });
  }
  return outline;
}

type FromProperties = Pick<
  NoteContent,
  | 'type' | 'tags' | 'aliases' | 'domains' | 'lastContact' | 'emails' | 'propertyDate' | 'createdDate' | 'hasDateProperty' | 'project'
>;

function fromProperties(properties: FrontMatter['properties'], problems: ContentProblem[]): FromProperties {
  const date = textOf(properties.get('date'));
  const propertyDate = date === null ? null : findDate(date);
  if (date !== null && propertyDate === null && /\d/.test(date)) {
    problems.push({
      line: 1,
      code: 'date-invalid',
      message: `The date “${date.slice(0, 40)}” is passed over, because it is no day of the calendar; the file name's date is used instead.`,
      fix: 'Write the date as YYYY-MM-DD.',
    });
  }
  return {
    type: textOf(properties.get('type'))?.toLowerCase() ?? null,
    tags: textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => tag.split(/[\s,]+/)).map((tag) => tag.replace(/^#/, '')),
    aliases: namesOf(properties.get('aliases') ?? properties.get('alias')),
    domains: namesOf(properties.get('domains') ?? properties.get('domain')).map((domain) => domain.toLowerCase().replace(/^@|^https?:\/\/(?:www\.)?/g, '')),
    lastContact: textOf(properties.get('last_contact')),
    emails: namesOf(properties.get('email') ?? properties.get('emails')).map((email) => email.toLowerCase()),
    propertyDate,
    createdDate: findDate(textOf(properties.get('created') ?? properties.get('created_at')) ?? ''),
    hasDateProperty: date !== null,
    project: namesOf(properties.get('project'))[0] ?? null,
  };
}

type FromBody = Pick<
  NoteContent,
  | 'title' | 'role' | 'company' | 'bodyDate' | 'looksLikeMeeting' | 'accountKeys' | 'participants' | 'summary' | 'items' | 'tasks' | 'links' | 'meetingKeys'
>;

function fromBody(outline: Outline, frontMatter: FrontMatter, rules: ReadingRules): FromBody {
  const { properties } = frontMatter;
  const sections = withImportersFacts(sectionsOf(outline.blocks, rules.familyOf), properties);
  const labels = labelsOf(outline.blocks);
  const messages = sections.flatMap(({ heading }) => (heading ? (MESSAGE_HEADING.exec(heading)?.[1] ?? []) : []));
  const reader = new ItemReader(rules);
  for (const section of sections) reader.read(section);
  const participantLists = PARTICIPANT_PROPERTIES.map((name) => properties.get(name));
  const participants = [
    ...participantLists.flatMap((value) => textsOf(value)).flatMap((text) => participantsIn(text)),
    ...labelValues(labels, /^(?:attendees?|participants?|present|with|teilnehmer|asistentes|participantes|présents)$/).flatMap((text) => participantsIn(text)),
    ...sections.filter(({ family }) => family === 'participants').flatMap(({ blocks }) => participantsOfBlocks(blocks)),
    ...textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => participantOfTag(tag)),
    ...messages.flatMap((sender) => readParticipant(sender) ?? []),
  ];
  return {
    title: textOf(properties.get('title')) ?? firstHeading(outline.blocks),
    ...positionOf(properties, labels),
    bodyDate: dayOfLabels(labels) ?? dayOfMessages(sections) ?? dayOfZoomSummary(outline.blocks),
    looksLikeMeeting: outline.transcript !== null || messages.length > 0 || participantLists.some((value) => textsOf(value).length > 0) || SOURCE_PROPERTIES.some((name) => textOf(properties.get(name)) !== null),
    accountKeys: accountKeysOf(properties, labels),
    participants: withoutRepeats(participants),
    summary: summaryOf(sections, reader.items) ?? gistOfMail(sections),
    items: reader.items,
    tasks: reader.tasks,
    links: linksOf(outline.blocks),
    meetingKeys: meetingKeysOf(properties, outline),
  };
}

/** `person/ana-ruiz`, as importers tag notes by who was there. */
function participantOfTag(tag: string): Participant[] {
  const name = /^#?(?:person|people|attendees?)\/(?:.*\/)?([^/]+)$/i.exec(tag)?.[1];
  const words = (name ?? '').split('-').filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.length > 0 ? participantsIn(words.join(' ')) : [];
}

/** A heading or callout with what stands below it, up to the next one. */
interface Section {
  readonly family: Family | null;
  readonly heading: string | null;
  /** Headings above that are no family's: `## Norvane` over `### Decisions`, or `### Norvane` below it. */
  readonly context: readonly string[];
  readonly blocks: readonly Block[];
  readonly isCallout: boolean;
  /** Below a rule: a footer, up to the next heading. */
  readonly isFooter: boolean;
}

/**
 * Granola writes what was said under one heading per topic, whatever the topic is called. In such a note, unless it has
 * a section for facts, the bullets of these topics are the facts.
 */
function withImportersFacts(sections: readonly Section[], properties: FrontMatter['properties']): readonly Section[] {
  if (!properties.has('granola_id') || sections.some(({ family }) => family === 'facts')) return sections;
  const isTopic = ({ family, heading, isCallout, isFooter }: Section) =>
    family === null && heading !== null && !isCallout && !isFooter && !AGENDA.test(foldHeading(heading)) && !NO_TOPIC.test(foldHeading(heading));
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
function sectionsOf(blocks: readonly Block[], familyOf: HeadingLookup): Section[] {
  const sections: Section[] = [];
  const path: OpenHeading[] = [];
  let current: Block[] = [];
  const open = (family: Family | null, isCallout = false, isFooter = false) => {
    const last = [...path].reverse().find((heading) => heading.level < BOLD_LEVEL);
    const context = path.filter((heading) => heading.family === null && heading.level > 1).map((heading) => heading.text);
    current = [];
    sections.push({ family, heading: last?.text ?? null, context, blocks: current, isCallout, isFooter });
  };
  const familyHere = (): Family | null => {
    const family = [...path].reverse().find((heading) => heading.family !== null)?.family ?? null;
    return family === 'agenda' ? null : family;
  };
  open(null);
  let quoteLine: number | null = null;
  for (const block of blocks) {
    const heading = headingOf(block, familyOf);
    if (heading) {
      while ((path[path.length - 1]?.level ?? 0) >= heading.level) path.pop();
      const text = plainText(heading.text);
      path.push({ level: heading.level, text, family: familyOf(heading.text) ?? (AGENDA.test(foldHeading(heading.text)) ? 'agenda' : null) });
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

const ITEM_FAMILIES: ReadonlySet<Family> = new Set(['facts', 'decisions', 'blockers', 'questions', 'outcomes', 'topics', 'opportunities']);

/** Turns the blocks of sections into items and tasks. */
class ItemReader {
  readonly items: Item[] = [];
  readonly tasks: Task[] = [];

  constructor(private readonly rules: ReadingRules) {}

  read(section: Section): void {
    if (section.family === 'transcript' || section.family === 'participants') return;
    const { blocks } = section;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (block?.type === 'row') this.addRow(section, block);
      if (block?.type === 'item' && block.depth === 0) this.addTree(section, itemTree(blocks, index), section.context);
    }
  }

  private addTree(section: Section, tree: ItemTree, context: readonly string[]): void {
    const { block, children } = tree;
    if (block.quote?.kind === '') return; // Quoted mail is somebody else's text.
    // A callout of no known kind explains the note; only its tasks are meant.
    if (section.isCallout && section.family === null && block.status === null) return;
    const inner = [...context, plainText(block.text)];
    if (block.status !== null) this.addTask(section, block, context, detailOf(children));
    else if (section.family === 'actions' || section.family === 'followUps') this.addPlainAction(section, block, context, children);
    else if (isHeadingLike(block.text, children)) {
      for (const child of children) this.addTree(section, child, inner);
      return;
    } else this.addItem(section, block, context, children);
    for (const child of children) this.addTasksOf(section, child, inner);
  }

  /** Tasks stand for themselves at any depth; other nested items belong to their parent. */
  private addTasksOf(section: Section, { block, children }: ItemTree, context: readonly string[]): void {
    if (block.status !== null && block.quote?.kind !== '') this.addTask(section, block, context, detailOf(children));
    for (const child of children) this.addTasksOf(section, child, [...context, plainText(block.text)]);
  }

  private addItem(section: Section, block: ItemBlock, context: readonly string[], children: readonly ItemTree[]): void {
    const whole = /:\s*$/.test(block.text) && children.length > 0 ? joinChildren(block.text, children) : block.text;
    this.push(section, whole, block.line, context, detailOf(children));
  }

  private push(section: Section, source: string, line: number, context: readonly string[], detail: string): void {
    const { text, markdown, links } = readInline(withoutTags(source));
    if (isPlaceholder(text) || (section.family === null && isMetadata(text))) return;
    const family = section.family !== null && ITEM_FAMILIES.has(section.family) ? section.family : null;
    this.items.push({ family, text, markdown, line, heading: section.heading, context, detail, links: links.map((link) => link.target) });
  }

  private addRow(section: Section, row: RowBlock): void {
    const cells = row.cells.filter((cell) => cell !== '' && !/^[\d.#]+$/.test(cell));
    // In a wider table the first column says it; impact, owner and date are detail.
    const told = row.header.length === 2 ? cells.join(': ') : (cells[0] ?? '');
    if (told !== '') this.push(section, told, row.line, section.context, row.header.length === 2 ? '' : plainText(cells.slice(1).join(' ')));
  }

  private addPlainAction(section: Section, block: ItemBlock, context: readonly string[], children: readonly ItemTree[]): void {
    const label = /^\*\*([^*]+?):?\s*\*\*:?\s*$/.exec(block.text)?.[1];
    if (this.rules.settings.plainBullets && label !== undefined && children.length > 0) {
      // `- **Ana:**` over nested bullets: what Ana is to do.
      for (const child of children) if (child.block.status === null) this.addTask(section, { ...child.block, text: `${child.block.text} @${label}` }, context, detailOf(child.children));
    } else if (this.rules.settings.plainBullets) this.addTask(section, block, context, detailOf(children));
    else this.addItem({ ...section, family: null }, block, context, children);
  }

  private addTask(section: Section, block: ItemBlock, context: readonly string[], detail: string): void {
    const unlinked = block.status === null ? ownerPrefix(block.text) : { owner: null, text: block.text };
    const { text, ...fields } = readTaskLine(unlinked.text);
    if (isPlaceholder(text)) return;
    const { markdown, links } = readInline(text);
    const owners = unlinked.owner === null ? fields.owners : [unlinked.owner, ...fields.owners];
    this.tasks.push({
      ...fields, owners, text, markdown, context,
      // `**Norvane:** send the data` names the account as its owner.
      detail: [detail, ...owners].join(' ').trim(),
      family: section.family, status: block.status, source: block.text, line: block.line, heading: section.heading,
      links: [...links.map((link) => link.target), ...targetsIn(block.text)],
    });
  }
}

/** `Ana: send plan`, `Ana Ruiz to send plan`, `Ana will send plan` */
const OWNER_FIRST = /^(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,3})(?::|\s(?:to|will)(?=\s\p{Ll}))\s+(.+)$/u;
/** `Send plan (Ana)` */
const OWNER_LAST = /^(.+?)\s+\((\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,2})\)$/u;

/** `[Ana: Send plan](https://x.example)` or `**Ana:** send plan` → owner Ana, text `Send plan`. */
function ownerPrefix(source: string): { owner: string | null; text: string } {
  const text = plainText(source);
  const match = OWNER_FIRST.exec(text) ?? null;
  if (match) return { owner: match[1] ?? null, text: match[2] ?? '' };
  const last = OWNER_LAST.exec(text);
  return last ? { owner: last[2] ?? null, text: last[1] ?? '' } : { owner: null, text: source };
}

interface ItemTree {
  readonly block: ItemBlock;
  readonly children: ItemTree[];
}

/** The item at `index` with the deeper ones that follow it. */
function itemTree(blocks: readonly Block[], index: number): ItemTree {
  const root: ItemTree = { block: blocks[index] as ItemBlock, children: [] };
  const path: ItemTree[] = [root];
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.type !== 'item' || block.depth <= root.block.depth) break;
    while ((path[path.length - 1]?.block.depth ?? 0) >= block.depth) path.pop();
    const node: ItemTree = { block, children: [] };
    path[path.length - 1]?.children.push(node);
    path.push(node);
  }
  return root;
}

/** `- **Norvane**`, `- Norvane:`, `- Harrow & Finch` over nested items: a heading in the shape of a bullet. */
function isHeadingLike(text: string, children: readonly ItemTree[]): boolean {
  if (children.length === 0 || children.every(({ block }) => block.status !== null)) return false;
  const label = plainText(text).replace(/:$/, '');
  const words = label.split(' ');
  if (words.length > 4 || !/^\p{Lu}/u.test(label) || /[.!?,;]/.test(label)) return false;
  if (/^(?:\*\*|\[\[)/.test(text)) return true;
  // “Launch moves to March” says something; “Harrow & Finch” and “Open points” do not.
  return !/:$/.test(plainText(text)) && (words.length <= 2 || words.every((word) => /^(?:\p{Lu}|\p{N}|&|of$|and$)/u.test(word)));
}

function detailOf(children: readonly ItemTree[]): string {
  return children.map(({ block, children: inner }) => [plainText(block.text), detailOf(inner)].filter((part) => part !== '').join(' ')).join(' ').slice(0, 1_000);
}

function joinChildren(parent: string, children: readonly ItemTree[]): string {
  const parts = children.filter(({ block }) => block.status === null).map(({ block }) => block.text.replace(/[.;,]\s*$/, ''));
  return parts.length === 0 ? parent : `${parent} ${parts.join('; ')}`;
}

/** Tags say how a note is filed; on a page they would file the page. */
function withoutTags(text: string): string {
  return text.replace(/(\s)#(?=[^\s#]*[^\s#\d])[\p{L}\p{N}_/-]+(?=\s*$|\s+#)/gu, '$1').trimEnd();
}

function summaryOf(sections: readonly Section[], items: readonly Item[]): NoteContent['summary'] {
  const candidates = [...sections.filter(({ family, isCallout }) => family === 'summary' && isCallout), ...sections.filter(({ family, isCallout }) => family === 'summary' && !isCallout)];
  for (const { blocks } of candidates) {
    const told = blocks.filter((block): block is ParagraphBlock | ItemBlock => (block.type === 'paragraph' && block.quote?.kind !== '') || (block.type === 'item' && block.depth === 0 && block.status === null));
    const lines = told.map((block) => ({ ...readInline(block.text), line: block.line })).filter(({ text }) => !isPlaceholder(text) && !isMetadata(text));
    const first = lines[0];
    if (first) return { text: joinSentences(lines.map(({ text }) => text)), markdown: joinSentences(lines.map(({ markdown }) => markdown)), line: first.line };
  }
  const outcome = items.find(({ family }) => family === 'outcomes');
  return outcome ? { text: outcome.text, markdown: outcome.markdown, line: outcome.line } : openingOf(sections);
}

/** Without a summary, what the note opens with, above its first section. */
function openingOf(sections: readonly Section[]): NoteContent['summary'] {
  for (const { family, blocks, isCallout, heading } of sections) {
    if (family !== null || (heading !== null && MESSAGE_HEADING.test(heading))) return null;
    for (const block of blocks) {
      if (block.type !== 'paragraph' || block.quote !== null || isCallout || NO_OPENING.test(block.text)) continue;
      const { text, markdown } = readInline(block.text);
      if (!isPlaceholder(text) && !isMetadata(text) && /[.!?]$/.test(text)) return { text, markdown, line: block.line };
    }
  }
  return null;
}

const NO_OPENING = /^\*\*|\{\{|VIEW RECORDING|^Meeting summary for|^Transcribed by|^Generated by/;

/** `**Date:** 2025-11-14 · **Customer:** Norvane`, or a line that only repeats such labels without the bold. */
function isMetadata(text: string): boolean {
  return /^(?:date|customer|account|folder|attendees|participants|time|location|source|messages|subject|from|to|cc|duration)\s*:/i.test(text);
}

/** What the latest message of an exported e-mail begins with, after the greeting. */
function gistOfMail(sections: readonly Section[]): NoteContent['summary'] {
  const messages = sections.filter(({ heading }) => heading !== null && MESSAGE_HEADING.test(heading));
  const latest = messages.sort((a, b) => ((a.heading ?? '') < (b.heading ?? '') ? 1 : -1));
  for (const { blocks } of latest) {
    for (const block of blocks) {
      if (block.type !== 'paragraph' || block.quote !== null) continue;
      const own = block.text.split('\n').filter((line) => !line.startsWith('**') && !isMetadata(line));
      const { text, markdown } = readInline(own.join(' ').replace(GREETING, ''));
      if (text.length > 20) return { text, markdown, line: block.line };
    }
  }
  return null;
}

const GREETING = /^(?:(?:hi|hello|dear|hey|good (?:morning|afternoon)|hallo|liebe[rs]?|bonjour|hola|olá)\b[^,!.\n]{0,40}[,!.]\s*)/i;

function joinSentences(lines: readonly string[]): string {
  return lines.map((line, index) => (index < lines.length - 1 && !/[.!?…:;]$/.test(line) ? `${line}.` : line)).join('\n').slice(0, 2_000);
}

function firstHeading(blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.type === 'heading' && block.level === 1);
  return heading?.type === 'heading' ? plainText(heading.text) || null : null;
}

interface Label {
  readonly name: string;
  readonly value: string;
}

/** Labels stand in the note's own paragraphs, and as bullets above its first section. */
function labelsOf(blocks: readonly Block[]): Label[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' && block.type !== 'item') return [];
    if (block.quote !== null || !block.text.includes('**')) return [];
    if (block.type === 'item' && !block.text.startsWith('**')) return [];
    return [...block.text.matchAll(LABEL)].map((match) => ({ name: foldHeading(match[1] ?? ''), value: (match[2] ?? '').trim() }));
  });
}

/** `role` and `company` properties, else `**Role**: Head of sales at Norvane` in the body. */
function positionOf(properties: FrontMatter['properties'], labels: readonly Label[]): Pick<NoteContent, 'role' | 'company'> {
  const [role, company] = (labelValues(labels, /^(?:role|title|position)$/)[0] ?? '').split(/\s+(?:at|@|bei|chez)\s+/);
  return {
    role: textOf(properties.get('role') ?? properties.get('job_title') ?? properties.get('position')) ?? (plainText(role ?? '') || null),
    company: namesOf(properties.get('company') ?? properties.get('organization'))[0] ?? labelValues(labels, /^(?:company|organi[sz]ation)$/)[0] ?? (company === undefined ? null : linkTarget(company)),
  };
}

function labelValues(labels: readonly Label[], name: RegExp): string[] {
  return labels.filter((label) => name.test(label.name) && label.value !== '').map(({ value }) => value);
}

function dayOfLabels(labels: readonly Label[]): PlainDate | null {
  return labelValues(labels, /^(?:date|meeting date|datum|fecha|data)$/).map((value) => findDay(value)).find((day) => day !== null) ?? null;
}

/** `Meeting summary for Weekly sync (01/14/2025)`: Zoom writes the month first. */
function dayOfZoomSummary(blocks: readonly Block[]): PlainDate | null {
  for (const block of blocks.slice(0, 5)) {
    const text = block.type === 'paragraph' || block.type === 'heading' ? block.text : '';
    const [, month, day, year] = /^\**Meeting summary for .*\((\d{2})\/(\d{2})\/(\d{4})\)/.exec(text) ?? [];
    if (year !== undefined) return findDay(`${year}-${month ?? ''}-${day ?? ''}`);
  }
  return null;
}

function dayOfMessages(sections: readonly Section[]): PlainDate | null {
  const days = sections.flatMap(({ heading }) => (heading && MESSAGE_HEADING.test(heading) ? (findDay(heading) ?? []) : []));
  return days.filter((day) => isDay(day)).sort().pop() ?? null;
}

function accountKeysOf(properties: FrontMatter['properties'], labels: readonly Label[]): AccountKey[] {
  const keys: AccountKey[] = [];
  const add = (names: readonly string[], from: AccountKey['from']) => {
    for (const name of names) if (name.trim() !== '') keys.push({ name: linkTarget(name), from });
  };
  for (const name of ACCOUNT_PROPERTIES) add(namesOf(properties.get(name)), 'property');
  add(namesOf(properties.get('folder')), 'folder property');
  const tags = textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => tag.split(/[\s,]+/));
  add(tags.flatMap((tag) => /^#?(?:account|customer|client)\/(.+)$/i.exec(tag)?.[1] ?? []), 'tag');
  // A path as a tag: its last part names the account.
  add(tags.flatMap((tag) => /^#?folder\/(.+)$/i.exec(tag)?.[1]?.replace(/_/g, ' ') ?? []), 'folder property');
  for (const group of ['customers', 'accounts', 'companies']) add(textsUnder(properties.get('entities'), group), 'entities');
  add(labelValues(labels, /^(?:account|customer|client|accounts|customers)$/).flatMap((value) => namesOf(value)), 'label');
  add(labelValues(labels, /^folder$/), 'folder property');
  return keys;
}

function linksOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) => (block.type === 'row' ? block.cells : block.type === 'rule' ? [] : [block.text]));
  return [...new Set(texts.flatMap((text) => targetsIn(text)))];
}

function targetsIn(text: string): string[] {
  return text.includes('[[') ? [...text.matchAll(WIKILINK_TARGET)].map((match) => (match[1] ?? '').trim()) : [];
}

/** Notes with the same source file, or the same transcript, tell of the same meeting. */
function meetingKeysOf(properties: FrontMatter['properties'], { transcript }: Outline): string[] {
  const sources = SOURCE_PROPERTIES.flatMap((name) => textOf(properties.get(name)) ?? []);
  const keys = sources.filter((source) => /[./\d]/.test(source)).map((source) => `source ${linkTarget(source).toLowerCase()}`);
  const spoken = transcript?.text.replace(/^#.*\n/, '').trim() ?? '';
  if (spoken.length >= SHORTEST_TELLING_TRANSCRIPT) {
    keys.push(`transcript ${hash8(spoken.slice(0, 2_000))}${hash8(spoken.slice(-2_000))} ${String(spoken.length)}`);
  }
  return keys;
}

function withoutRepeats(participants: readonly Participant[]): Participant[] {
  const byName = new Map<string, Participant>();
  for (const person of participants) {
    const known = byName.get(person.name.toLowerCase());
    byName.set(person.name.toLowerCase(), known ? { name: known.name, email: known.email ?? person.email, role: known.role ?? person.role, company: known.company ?? person.company } : person);
  }
  return [...byName.values()];
}
