import type { ComposedLine } from '../compose/account-page.ts';
import type { NotePath } from '../vault.ts';
import { hash8 } from '../words.ts';
import { areAlike, saysTheSame } from '../wording/compare.ts';
import { readWording, type Wording } from '../wording/wording.ts';
import { isReworded, isTraceOf, keyOf, traceOf, type LedgerEntry, type SectionLedger } from './ledger.ts';
import { firstLink, lineIdentity, lineWords, type PageBlock } from './page-blocks.ts';

/** How the links of a line are followed: a target → the note that it leads to. */
export type ResolveLink = (target: string) => string | null;

/** A composed line with what is needed to find it on the page and in the ledger. */
export interface Candidate {
  readonly line: ComposedLine;
  readonly entry: LedgerEntry;
  readonly wording: Wording;
  /** The notes that say it. */
  readonly sources: readonly NotePath[];
}

export function candidateOf(line: ComposedLine): Candidate {
  const wording = readWording(line.text);
  const sources = 'sayings' in line.origin ? line.origin.sayings.map(({ path }) => path) : [];
  const entry = {
    key: keyOf(line.key ?? line.text),
    content: hash8(lineIdentity(line.markdown)),
    trace: line.key === null ? traceOf(sources[0] ?? '', wording) : '',
  };
  return { line, entry, wording, sources };
}

/** A block of the page with what is needed to find it among the candidates and in the ledger. */
export interface Existing {
  readonly block: PageBlock;
  /** The note that its first link leads to. */
  readonly note: NotePath | null;
  readonly hash: string;
  /** Keys under which the line may be known: the note that it links to, or its wording. */
  readonly keys: readonly string[];
  /** Worked out when it is asked for, which for most lines of a person's never happens. */
  readonly wording: () => Wording;
  readonly words: string;
}

export function existingLine(block: PageBlock, resolve: ResolveLink): Existing {
  const words = block.kind === 'bullet' ? lineWords(block.line) : '';
  const target = firstLink(block.line);
  const note = target === null ? null : resolve(target);
  let wording: Wording | null = null;
  const linked = target === null ? [] : [keyOf(note ?? target), keyOf(words)];
  return {
    block,
    note,
    hash: hash8(lineIdentity(block.line)),
    keys: [keyOf(words), ...linked],
    wording: () => (wording ??= readWording(words)),
    words,
  };
}

/** Whether a line with a link to a note that says it tells of the candidate: without a ledger, a line that a person edited. */
export function isEditOf(own: Existing, { entry, sources }: Candidate): boolean {
  return own.note !== null && sources.includes(own.note) && isEditedFrom(own, entry);
}

/** Whether a person's line says what the candidate says: about the same note or person, or in like words. */
export function takesPlaceOf(own: Existing, { line, entry, wording }: Candidate): boolean {
  if (own.block.kind !== 'bullet' || own.words === '') return false;
  if (own.hash === entry.content) return true;
  if (line.key !== null) return own.keys.includes(entry.key);
  return own.keys[0] === entry.key || saysTheSame(own.wording(), wording);
}

/** Whether the line is what a person made of the line that the entry stands for. */
export function isEditedFrom(own: Existing, { key, trace }: LedgerEntry): boolean {
  if (own.block.kind !== 'bullet' || own.words === '') return false;
  if (trace === '') return own.keys.includes(key);
  if (own.keys[0] === key) return true;
  const isLinked = own.note !== null && isTraceOf(trace, own.note);
  return isReworded(trace, traceOf(isLinked && own.note !== null ? own.note : '', own.wording()));
}

export function leadsElsewhere(block: PageBlock, { line }: Candidate, resolve: ResolveLink): boolean {
  const [there, here] = [firstLink(block.line), firstLink(line.markdown)];
  const note = there === null || there === here ? null : resolve(there);
  return note !== null && here !== null && note !== resolve(here);
}

/** A line of a list section as the ledger has it, for a line with its bullet; '' for any other. */
export function hashOfBullet(line: string): string {
  const bullet = /^[-*+][ \t]+([^\r\n]*)$/.exec(line)?.[1];
  return bullet === undefined ? '' : hash8(lineIdentity(bullet));
}

/** Whether the plugin itself wrote this line with this link: copies of a meeting may take turns as its source. */
export function wroteLink({ note, hash }: Existing, ledger: SectionLedger | null): boolean {
  return (ledger?.written ?? []).some(
    ({ key, content, trace }) =>
      content === hash && (trace === '' ? key === keyOf(note ?? '') : isTraceOf(trace, note ?? '')),
  );
}

/** Between two machines' wordings of one thing half the words may differ; a person's line is never judged by this. */
export function isMachineRewording({ wording }: Existing, candidate: Candidate): boolean {
  return candidate.line.key === null && areAlike(wording(), candidate.wording);
}

export function isSame(block: PageBlock, { entry, line }: Candidate, resolve: ResolveLink): boolean {
  if (hash8(lineIdentity(block.line)) !== entry.content) return false;
  const [there, here] = [firstLink(block.line), firstLink(line.markdown)];
  return (
    there === here || (there !== null && here !== null && resolve(there) !== null && resolve(there) === resolve(here))
  );
}
