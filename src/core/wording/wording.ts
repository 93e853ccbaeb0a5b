import { beginningOf, plainTypography } from '../words.ts';
import { FILLERS, NEGATABLE, NEGATIONS, TELLING } from './lexicon.ts';
import { lettersOf } from './letters.ts';
import { FIGURE, isKnownWord, spelled, stemOf, wordsOf } from './words-of-line.ts';

/**
 * Whether two lines say the same. Two lines do when, small words aside, the words of one are the words of the other,
 * or all but a few that tell nothing new; and never when a number, date, amount, negation or name differs. Replacing
 * one word by another makes another line, unless both mean the same (`lexicon.ts`) or one is a slip of the pen:
 * “wants SSO for the pilot” and “wants audit logs for the pilot” share most words and are two facts.
 */
export interface Wording {
  /** Stems in the order in which they stand, small words left out. */
  readonly stems: readonly string[];
  /** Each stem once. */
  readonly distinct: readonly string[];
  /** The same, sorted and joined: lines that hold the same words have the same. */
  readonly words: string;
  /** Numbers, days, amounts, percentages, in one spelling, sorted. */
  readonly figures: readonly string[];
  /** The same, joined. */
  readonly allFigures: string;
  /** Letters that stand alone, Roman numerals and words that end in digits: “Module A”, “Phase II”, “task4”. */
  readonly marks: string;
  /** How many words deny: `not`, `nobody`, `unclear`. */
  readonly negations: number;
  /** For `from`, `to`, `before`…: the two words that follow each, so that a changed direction shows. */
  readonly directions: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** By stem, the word as it was written but for its ending, to see slips of the pen. */
  readonly spellings: ReadonlyMap<string, string>;
  /**
   * Whether the words could stand in another order and say the same: `X is done by Y`, `X and Y`, `X is Y`, or a
   * clause of time or place in front.
   */
  readonly orderFree: boolean;
  /** Two parties in one line: the order of the words is what it says. */
  readonly ordered: boolean;
  readonly contrasts: boolean;
  readonly tense: 'future' | 'ongoing' | 'past' | null;
  /** Stems that may only say whose line it is: “Norvane: …”, “Norvane wants …”. */
  readonly names: ReadonlySet<string>;
  /** Stems of words that are capitalised inside the line. */
  readonly proper: ReadonlySet<string>;
  /** Those of the label alone. */
  readonly label: ReadonlySet<string>;
  /** Each figure with what there are so many of, sorted: “3 vans, 5 trucks” is not “5 vans, 3 trucks”. */
  readonly amounts: readonly string[];
}

const DIRECTIONS = new Set([
  'from',
  'to',
  'before',
  'after',
  'than',
  'instead',
  'over',
  'under',
  'into',
  'by',
  'via',
  'off',
  'on',
  'up',
  'down',
  'with',
]);
const OPENS_CLAUSE =
  /^(?:without|due|given|despite|owing|unless|every|each|next|last|this|today|tomorrow|whenever|where|while|although|because|after|as|at|before|by|during|for|from|if|in|on|once|per|since|to|under|until|when|with|within)\b/;
const JOINS_OR_EQUATES =
  /\b(?:and|or|by)\b|\b(?:is|are|was|were) (?!(?:not |still |now |currently )?\w+ing\b)|\b(?:be|been) /;
const PARTIES = new Set(['us', 'we', 'me']);
/** Two parties each do something. */
const ORDERED = /,.*\b(?:we|they)\b/;
/** `X, not Y` */
const CONTRAST = /(?:,| but) (not|never|nothing|no|nobody)\b/;
const TENSES: readonly (readonly ['future' | 'ongoing' | 'past', RegExp])[] = [
  ['future', /\b(?:will|shall|going to|to be (?!\w+ing\b))\b/],
  ['ongoing', /\b(?:is|are) being\b/],
  ['past', /\b(?:was|were|did|had|ha(?:s|ve) been(?! \w+ing\b)|ha(?:s|ve) already)\b/],
];
/** `Decision – …`, `Action: …`: what kind of line it is. */
const KIND = /^(?:decision|action|fact|blocker|risk|note|update)s?(?: -|:) /i;
/** `Norvane: …`, `[Norvane] …`, `Norvane – …` */
const LABEL =
  /^\[?(\p{Lu}[\p{L}\p{N}&'.]*(?: (?:&|and|of|\p{Lu}[\p{L}\p{N}&'.]*)){0,3})(?: \([^)]*\))?(?:\]:?|:| -)\s+(?=\S)/u;

/** A page shows 400 characters of a line: what stands far behind them neither joins nor parts two lines. */
const LONGEST_LINE = 2_000;

/** Reads a line without Markdown; of a very long one its beginning. */
export function readWording(text: string): Wording {
  const typed = plainTypography(beginningOf(text, LONGEST_LINE));
  const label = LABEL.exec(typed.replace(KIND, ''));
  const lower = typed.toLowerCase();
  const line = spelled(lower);
  const figures: string[] = [];
  const words = wordsOf(line, figures);
  const stems: string[] = [];
  const numbered: string[] = [];
  const directions = new Map<string, string[][]>();
  const spellings = new Map<string, string>();
  const amounts: string[] = [];
  let negations = 0;
  let following: string[] | null = null;
  const contrast = CONTRAST.exec(line)?.[1];
  for (const [index, word] of words.entries()) {
    if (word.startsWith(FIGURE)) {
      if (following && following.length < 2) following.push(word);
      amounts.push(word + amountOf(words.slice(index + 1)));
      continue;
    }
    if (endsInDigit(word)) numbered.push(word);
    if (DIRECTIONS.has(word) || word === contrast) {
      following = [];
      directions.set(word, [...(directions.get(word) ?? []), following]);
      if (!TELLING.has(word) && !NEGATIONS.has(word)) continue;
    }
    if (following && PARTIES.has(word)) following.push(word);
    const bare = NEGATED.exec(word)?.[1] ?? '';
    const turned = NEGATABLE.has(bare) ? bare : word;
    if (NEGATIONS.has(word) || turned !== word) negations++;
    if (NEGATIONS.has(word) || (FILLERS.has(turned) && !TELLING.has(turned))) continue;
    const stem = stemOf(turned);
    stems.push(stem);
    spellings.set(stem, turned);
    if (following && !DIRECTIONS.has(word) && following.length < 2) following.push(stem);
  }
  const distinct = [...new Set(stems)];
  figures.sort();
  return {
    stems,
    distinct,
    words: [...distinct].sort().join(' '),
    figures,
    allFigures: figures.join(' '),
    marks: [lettersOf(typed), ...numbered.sort()].join(' '),
    negations,
    directions,
    spellings,
    orderFree: isOrderFree(line),
    ordered: ORDERED.test(line) && !OPENS_CLAUSE.test(line),
    contrasts: contrast !== undefined,
    tense: TENSES.find(([, pattern]) => pattern.test(lower))?.[0] ?? null,
    names: namesIn(typed, label?.[1] ?? ''),
    proper: namesIn('', (typed.match(/\s\p{Lu}[\p{L}'-]*/gu) ?? []).join(' ')),
    label: namesIn('', label?.[1] ?? ''),
    amounts: amounts.sort(),
  };
}

function endsInDigit(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return last >= 48 && last <= 57;
}

const NEGATED = /^(?:un|in|im|non)(\p{L}{3,})$/u;

/** Stems that only say whose line it is: a label in front, and capitalised words that begin it. */
function namesIn(typed: string, label: string): ReadonlySet<string> {
  const leading = /^(?:(?:\p{Lu}|of\b|and\b|&)[\p{L}\p{N}'&]*\s+){1,3}(?=\p{Ll}|\d)/u.exec(typed)?.[0] ?? '';
  const words = (text: string) => (text === '' ? [] : wordsOf(spelled(text.toLowerCase()), []));
  // “All”, “Only” and “Send” are capitalised at the start of a sentence too.
  const names = words(leading).filter((word) => !TELLING.has(word) && !isKnownWord(word));
  return new Set([...words(label), ...names].map((word) => stemOf(word)));
}

function isOrderFree(line: string): boolean {
  return OPENS_CLAUSE.test(line) || JOINS_OR_EQUATES.test(line);
}

/** What a figure counts: the next word that says something. */
function amountOf(after: readonly string[]): string {
  const counted = after.find((word) => !word.startsWith(FIGURE) && (!FILLERS.has(word) || DIRECTIONS.has(word)));
  return counted === undefined || DIRECTIONS.has(counted) ? '' : stemOf(counted);
}
