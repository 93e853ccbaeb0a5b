import type { HeadingLookup } from '../families.ts';
import { findDate, type PlainDate } from '../plain-date.ts';
import type { ContentProblem } from '../problem.ts';
import type { Block } from '../read/blocks.ts';
import { mayHoldMisreading, repairEncoding, type RepairedText } from '../read/encoding.ts';
import { readFrontMatter, type FrontMatter, type ParseYaml } from '../read/front-matter.ts';
import { plainText } from '../read/inline.ts';
import { readOutline, type Outline, type Transcript } from '../read/outline.ts';
import { hash8 } from '../words.ts';
import { ItemReader } from './items.ts';
import {
  dayOfLabels,
  dayOfMessages,
  dayOfZoomSummary,
  labelsOf,
  labelValues,
  MESSAGE_HEADING,
  type Label,
} from './labels.ts';
import { linksOf } from './links.ts';
import type { AccountKey, NoteContent, Participant } from './note.ts';
import { participantsIn, participantsOfBlocks, readParticipant } from './people-lines.ts';
import { linkTarget, namesOf, textOf, textsOf, textsUnder } from './properties.ts';
import type { SettingsOfText } from './rules.ts';
import { sectionsOf, withImportersFacts, type Section } from './sections.ts';
import { gistOfMail, summaryOf } from './summary.ts';

/** What reading a note needs beside its text; made once from the settings. */
export interface TextRules {
  readonly parseYaml: ParseYaml;
  readonly familyOf: HeadingLookup;
  readonly settings: SettingsOfText;
}

const ACCOUNT_PROPERTIES = ['account', 'customer', 'company', 'client', 'partner'];
const PARTICIPANT_PROPERTIES = ['participants', 'attendees', 'counterpart', 'people'];
const PARTICIPANT_LABELS = /^(?:attendees?|participants?|present|with|teilnehmer|asistentes|participantes|présents)$/;
const SOURCE_PROPERTIES = ['source_ref', 'transcript_path', 'source', 'granola_id', 'meeting_id'];
/** Shorter transcripts ("No transcript.") say nothing about which meeting it was. */
const SHORTEST_TELLING_TRANSCRIPT = 200;
/** How much of its beginning and end tells one transcript from all others, in characters. */
const TELLING = 500;

/** Reads a note's text. Never throws on what a note holds: damage is named in `problems`. */
export function readContent(source: string, rules: TextRules): NoteContent {
  const text = withoutRecordingLinks(withPlainLineEnds(source));
  const structure = structureOf(text, rules);
  const repaired = mayBeMisread(text, structure.outline.transcript) ? repairEncoding(text) : null;
  return repaired?.misreadAs
    ? contentOf(repaired.text, structureOf(repaired.text, rules), rules, [encodingRepaired(repaired)])
    : contentOf(text, structure, rules, []);
}

interface Structure {
  readonly frontMatter: FrontMatter;
  readonly outline: Outline;
}

function structureOf(text: string, rules: TextRules): Structure {
  const frontMatter = readFrontMatter(text, rules.parseYaml);
  const isTemplate = frontMatter.state === 'template';
  return { frontMatter, outline: isTemplate ? EMPTY_OUTLINE : outlineOf(text, frontMatter.bodyStart, rules) };
}

/** Nothing is read of what was said, so that damage there is nobody's concern. */
function mayBeMisread(text: string, transcript: Transcript | null): boolean {
  if (!transcript) return mayHoldMisreading(text, 0, text.length);
  const end = transcript.start + transcript.text.length;
  return mayHoldMisreading(text, 0, transcript.start) || mayHoldMisreading(text, end, text.length);
}

/** `problems`: what was wrong with the text before it could be taken apart. */
function contentOf(
  text: string,
  { frontMatter, outline }: Structure,
  rules: TextRules,
  problems: ContentProblem[],
): NoteContent {
  const { properties } = frontMatter;
  const { blocks } = outline;
  const sections = withImportersFacts(sectionsOf(blocks, rules.familyOf), properties);
  const labels = labelsOf(blocks);
  const senders = sendersOf(sections);
  const participantLists = PARTICIPANT_PROPERTIES.map((name) => textsOf(properties.get(name)));
  const participants = withoutRepeats([
    ...participantLists.flat().flatMap((list) => participantsIn(list)),
    ...labelValues(labels, PARTICIPANT_LABELS).flatMap((list) => participantsIn(list)),
    ...sections
      .filter(({ family }) => family === 'participants')
      .flatMap((section) => participantsOfBlocks(section.blocks)),
    ...tagsOf(properties).flatMap((tag) => participantOfTag(tag)),
    ...senders.flatMap((sender) => readParticipant(sender) ?? []),
  ]);
  const reader = new ItemReader(rules.settings.plainBullets, participants);
  for (const section of sections) reader.read(section);
  noteFrontMatterProblems(frontMatter, problems);
  noteUnclosedProblem(text, outline, problems);
  const date = textOf(properties.get('date'));
  const position = positionOf(properties, labels);
  // One by one and not from parts: putting objects with this many properties together takes longer than reading them.
  return {
    title: textOf(properties.get('title')) ?? firstHeading(blocks),
    type: textOf(properties.get('type'))?.toLowerCase() ?? null,
    tags: tagsOf(properties).map((tag) => tag.replace(/^#/, '')),
    aliases: namesOf(properties.get('aliases') ?? properties.get('alias')),
    domains: domainsOf(properties),
    lastContact: textOf(properties.get('last_contact')),
    role: position.role,
    company: position.company,
    emails: namesOf(properties.get('email') ?? properties.get('emails')).map((email) => email.toLowerCase()),
    propertyDate: propertyDateOf(date, problems),
    bodyDate: dayOfLabels(labels) ?? dayOfMessages(sections) ?? dayOfZoomSummary(blocks),
    createdDate: findDate(textOf(properties.get('created') ?? properties.get('created_at')) ?? ''),
    looksLikeMeeting:
      outline.transcript !== null ||
      senders.length > 0 ||
      participantLists.some((texts) => texts.length > 0) ||
      SOURCE_PROPERTIES.some((name) => textOf(properties.get(name)) !== null),
    hasDateProperty: date !== null,
    isTemplate: frontMatter.state === 'template',
    accountKeys: accountKeysOf(properties, labels),
    project: namesOf(properties.get('project'))[0] ?? null,
    participants,
    summary: summaryOf(sections, reader.items) ?? gistOfMail(sections),
    items: reader.items,
    tasks: reader.tasks,
    links: linksOf(blocks),
    meetingKeys: meetingKeysOf(properties, outline),
    problems,
  };
}

/** Who wrote the messages of an exported e-mail. */
function sendersOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ heading }) => (heading ? (MESSAGE_HEADING.exec(heading)?.[1] ?? []) : []));
}

function tagsOf(properties: FrontMatter['properties']): string[] {
  return textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => tag.split(/[\s,]+/));
}

function domainsOf(properties: FrontMatter['properties']): string[] {
  return namesOf(properties.get('domains') ?? properties.get('domain')).map((domain) =>
    domain.toLowerCase().replace(/^@|^https?:\/\/(?:www\.)?/g, ''),
  );
}

function propertyDateOf(date: string | null, problems: ContentProblem[]): PlainDate | null {
  const found = date === null ? null : findDate(date);
  if (date !== null && found === null && /\d/.test(date)) {
    problems.push({
      line: 1,
      code: 'date-invalid',
      values: { date: date.slice(0, 40) },
      message: `The date “${date.slice(0, 40)}” is passed over, because it is no day of the calendar, or could be two; the file name's date is used instead.`,
      fix: 'Write the date as YYYY-MM-DD.',
    });
  }
  return found;
}

/** Fathom and others make every line a link to its place in the recording; on a page only the line is wanted. */
function withoutRecordingLinks(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let middle = text.indexOf(RECORDING); middle >= 0; middle = text.indexOf(RECORDING, middle + 1)) {
    REST_OF_ADDRESS.lastIndex = middle + RECORDING.length;
    const opening = REST_OF_ADDRESS.test(text) ? openingBracket(text, middle, from) : null;
    if (opening === null) continue;
    kept.push(text.slice(from, opening), text.slice(opening + 1, middle));
    from = REST_OF_ADDRESS.lastIndex;
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
}

const RECORDING = '](https://fathom.video/';
/** Longer addresses and lines are no link of a recorder's; without an end to the search each link would cost the line. */
const LONGEST_LINK = 2_000;
const REST_OF_ADDRESS = new RegExp(`[^)\\s]{0,${String(LONGEST_LINK)}}\\)`, 'y');

/** Where the link's text begins that ends at `end`: `[a [b] c](` has brackets in pairs. Not before `from`. */
function openingBracket(text: string, end: number, from: number): number | null {
  let closed = 0;
  for (let at = end - 1; at >= Math.max(from, end - LONGEST_LINK); at--) {
    const char = text.charAt(at);
    if (char === '\n') return null;
    if (char === ']') closed++;
    if (char === '[' && closed-- === 0) return at;
  }
  return null;
}

const EMPTY_OUTLINE: Outline = { blocks: [], transcript: null, unclosedLine: null };

/** Without a byte order mark, and with `\n` at the end of each line. */
function withPlainLineEnds(source: string): string {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function encodingRepaired({ lines, misreadAs }: RepairedText): ContentProblem {
  return {
    line: lines[0] ?? null,
    code: 'encoding-repaired',
    values: { lines: lines.length, misreadAs: misreadAs ?? '' },
    message: `Damaged characters are read as they were meant, because ${String(lines.length)} line(s) hold UTF-8 text that was once read as ${misreadAs ?? ''}. The note itself is unchanged.`,
    fix: 'Nothing needs doing; to repair the note too, save it again from its source as UTF-8.',
  };
}

function noteFrontMatterProblems({ state }: FrontMatter, problems: ContentProblem[]): void {
  if (state === 'broken') {
    problems.push({
      line: 1,
      code: 'front-matter-broken',
      values: {},
      message: 'Only the properties that stand alone on a line are read, because the front matter is not valid YAML.',
      fix: 'Put values that hold “: ”, “{” or “[” in quotes, and remove tabs and repeated keys.',
    });
  }
  if (state === 'code') {
    problems.push({
      line: 1,
      code: 'front-matter-code',
      values: {},
      message: 'The front matter is not read, because it names a language after the dashes and could run code.',
      fix: 'Write the properties as YAML between two lines of three dashes.',
    });
  }
}

function outlineOf(text: string, bodyStart: number, { familyOf }: TextRules): Outline {
  let firstLine = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < bodyStart; at = text.indexOf('\n', at + 1)) firstLine++;
  return readOutline(text, bodyStart, firstLine, {
    isTranscript: (heading) => familyOf(heading) === 'transcript',
    isSection: (heading) => familyOf(heading) !== null,
    standsAlone: () => false,
  });
}

function noteUnclosedProblem(text: string, outline: Outline, problems: ContentProblem[]): void {
  if (outline.unclosedLine === null) return;
  // The plugin's own record, cut off by a sync, is mended by the next rebuild and no person's business.
  const isRecord = text.split('\n', outline.unclosedLine).pop()?.startsWith('%% account-pages ');
  if (!isRecord) {
    problems.push({
      line: outline.unclosedLine,
      code: 'fence-unclosed',
      values: {},
      message: 'Nothing below this line is read, because a code block or comment opens here and is never closed.',
      fix: 'Close it with a line of ``` (or --> or %%) where it should end.',
    });
  }
}

/** `person/ana-ruiz`, as importers tag notes by who was there. */
function participantOfTag(tag: string): Participant[] {
  const name = /^#?(?:person|people|attendees?)\/(?:.*\/)?([^/]+)$/i.exec(tag)?.[1];
  const words = (name ?? '')
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.length > 0 ? participantsIn(words.join(' ')) : [];
}

function firstHeading(blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.type === 'heading' && block.level === 1);
  return heading?.type === 'heading' ? plainText(heading.text) || null : null;
}

/** `role` and `company` properties, else `**Role**: Head of sales at Norvane` in the body. */
function positionOf(
  properties: FrontMatter['properties'],
  labels: readonly Label[],
): Pick<NoteContent, 'role' | 'company'> {
  const [role, company] = (labelValues(labels, /^(?:role|title|position)$/)[0] ?? '').split(/\s+(?:at|@|bei|chez)\s+/);
  return {
    role:
      textOf(properties.get('role') ?? properties.get('job_title') ?? properties.get('position')) ??
      (plainText(role ?? '') || null),
    company:
      namesOf(properties.get('company') ?? properties.get('organization'))[0] ??
      labelValues(labels, /^(?:company|organi[sz]ation)$/)[0] ??
      (company === undefined ? null : linkTarget(company)),
  };
}

function accountKeysOf(properties: FrontMatter['properties'], labels: readonly Label[]): AccountKey[] {
  const keys: AccountKey[] = [];
  const add = (names: readonly string[], from: AccountKey['from']) => {
    for (const name of names) if (name.trim() !== '') keys.push({ name: linkTarget(name), from });
  };
  for (const name of ACCOUNT_PROPERTIES) add(namesOf(properties.get(name)), 'property');
  add(namesOf(properties.get('folder')), 'folder property');
  const tags = tagsOf(properties);
  add(
    tags.flatMap((tag) => /^#?(?:account|customer|client)\/(.+)$/i.exec(tag)?.[1] ?? []),
    'tag',
  );
  // A path as a tag: its last part names the account.
  add(
    tags.flatMap((tag) => /^#?folder\/(.+)$/i.exec(tag)?.[1]?.replace(/_/g, ' ') ?? []),
    'folder property',
  );
  for (const group of ['customers', 'accounts', 'companies'])
    add(textsUnder(properties.get('entities'), group), 'entities');
  add(
    labelValues(labels, /^(?:account|customer|client|accounts|customers)$/).flatMap((value) => namesOf(value)),
    'label',
  );
  add(labelValues(labels, /^folder$/), 'folder property');
  return keys;
}

/** Notes with the same source file, or the same transcript, tell of the same meeting. */
function meetingKeysOf(properties: FrontMatter['properties'], { transcript }: Outline): string[] {
  const sources = SOURCE_PROPERTIES.flatMap((name) => textOf(properties.get(name)) ?? []);
  const keys = sources
    .filter((source) => /[./\d]/.test(source))
    .map((source) => `source ${linkTarget(source).toLowerCase()}`);
  const text = transcript?.text ?? '';
  // Cut, and not replaced, which would write the whole of it down anew.
  const spoken = text.slice(/^#.*\n/.exec(text)?.[0].length ?? 0).trim();
  if (spoken.length >= SHORTEST_TELLING_TRANSCRIPT) {
    keys.push(`transcript ${hash8(spoken.slice(0, TELLING))}${hash8(spoken.slice(-TELLING))} ${String(spoken.length)}`);
  }
  return keys;
}

function withoutRepeats(participants: readonly Participant[]): Participant[] {
  const byName = new Map<string, Participant>();
  for (const person of participants) {
    const known = byName.get(person.name.toLowerCase());
    byName.set(
      person.name.toLowerCase(),
      known
        ? {
            name: known.name,
            email: known.email ?? person.email,
            role: known.role ?? person.role,
            company: known.company ?? person.company,
          }
        : person,
    );
  }
  return [...byName.values()];
}
