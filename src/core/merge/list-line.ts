import type { ComposedLine } from '../compose/account-page.ts';
import type { NotePath } from '../vault.ts';
import { hash8 } from '../words.ts';
import { areAlike, saysTheSame } from '../wording/compare.ts';
import { readWording, type Wording } from '../wording/wording.ts';
import type { LedgerEntry, SectionLedger } from './ledger.ts';
import {
  ENDS_WITH_EVIDENCE,
  lineIdentity,
  lineWords,
  linkPaths,
  type PageBlock,
  type ResolveLink,
} from './page-blocks.ts';
import { personIn } from './page-table.ts';
import { fourCharacters, keyOf, linkHashes } from './short-hash.ts';
import { isReworded, isTraceOf, traceOf } from './trace.ts';

/** A composed line with what is needed to find it on the page and in the ledger. */
export interface Candidate {
  readonly line: ComposedLine;
  readonly entry: LedgerEntry;
  /** Worked out when it is asked for. */
  readonly wording: () => Wording;
  /** The notes that say it. */
  readonly sources: readonly NotePath[];
  /** All keys that it may be known by: a meeting's line has one for each of its notes, which take turns. */
  readonly keys: readonly string[];
  /** The note that the line is about: a meeting's, or a person's. */
  readonly subject: NotePath | null;
}

export function candidateOf(line: ComposedLine): Candidate {
  let read: Wording | null = null;
  const wording = () => (read ??= 'sayings' in line.origin ? line.origin.wording() : readWording(line.text));
  const sources = sourcesOf(line);
  const entry = {
    key: keyOf(line.key ?? line.text),
    content: hash8(lineIdentity(line.markdown)),
    trace: line.key === null ? traceOf(sources[0] ?? '', wording()) : '',
    links: linkHashes(line.markdown).join(''),
  };
  const notes = 'main' in line.origin ? line.origin.notes.map(({ note }) => keyOf(note.path)) : [];
  return { line, entry, wording, sources, keys: [entry.key, ...notes], subject: subjectOf(line) };
}

/**
 * A block of the page with what is needed to find it among the candidates and in the ledger. Most lines are known by
 * their hash, so that what they say is worked out only when it is asked for.
 */
export class Existing {
  /** What its links name, and the notes that these lead to. */
  readonly paths: readonly string[];
  readonly notes: readonly NotePath[];
  /** What its first link names, and the note that this leads to. */
  readonly target: string | null;
  readonly note: NotePath | null;
  readonly hash: string;
  private said: string | null = null;
  private read: Wording | null = null;
  private keyOfWords: string | null = null;
  private keysOfTarget: readonly string[] | null = null;

  constructor(
    readonly block: PageBlock,
    resolve: ResolveLink,
  ) {
    this.paths = linkPaths(block.line);
    this.target = this.paths[0] ?? null;
    const notes = this.paths.map((path) => resolve(path));
    this.notes = notes.filter((note) => note !== null);
    this.note = notes[0] ?? null;
    this.hash = hash8(lineIdentity(block.line));
  }

  /** What a bullet says; '' where that is nothing. */
  words(): string {
    return (this.said ??= this.block.kind === 'bullet' ? lineWords(this.block.line) : '');
  }

  wording(): Wording {
    return (this.read ??= readWording(this.words()));
  }

  saysSomething(): boolean {
    return this.block.kind === 'bullet' && this.words() !== '';
  }

  /** Whether the line may be known by this key: that of the note or person that it links to, or of its words. */
  hasKey(key: string): boolean {
    this.keysOfTarget ??=
      this.target === null ? [] : [keyOf(this.note ?? this.target), keyOf(personIn(this.block.line))];
    return this.keysOfTarget.includes(key) || this.isKeyOfWords(key);
  }

  isKeyOfWords(key: string): boolean {
    this.keyOfWords ??= keyOf(this.words());
    return key === this.keyOfWords;
  }
}

/** Whether a line with a link to a note that says it tells of the candidate: without a ledger, a line that a person edited. */
export function isEditOf(own: Existing, { entry, sources }: Candidate): boolean {
  return own.notes.some((note) => sources.includes(note)) && isEditedFrom(own, entry);
}

/** `- 2025-11-04: [[note]]…`, `- [x] [[person]]…`: a line that only mentions a note is about something else. */
const BEGINS_WITH_LINK = /^(?:\[.\]\s+)?[*_~=]{0,4}(?:\d{4}-\d{2}(?:-\d{2})?:?\s*)?[*_~=]{0,4}\[\[/;

/** Whether a line says of itself which meeting it comes from. */
export function bearsEvidence({ origin, markdown }: ComposedLine): boolean {
  return 'main' in origin || ENDS_WITH_EVIDENCE.test(markdown);
}

/** Whether a person's line says what the candidate says: about the same note or person, or in like words. */
export function takesPlaceOf(own: Existing, { line, entry, wording, keys }: Candidate): boolean {
  if (!own.saysSomething()) return false;
  if (own.hash === entry.content) return true;
  if (line.key !== null)
    return keys.some((key) => (BEGINS_WITH_LINK.test(own.block.line) ? own.hasKey(key) : own.isKeyOfWords(key)));
  return own.isKeyOfWords(entry.key) || saysTheSame(own.wording(), wording());
}

/** Whether the line is what a person made of the line that the entry stands for. */
export function isEditedFrom(own: Existing, { key, trace }: LedgerEntry): boolean {
  if (!own.saysSomething()) return false;
  if (trace === '') return own.hasKey(key);
  if (own.isKeyOfWords(key)) return true;
  const source = own.notes.find((note) => isTraceOf(trace, note)) ?? '';
  return isReworded(trace, traceOf(source, own.wording()));
}

/** Whether a line in the candidate's words has a link that leads to another note, and to none that says the same. */
export function leadsElsewhere({ paths }: Existing, { line, sources }: Candidate, resolve: ResolveLink): boolean {
  return linkPaths(line.markdown).some((here, index) => {
    const there = paths[index] ?? here;
    const note = there === here ? null : resolve(there);
    return note !== null && note !== resolve(here) && !sources.includes(note);
  });
}

/** 4 characters over what a meeting's line says besides the note's name; '' where that is just a day. */
export function restHash({ origin, markdown }: ComposedLine): string {
  return 'main' in origin && markdown.includes(']] — ') ? fourCharacters(withoutName(markdown)) : '';
}

/** A line as it is compared, but for the name that its first link shows. */
export function withoutName(line: string): string {
  return lineIdentity(line).replace(/\[\[[^\]]*\]\]/, '');
}

function subjectOf({ key, origin }: ComposedLine): NotePath | null {
  if ('person' in origin) return origin.person?.path ?? null;
  return 'main' in origin ? key : null;
}

/** A line of a list section as the ledger has it, for a line with its bullet; '' for any other. */
export function hashOfBullet(line: string): string {
  const bullet = /^[-*+][ \t]+([^\r\n]*)$/.exec(line)?.[1];
  return bullet === undefined ? '' : hash8(lineIdentity(bullet));
}

/** The notes to which a line may link. */
export function notesOf(line: ComposedLine): readonly NotePath[] {
  return line.key === null ? sourcesOf(line) : [line.key];
}

function sourcesOf({ origin }: ComposedLine): readonly NotePath[] {
  return 'sayings' in origin ? origin.sayings.map(({ path }) => path) : [];
}

/** Whether the plugin itself wrote this line with these links: copies of a meeting may take turns as its source. */
export function wroteLinks({ block, hash }: Existing, ledger: SectionLedger | null): boolean {
  const links = linkHashes(block.line).join('');
  return (ledger?.written ?? []).some((entry) => entry.content === hash && entry.links === links);
}

/** Between two machines' wordings of one thing half the words may differ; a person's line is never judged by this. */
export function isMachineRewording(own: Existing, candidate: Candidate): boolean {
  return candidate.line.key === null && areAlike(own.wording(), candidate.wording());
}

export function isSame(block: PageBlock, { entry, line }: Candidate, resolve: ResolveLink): boolean {
  if (hash8(lineIdentity(block.line)) !== entry.content) return false;
  const there = linkPaths(block.line);
  return linkPaths(line.markdown).every((path, index) => {
    const standing = there[index] ?? '';
    return standing === path || (resolve(standing) !== null && resolve(standing) === resolve(path));
  });
}
