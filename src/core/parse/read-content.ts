import type { HeadingLookup } from '../families.ts';
import { findDate } from '../plain-date.ts';
import type { ContentProblem } from '../problem.ts';
import type { Block } from '../read/blocks.ts';
import { repairEncoding } from '../read/encoding.ts';
import { readFrontMatter, type FrontMatter, type ParseYaml } from '../read/front-matter.ts';
import { plainText } from '../read/inline.ts';
import { readOutline, type Outline } from '../read/outline.ts';
import type { Settings } from '../settings.ts';
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
import { sectionsOf, withImportersFacts } from './sections.ts';
import { gistOfMail, summaryOf } from './summary.ts';

/** What reading a note needs beside its text; made once from the settings. */
export interface ReadingRules {
  readonly parseYaml: ParseYaml;
  readonly familyOf: HeadingLookup;
  readonly settings: Settings;
}

const ACCOUNT_PROPERTIES = ['account', 'customer', 'company', 'client', 'partner'];
const PARTICIPANT_PROPERTIES = ['participants', 'attendees', 'counterpart', 'people'];
const SOURCE_PROPERTIES = ['source_ref', 'transcript_path', 'source', 'granola_id', 'meeting_id'];
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
  return {
    ...fromProperties(frontMatter.properties, problems),
    ...fromBody(outline, frontMatter, rules),
    isTemplate,
    problems,
  };
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

function readableText(source: string, problems: ContentProblem[]): string {
  const withoutMark = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
  const repaired = repairEncoding(text);
  if (repaired.misreadAs !== null) {
    problems.push({
      line: repaired.lines[0] ?? null,
      code: 'encoding-repaired',
      values: { lines: repaired.lines.length, misreadAs: repaired.misreadAs },
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

function outlineOf(text: string, bodyStart: number, { familyOf }: ReadingRules, problems: ContentProblem[]): Outline {
  let firstLine = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < bodyStart; at = text.indexOf('\n', at + 1)) firstLine++;
  const outline = readOutline(text, bodyStart, firstLine, {
    isTranscript: (heading) => familyOf(heading) === 'transcript',
    isSection: (heading) => familyOf(heading) !== null,
    standsAlone: () => false,
  });
  // The plugin's own record, cut off by a sync, is mended by the next rebuild and no person's business.
  const isRecord = text
    .split('\n', outline.unclosedLine ?? 0)
    .pop()
    ?.startsWith('%% account-pages ');
  if (outline.unclosedLine !== null && !isRecord) {
    problems.push({
      line: outline.unclosedLine,
      code: 'fence-unclosed',
      values: {},
      message: 'Nothing below this line is read, because a code block or comment opens here and is never closed.',
      fix: 'Close it with a line of ``` (or --> or %%) where it should end.',
    });
  }
  return outline;
}

type FromProperties = Pick<
  NoteContent,
  | 'type'
  | 'tags'
  | 'aliases'
  | 'domains'
  | 'lastContact'
  | 'emails'
  | 'propertyDate'
  | 'createdDate'
  | 'hasDateProperty'
  | 'project'
>;

function fromProperties(properties: FrontMatter['properties'], problems: ContentProblem[]): FromProperties {
  const date = textOf(properties.get('date'));
  const propertyDate = date === null ? null : findDate(date);
  if (date !== null && propertyDate === null && /\d/.test(date)) {
    problems.push({
      line: 1,
      code: 'date-invalid',
      values: { date: date.slice(0, 40) },
      message: `The date “${date.slice(0, 40)}” is passed over, because it is no day of the calendar; the file name's date is used instead.`,
      fix: 'Write the date as YYYY-MM-DD.',
    });
  }
  return {
    type: textOf(properties.get('type'))?.toLowerCase() ?? null,
    tags: textsOf(properties.get('tags') ?? properties.get('tag'))
      .flatMap((tag) => tag.split(/[\s,]+/))
      .map((tag) => tag.replace(/^#/, '')),
    aliases: namesOf(properties.get('aliases') ?? properties.get('alias')),
    domains: namesOf(properties.get('domains') ?? properties.get('domain')).map((domain) =>
      domain.toLowerCase().replace(/^@|^https?:\/\/(?:www\.)?/g, ''),
    ),
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
  | 'title'
  | 'role'
  | 'company'
  | 'bodyDate'
  | 'looksLikeMeeting'
  | 'accountKeys'
  | 'participants'
  | 'summary'
  | 'items'
  | 'tasks'
  | 'links'
  | 'meetingKeys'
>;

function fromBody(outline: Outline, frontMatter: FrontMatter, rules: ReadingRules): FromBody {
  const { properties } = frontMatter;
  const sections = withImportersFacts(sectionsOf(outline.blocks, rules.familyOf), properties);
  const labels = labelsOf(outline.blocks);
  const messages = sections.flatMap(({ heading }) => (heading ? (MESSAGE_HEADING.exec(heading)?.[1] ?? []) : []));
  const reader = new ItemReader(rules.settings.plainBullets);
  for (const section of sections) reader.read(section);
  const participantLists = PARTICIPANT_PROPERTIES.map((name) => properties.get(name));
  const participants = [
    ...participantLists.flatMap((value) => textsOf(value)).flatMap((text) => participantsIn(text)),
    ...labelValues(
      labels,
      /^(?:attendees?|participants?|present|with|teilnehmer|asistentes|participantes|présents)$/,
    ).flatMap((text) => participantsIn(text)),
    ...sections.filter(({ family }) => family === 'participants').flatMap(({ blocks }) => participantsOfBlocks(blocks)),
    ...textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => participantOfTag(tag)),
    ...messages.flatMap((sender) => readParticipant(sender) ?? []),
  ];
  return {
    title: textOf(properties.get('title')) ?? firstHeading(outline.blocks),
    ...positionOf(properties, labels),
    bodyDate: dayOfLabels(labels) ?? dayOfMessages(sections) ?? dayOfZoomSummary(outline.blocks),
    looksLikeMeeting:
      outline.transcript !== null ||
      messages.length > 0 ||
      participantLists.some((value) => textsOf(value).length > 0) ||
      SOURCE_PROPERTIES.some((name) => textOf(properties.get(name)) !== null),
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
  const tags = textsOf(properties.get('tags') ?? properties.get('tag')).flatMap((tag) => tag.split(/[\s,]+/));
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
    keys.push(`transcript ${hash8(spoken.slice(0, 2_000))}${hash8(spoken.slice(-2_000))} ${String(spoken.length)}`);
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
