import { DOING } from './doing-words.ts';

/** Where in a task an `@` stands: before all that is to be done, behind a single word (“Call @Ana back”), or behind more. */
export type OwnerPlace = 'front' | 'object' | 'behind';

export interface NamedOwner {
  readonly owner: string;
  /** What of the text is no name. */
  readonly after: string;
  /** Whether the name is a word of the sentence too: “Ask Ana to call” says less without it. */
  readonly isPartOfText: boolean;
}

/** Words that no name goes on with: `@Ana to call back` is owned by Ana. */
const AFTER_NAME = new Set(
  'to for about on with will by before after until the a an if when is are should can could please via at in from re once as who that this so but or must may has have had'.split(
    ' ',
  ),
);
/** Words that say when or how, and that stand behind a name as often as not. */
const WHEN_OR_HOW = new Set(
  'asap urgent today tonight tomorrow now soon later first next again eod eow eom instead too also anyway then this monday tuesday wednesday thursday friday morgen heute bald demain mañana hoy amanhã hoje'.split(
    ' ',
  ),
);
const BACK = new Set('back up twice everything something directly personally over through along in out off'.split(' '));
/** `van` in “Jo van der Berg”. */
const PARTICLES = new Set(
  'al bin da das de del della den der di do dos du el ibn la las le los ten ter van von vom zu zum zur'.split(' '),
);
/** Of these, the ones that hardly begin anything else. */
const PLAIN_PARTICLES = new Set('de den der di van von'.split(' '));
const JOINS = new Set(['and', 'und', 'et', 'y', 'e', '&', '+', '/', '→']);
const GROUP = /^(?:teams?|group|department|dept|committee|board|squad|office|desk)$/i;
const POSSESSIVE = /^([\p{L}.-]+(?: \p{Lu}[\p{L}.-]+){0,2})['’]s(?=\s)/u;
const STOPS = /^[-–—|:([]/;

/** Takes what stands behind an `@` apart: the name, and what the name's owner is to do. */
export function ownerIn(chunk: string, place: OwnerPlace): NamedOwner {
  const link = /^\[\[[^\]]*\]\]/.exec(chunk);
  if (link) return named(chunk, link[0].length, place);
  const possessive = POSSESSIVE.exec(chunk)?.[1];
  // `Send @Ana's figures`
  if (possessive !== undefined)
    return { owner: possessive, after: chunk.slice(possessive.length).trimEnd(), isPartOfText: true };
  const words = wordsOf(chunk);
  if (words.length <= 1) return { owner: chunk, after: '', isPartOfText: false };
  const count = nameLength(words, place);
  if (count === words.length) return { owner: chunk, after: '', isPartOfText: false };
  return named(chunk, words[count - 1]?.end ?? chunk.length, place);
}

interface Word {
  readonly text: string;
  readonly end: number;
}

function wordsOf(chunk: string): Word[] {
  return [...chunk.matchAll(/\S+/g)].map((match) => ({ text: match[0], end: match.index + match[0].length }));
}

function named(chunk: string, end: number, place: OwnerPlace): NamedOwner {
  const rest = chunk.slice(end).trimEnd();
  const owner = chunk.slice(0, end);
  const [first = '', ...more] = rest.trim().split(/\s+/);
  if (more.length === 0 && (first === '' || first === ',' || JOINS.has(first.toLowerCase())))
    return { owner, after: '', isPartOfText: false };
  // `@Dagny, send the map`, `@Dagny – send the map`
  const isSetOff = /[,;]$/.test(owner) || STOPS.test(first);
  const isAside = isSetOff || WHEN_OR_HOW.has(bare(first));
  const after = isSetOff ? ` ${rest.trim().replace(/^[-–—|:]+\s+/, '')}` : rest;
  return { owner, after, isPartOfText: place === 'object' || (place === 'behind' && !isAside) };
}

/** How many of the words are the name. */
function nameLength(words: readonly Word[], place: OwnerPlace): number {
  const first = words[0]?.text ?? '';
  const text = (index: number) => words[index]?.text ?? '';
  let count = 1;
  while (count < words.length) {
    if (endsName(text(count - 1))) return count;
    const more = wordsOfName(first, text(count), text(count + 1), text(count + 2), place);
    if (more === 0) break;
    count += more;
  }
  const rest = words.length - count;
  if (rest === 0 || endsName(text(count - 1))) return count;
  if (/,$/.test(text(count - 1))) return count;
  // `Call back @Ben (last name unknown)`
  if (
    text(count).startsWith('(') &&
    /^\([^()]*\)$/.test(
      words
        .slice(count)
        .map((word) => word.text)
        .join(' '),
    )
  )
    return words.length;
  if (count === 1 && GROUP.test(bare(text(1)))) return 2;
  return isNameOfGroup(words, count, place) ? words.length : count;
}

/** The full stop or colon behind a name ends it; the one behind “Dr.” or “J.” does not. */
function endsName(word: string): boolean {
  return /[a-z)]{2}[.:!?]$|:$/.test(word);
}

/** How many of the words from `word` on carry the name on. */
function wordsOfName(first: string, word: string, next: string, second: string, place: OwnerPlace): number {
  if (carriesOn(first, word, next, place)) return 1;
  if (JOINS.has(word)) return isCapital(next) && !isDoing(next) ? 2 : 0;
  const lower = /^\p{Ll}/u.test(first);
  if (!(lower ? PLAIN_PARTICLES : PARTICLES).has(word)) return 0;
  const isNext = (candidate: string) => candidate !== '' && (lower || isCapital(candidate));
  if (PARTICLES.has(next)) return isNext(second) ? 3 : 0;
  return isNext(next) ? 2 : 0;
}

function carriesOn(first: string, word: string, next: string, place: OwnerPlace): boolean {
  if (!isCapital(word)) return false;
  if (isDoing(word) && (place === 'front' || next !== '')) return false;
  // `@Dagny PO to purchasing`: who shouts only this word means no name.
  return place !== 'front' || !/^\p{Lu}{2,}$/u.test(word) || /^\p{Lu}{2,}$/u.test(first);
}

/** Behind the task all words may be a name, as of “Platform engineering team”, “Customer success” and “ana ruiz”. */
function isNameOfGroup(words: readonly Word[], count: number, place: OwnerPlace): boolean {
  if (place !== 'behind' || count > 1) return false;
  const rest = words.slice(1).map(({ text }) => text);
  if (rest.some((word) => isNoName(word))) return false;
  return rest.length === 1 || GROUP.test(bare(rest[rest.length - 1] ?? ''));
}

function isNoName(word: string): boolean {
  const plain = bare(word);
  return (
    AFTER_NAME.has(plain) ||
    WHEN_OR_HOW.has(plain) ||
    BACK.has(plain) ||
    DOING.has(plain) ||
    plain.endsWith('ly') ||
    !/^\p{L}/u.test(word)
  );
}

function isCapital(word: string): boolean {
  return /^["'“(]?\p{Lu}/u.test(word) && !word.startsWith('(');
}

function isDoing(word: string): boolean {
  return DOING.has(bare(word));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[,.:;!?]+$/, '');
}
