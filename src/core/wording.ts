import { FILLERS, MONTHS, NEGATABLE, NEGATIONS, NUMBER_WORDS, SYNONYMS, TELLING } from './wording-lexicon.ts';
import { plainTypography } from './words.ts';

/**
 * Whether two lines say the same. Two lines do when, small words aside, the words of one are the words of the other,
 * or all but a few that tell nothing new; and never when a number, date, amount, negation or name differs. Replacing
 * one word by another makes another line, unless both mean the same (`wording-lexicon.ts`) or one is a slip of the pen:
 * “wants SSO for the pilot” and “wants audit logs for the pilot” share most words and are two facts.
 */
export interface Wording {
  /** Stems in the order in which they stand, small words left out. */
  readonly stems: readonly string[];
  /** Numbers, days, amounts, percentages, in one spelling, sorted. */
  readonly figures: readonly string[];
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

/** The share of a line's words that may be a name in front or a clause that tells nothing. */
const LARGEST_ADDITION = 0.5;
const DIRECTIONS = new Set(['from', 'to', 'before', 'after', 'than', 'instead', 'over', 'under', 'into', 'by', 'via', 'off', 'on', 'up', 'down', 'with']);
const OPENS_CLAUSE = /^(?:without|due|given|despite|owing|unless|every|each|next|last|this|today|tomorrow|whenever|where|while|although|because|after|as|at|before|by|during|for|from|if|in|on|once|per|since|to|under|until|when|with|within)\b/;
const JOINS_OR_EQUATES = /\b(?:and|or|by)\b|\b(?:is|are|was|were) (?!(?:not |still |now |currently )?\w+ing\b)|\b(?:be|been) /;
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
/** One line with the one and the other with the other say different things. */
const OPPOSITES: readonly (readonly [string, string])[] = [['over', 'under'], ['before', 'after'], ['from', 'to'], ['off', 'to'], ['off', 'on'], ['up', 'down'], ['into', 'from']];
/** `Norvane: …`, `[Norvane] …`, `Norvane – …` */
/** `Decision – …`, `Action: …`: what kind of line it is. */
const KIND = /^(?:decision|action|fact|blocker|risk|note|update)s?(?: -|:) /i;
const LABEL = /^\[?(\p{Lu}[\p{L}\p{N}&'.]*(?: (?:&|and|of|\p{Lu}[\p{L}\p{N}&'.]*)){0,3})(?: \([^)]*\))?(?:\]:?|:| -)\s+(?=\S)/u;
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const CURRENCIES: Readonly<Record<string, string>> = { chf: 'chf', cad: 'cad', aud: 'aud', sek: 'sek', nok: 'nok', pln: 'pln', jpy: 'jpy', yen: 'jpy', $: 'usd', usd: 'usd', dollar: 'usd', dollars: 'usd', '€': 'eur', eur: 'eur', euro: 'eur', euros: 'eur', '£': 'gbp', gbp: 'gbp', pounds: 'gbp' };
/** Spellings of one thing, before a line is split into words. */
const SPELLINGS: readonly [RegExp, string][] = [
  // Who said it, and that everybody knows: “As mentioned in the call, …”, “…, as agreed.”, “We agreed that …”.
  [/^(?:final |key |new |main |open )?(?:decision|action|action item|fact|blocker|risk|note|update|fyi|todo|to-do|worth noting|reminder|important|next step)s?: /, ' '],
  [/^(?:needs?|have|want|remember|try) to /, ' '],
  [/^(?:the |our |their )?(?:\w+ )?teams? (?:has |have )?(?:agreed|aligned|decided|settled)(?: (?:on|that|to))? /, ' '],
  [/^after (?:some|much|a (?:long|short|brief)) (?:discussion|debate|back and forth|consideration)[^,]*,? /, ' '],
  [/^as (?:\w+ ){0,3}(?:mentioned|discussed|agreed|noted|said|promised|known|expected)[^,]{0,40}, /, ' '],
  [/,? as (?:\w+ ){0,8}(?:mentioned|discussed|agreed|noted|said|promised|aware|known|knows?)(?: [^,.;)]{0,40})?(?=[.;)]*$)/, ' '],
  [/, (?:and )?(?:everyone|everybody|all|we all|nobody) (?:\w+ ){1,3}(?:fine|ok|okay|happy|aware|agreed|objected)[^,.;]*(?=[.;]?$)/, ' '],
  [/, (?:per|according to) [^,.;)]{2,40}(?=[.;)]*$)|^(?:per|according to) [^,.;]{2,40}, /, ' '],
  [/^(?:participants?|attendees|everyone|everybody|we|they|both sides|the (?:team|group|parties|attendees|participants)) (?:all )?(?:agreed|aligned|decided|noted|confirmed|discussed)(?: (?:on|that|about))? /, ' '],
  [/^it (?:was|has been) (?:agreed|decided|resolved|noted|mentioned|confirmed)(?: by \w+)?(?: that| to)? /, ' '],
  [/, (?:this|which|that|it) (?:\w+ ){0,3}(?:raised|mentioned|up|discussed|noted|said|brought)\b[^,.;]*(?=[.;]?$)/, ' '],
  [/^(?:the )?(?:main |biggest |open |key )?(?:problem|issue|point|risk|fact|news|message) (?:is|was) that /, ' '],
  [/^(?:we|i|they|you) (?:should|need to|have to|must|will|want to|agreed to|are going to|plan to)(?: also| still| now)? /, ' '],
  [/\bat this (?:point|time|stage)\b|\ba lot\b|\bvery much\b|\bas of now\b|\bso far\b|\bas well\b|\bto be honest\b|\bin general\b|\bby the way\b/g, ' '],
  [/\b(send|sent|sends|sending|pass|hand) over\b/g, '$1'],
  [/\bgo(?:es|ing)?[ -]live\b|\bwent live\b|\bgone live\b/g, 'golive'],
  [/\b(?:the )?(?:middle of|mid-?)\s?(?=[a-z])/g, 'mid '],
  [/, [^,.;]{2,40} (?:told us|said|mentioned|noted)(?=[.;]?$)/, ' '],
  [/^(?:[^,]{3,40}, )?(?:we|i|they|the \w+|[\w' ]{2,30}?) (?:learned|learnt|heard|understood|explained|told us|stressed|added|pointed out|made clear)(?: today| yesterday| again)? that /, ' '],
  [/^[\w' -]{2,40}? (?:told us|mentioned|noted|explained|reported|pointed out|let us know)(?: [\w -]{1,40}?)? that /, ' '],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\bno longer\b|\bnot any ?more\b|\bnot any longer\b/g, 'not anymore'],
  [/'(?:re|ve|ll|d|m)\b/g, ''],
  [/'s\b|s'(?=\s|$)/g, ' '],
  [/\bkick(?:s|ed)?[ -]off\b/g, 'kickoff'],
  [/\b(clean|cut|back|roll|sign|set|build|hand)(?:s|ed|t?ing)?[ -](up|over|out|off)\b/g, '$1$2'],
  [/\b(log|sign)(?:s|ged|ed|ging|ing)?[ -]in\b/g, '$1in'],
  [/\bon[ -](site|prem(?:ise)?s?)\b/g, 'on$1'],
  [/\b(?:switch|turn)(?:ed|es|ing|s)? off\b/g, 'disable'],
  [/\b(?:switch|turn)(?:ed|es|ing|s)? on\b/g, 'enable'],
  [/\b(?:needs?|has|have|had) to be\b/g, ' '],
  [/\b(?:above|more than|older than|greater than|in excess of)\b|\bexceed(?:s|ed|ing)?\b/g, 'over'],
  [/\b(?:below|less than|fewer than|younger than)\b/g, 'under'],
  [/\b(this|next|last) (week|month|quarter|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday)\b/g, '$1$2'],
  [/\b(?:nearly|almost|about|around|some) (?=[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|a )\b)/g, ''],
  [/\b(check|ask|clarify|see|confirm|verify|know) if\b/g, '$1 whether'],
  [/\b(?:every|each)(?! (?:\d|single |other |second |last |first )?(?:day|week|month|quarter|year|hour|minute|night|morning|spring|summer|autumn|winter|time|\w+day)\b)/g, 'all'],
  [/\bin order to\b/g, 'to'],
  [/\bwrong(?:ly)?\b/g, 'not correct'],
  [/\bin charge of\b/g, 'responsible'],
  [/\bt(?:ake|akes|ook|aking|aken) place\b/g, 'happen'],
  [/\brather than\b|\bin place of\b/g, 'instead'],
  [/\bapart from\b|\bother than\b|\bwith the exception of\b/g, 'except'],
  [/\b(?:is|are|was|were) allowed to\b|\bis permitted to\b/g, 'may'],
  [/\bonce (?:a|per|every) (day|week|month|quarter|year)\b/g, 'every $1'],
  [/\btwo times\b/g, 'twice'],
  [/\bturn(?:s|ed)? down\b/g, 'reject'],
  [/\bput off\b/g, 'postpone'],
  [/\bpush(?:ed|es|ing)?\b(.{0,60}?)\bback\b/g, 'postpone$1'],
  [/(\d)(?:st|nd|rd|th)\b/g, '$1'],
  [/\bfor now\b|\bat the moment\b|\bright now\b|\bat present\b|\bin total\b|\bas (?:agreed|discussed|mentioned|promised)(?: (?:in|on|at) the (?:call|meeting))?\b|\bfor the record\b|\bgoing forward\b|\bjust so (?:we|you) (?:are|know)\b/g, ' '],
  [/\bper cent\b|\bpercent\b/g, '%'],
  [/\bfirst quarter\b/g, 'q1'],
  [/\bsecond quarter\b/g, 'q2'],
  [/\bthird quarter\b/g, 'q3'],
  [/\bfourth quarter\b/g, 'q4'],
  [/\b24\/7\b/g, 'around the clock'],
  [/(\d)['’\u202f](?=\d{3}\b)/g, '$1,'],
  [/(\d),(?=\d{1,2}\b(?![.,]?\d))/g, '$1.'],
  [/\bsecs?\b/g, 'seconds'],
  [/\byrs?\b/g, 'years'],
  [/\bwks?\b/g, 'weeks'],
  [/(\d)(?=(?:h|hrs?|min|mins|sec|kg|km|ms|gb|tb|mb|kw|mw|pm|am)\b)/g, '$1 '],
  [/\bhrs?\b|\bh\b/g, 'hours'],
  [/\bmins?\b/g, 'minutes'],
];

/** Reads a line without Markdown. */
export function readWording(text: string): Wording {
  const typed = plainTypography(text);
  const label = LABEL.exec(typed.replace(KIND, ''));
  const line = spelled(typed.toLowerCase());
  const figures: string[] = [];
  const words = wordsOf(line, figures);
  const stems: string[] = [];
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
  return { stems, figures: [...figures].sort(), negations, directions, spellings, orderFree: isOrderFree(line), ordered: ORDERED.test(line) && !OPENS_CLAUSE.test(line), contrasts: contrast !== undefined, tense: TENSES.find(([, pattern]) => pattern.test(typed.toLowerCase()))?.[0] ?? null, names: namesIn(typed, label?.[1] ?? ''), proper: namesIn('', (typed.match(/\s\p{Lu}[\p{L}'-]*/gu) ?? []).join(' ')), label: namesIn('', label?.[1] ?? ''), amounts: amounts.sort() };
}

const NEGATED = /^(?:un|in|im|non)(\p{L}{3,})$/u;

/** Stems that only say whose line it is: a label in front, and capitalised words that begin it. */
function namesIn(typed: string, label: string): ReadonlySet<string> {
  const leading = /^(?:(?:\p{Lu}|of\b|and\b|&)[\p{L}\p{N}'&]*\s+){1,3}(?=\p{Ll}|\d)/u.exec(typed)?.[0] ?? '';
  const words = (text: string) => wordsOf(spelled(text.toLowerCase()), []);
  // “All”, “Only” and “Send” are capitalised at the start of a sentence too.
  const names = words(leading).filter((word) => !TELLING.has(word) && !STEM_OF_SYNONYM.has(baseOf(word)));
  return new Set([...words(label), ...names].map((word) => stemOf(word)));
}

/** True where showing both lines would say one thing twice. Symmetrical. */
export function saysTheSame(a: Wording, b: Wording): boolean {
  if (a.negations !== b.negations || a.figures.join() !== b.figures.join()) return false;
  if (a.tense !== null && b.tense !== null && a.tense !== b.tense) return false;
  return sameWords(a, b) && !turnedRound(a, b) && !isOtherAmount(a.amounts, b.amounts);
}

/** True where the lines match but for a number, date or negation: they contradict each other, or one has moved on. */
export function disagrees(a: Wording, b: Wording): boolean {
  // A forecast does not contradict what is the case today.
  if ((a.tense === 'future') !== (b.tense === 'future')) return false;
  const sameSign = a.negations > 0 === b.negations > 0;
  if (sameSign && a.figures.join() === b.figures.join()) return false;
  if (sameSign && (a.figures.length === 0 || b.figures.length === 0)) return false;
  if (Math.min(a.stems.length, b.stems.length) < 2) return false;
  const { left, right } = unmatched(a, b);
  return left.length === 0 && right.length === 0 && !turnedRound(a, b);
}

/** How alike two lines are, 0 to 1: Jaccard over their stems and figures. For finding an edited line's counterpart. */
export function likeness(a: Wording, b: Wording): number {
  const left = new Set([...a.stems, ...a.figures]);
  const right = new Set([...b.stems, ...b.figures]);
  const shared = [...left].filter((stem) => right.has(stem)).length;
  const union = left.size + right.size - shared;
  return union === 0 ? 1 : shared / union;
}

/**
 * Two machines' wordings of one thing: the same figures and denials, and most of the words (Jaccard). Only where it is
 * known from elsewhere that both tell of the same; never between what two people wrote.
 */
export function areAlike(a: Wording, b: Wording): boolean {
  return a.negations === b.negations && a.figures.join() === b.figures.join() && likeness(a, b) >= MOST_WORDS && !turnedRound(a, b);
}

const MOST_WORDS = 0.55;

function sameWords(a: Wording, b: Wording): boolean {
  const { left, right } = unmatched(a, b);
  if (left.length > 0 && right.length > 0) return false;
  const [longer, added] = left.length > 0 ? [a, left] : [b, right];
  if (longer.stems.length === 0) return a.figures.length > 0;
  // What the longer line has more of may name whose it is; anything else would be a fact of its own.
  return added.every((stem) => longer.names.has(stem)) && added.length <= longer.stems.length * LARGEST_ADDITION;
}

/** The stems of each line that have no partner in the other. */
function unmatched(a: Wording, b: Wording): { left: string[]; right: string[] } {
  const right = [...new Set(b.stems)];
  const without = (stems: readonly string[], isPartner: (stem: string, other: string) => boolean) =>
    stems.filter((stem) => {
      const partner = right.findIndex((other) => isPartner(stem, other));
      if (partner >= 0) right.splice(partner, 1);
      return partner < 0;
    });
  const different = without([...new Set(a.stems)], (stem, other) => stem === other);
  const spelling = (line: Wording, stem: string) => line.spellings.get(stem) ?? stem;
  const left = without(different, (stem, other) => isSlip(stem, other) || isSlip(spelling(a, stem), spelling(b, other)));
  return joinedApart(left, right, a.stems, b.stems);
}

/** `subprocessor` and `sub processor`: a word that the other line writes in two. */
function joinedApart(left: string[], right: string[], a: readonly string[], b: readonly string[]): { left: string[]; right: string[] } {
  const withoutParts = (whole: string[], parts: string[], line: readonly string[]) => {
    for (const word of [...whole]) {
      const at = line.findIndex((part, index) => part + (line[index + 1] ?? ' ') === word);
      if (at < 0) continue;
      whole.splice(whole.indexOf(word), 1);
      for (const part of [line[at], line[at + 1]]) {
        const index = parts.indexOf(part ?? '');
        if (index >= 0) parts.splice(index, 1);
      }
    }
  };
  withoutParts(left, right, b);
  withoutParts(right, left, a);
  return { left, right };
}

/** One letter wrong, missing, doubled or swapped, in a word long enough for that to be a slip. */
function isSlip(a: string, b: string): boolean {
  if (a !== b && a.length > 3 && undoubled(a) === undoubled(b)) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1 || a.charAt(0) !== b.charAt(0)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (Math.min(a.length, b.length) >= 10 && start >= 3 && Math.max(a.length, b.length) - start - end <= 3) return true;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function isOrderFree(line: string): boolean {
  return OPENS_CLAUSE.test(line) || JOINS_OR_EQUATES.test(line);
}

/** `acces` and `aces` */
function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

/** The same words about another direction: `from Ghent to Antwerp`, `legal before security`, `A acquired B`. */
function turnedRound(a: Wording, b: Wording): boolean {
  if ((a.ordered || b.ordered) && inOtherOrder(a.stems, b.stems)) return true;
  if (!a.orderFree && !b.orderFree && beginsOtherwise(a, b)) return true;
  if (OPPOSITES.some(([one, other]) => onlyIn(a, b, one, other) || onlyIn(b, a, one, other))) return true;
  for (const [word, left] of a.directions) {
    const right = b.directions.get(word);
    // In “by SMS, never by email” each has its place.
    if (right && a.contrasts && b.contrasts && left.some((here, index) => pointsElsewhere(here, right[index] ?? []))) return true;
    if (right && left.every((here) => right.every((there) => pointsElsewhere(here, there)))) return true;
  }
  return false;
}

/** The first word after one is not among the words after the other, either way. */
function pointsElsewhere(here: readonly string[], there: readonly string[]): boolean {
  const [first, second] = [here[0], there[0]];
  if (first === undefined || second === undefined) return false;
  return !there.some((stem) => stem === first || isSlip(stem, first)) && !here.includes(second);
}

/** `one` stands in `a` alone, and `other` in `b` alone. */
function onlyIn(a: Wording, b: Wording, one: string, other: string): boolean {
  return a.directions.has(one) && !b.directions.has(one) && b.directions.has(other) && !a.directions.has(other);
}

/** Who does it stands first; a name in front of both is passed over. */
function beginsOtherwise(a: Wording, b: Wording): boolean {
  const first = (line: Wording, other: Wording) => line.stems.find((stem) => other.stems.includes(stem) && line.label.has(stem) === other.label.has(stem));
  const [one, other] = [first(a, b), first(b, a)];
  if (one === other || one === undefined || other === undefined) return false;
  // “Staff training” and “training the staff” change places; “Ana told Ben” does not, nor “A acquired B”.
  const isName = (stem: string) => [a, b].some((line) => line.names.has(stem) || line.proper.has(stem));
  return isName(one) || isName(other) || a.stems.indexOf(other) > 1 || b.stems.indexOf(one) > 1;
}

function inOtherOrder(a: readonly string[], b: readonly string[]): boolean {
  const common = (line: readonly string[], other: readonly string[]) => [...new Set(line)].filter((stem) => other.includes(stem));
  return common(a, b).join(' ') !== common(b, a).join(' ');
}

/** Most lines hold none of them, which one look tells. */
const ANY_SPELLING = new RegExp(SPELLINGS.map(([pattern]) => pattern.source).join('|'));

function spelled(line: string): string {
  if (!ANY_SPELLING.test(line)) return line;
  return SPELLINGS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

/** Stands before and after a figure in the stream of words. */
const FIGURE = '\u0001';
const WORD = /[$€£]?\d[\d.,:]*%?|[$€£%]|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'][\p{L}\p{N}]+)*/gu;

/** Days and months in figures; of `3/4/2026` the first is taken for the day, as in most of the world. */
const DATES: readonly [RegExp, (...parts: string[]) => string[]][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, (year = '', month = '', day = '') => [year, monthFigure(month), String(Number(day))]],
  [/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g, (day = '', month = '', year = '') => [year, monthFigure(month), String(Number(day))]],
  [/\b(\d{1,2})\/(\d{4})\b/g, (month = '', year = '') => [year, monthFigure(month)]],
];
const CLOCK = /^(\d{1,2})(?::(\d{2}))?$/;

function monthFigure(number: string): string {
  return `month${String(Number(number))}`;
}

/** Splits a line. Its figures come out in one spelling, and stand as `FIGURE…FIGURE` where they stood. */
function wordsOf(line: string, figures: string[]): string[] {
  let rest = line;
  for (const [pattern, read] of DATES) {
    rest = rest.replace(pattern, (...match: string[]) => {
      figures.push(...read(...match.slice(1, -2)));
      return ' ';
    });
  }
  const raw = (rest.match(WORD) ?? []).flatMap((word) => (STEM_OF_SYNONYM.has(word) ? [word] : word.split(/[-']/)));
  const words: string[] = [];
  for (let i = 0; i < raw.length; ) {
    const word = raw[i] ?? '';
    const amount = amountAt(raw, i);
    if (amount) {
      // “1 depot” is “one depot”, and one is left out.
      if (amount.figure !== '1') figures.push(amount.figure);
      words.push(FIGURE + amount.figure + FIGURE);
      i += amount.length;
      continue;
    }
    const month = MONTHS.get(word);
    if (month && (word !== 'may' || isNumber(raw[i - 1]) || isNumber(raw[i + 1]))) figures.push(month);
    else words.push(word);
    i++;
  }
  return words;
}

/** A number with its currency in front or behind, its million, per cent or half of the day; and how many words it takes. */
function amountAt(raw: readonly string[], at: number): { figure: string; length: number } | null {
  const inFront = CURRENCIES[raw[at] ?? ''];
  const start = inFront !== undefined && isNumber(raw[at + 1]) ? at + 1 : at;
  const word = raw[start] ?? '';
  const number = numberIn(word, raw[start + 1] ?? '');
  if (number === null) return null;
  const tens = NUMBER_WORDS.get(word) ?? 0;
  let length = start - at + (tens >= 20 && tens < 100 && isUnit(raw[start + 1] ?? '') ? 2 : 1);
  const unit = raw[at + length] ?? '';
  if (unit === 'am' || unit === 'pm') return { figure: clock(number, unit), length: length + 1 };
  const multiple = MULTIPLES[unit];
  if (multiple !== undefined) length++;
  const percent = word.endsWith('%') || raw[at + length] === '%';
  if (raw[at + length] === '%') length++;
  const behind = CURRENCIES[raw[at + length] ?? ''];
  if (behind !== undefined) length++;
  const currency = CURRENCIES[word.charAt(0)] ?? behind ?? (start > at ? inFront : undefined) ?? '';
  const datePart = MONTHS.has(raw[at - 1] ?? '') || MONTHS.has(raw[at + length] ?? '');
  const value = valueOf(number, multiple);
  return { figure: `${value}${percent ? '%' : ''}${currency}${datePart && value === '1' ? '.' : ''}`, length };
}

/** `1,200`, `$300`, `twenty` and `five` after it. */
function numberIn(word: string, next: string): string | null {
  if (/^[$€£]?\d/.test(word)) return word;
  const value = NUMBER_WORDS.get(word);
  if (value === undefined) return null;
  const unit = NUMBER_WORDS.get(next) ?? (next === 'one' ? 1 : 0);
  return String(value >= 20 && value < 100 && isUnit(next) ? value + unit : value);
}

/** What a figure counts: the next word that says something. */
function amountOf(after: readonly string[]): string {
  const counted = after.find((word) => !word.startsWith(FIGURE) && (!FILLERS.has(word) || DIRECTIONS.has(word)));
  return counted === undefined || DIRECTIONS.has(counted) ? '' : stemOf(counted);
}

/** A figure counts one thing in one line, and another thing that the first line counts too in the other. */
function isOtherAmount(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  const counted = (amounts: readonly string[]) => amounts.map((amount) => amount.split(FIGURE)[2] ?? '').filter((stem) => stem !== '');
  const [left, right] = [counted(a), counted(b)];
  const sameThings = left.length === a.length && [...left].sort().join() === [...right].sort().join();
  return sameThings && new Set(left).size > 1 && a.join() !== b.join();
}

function isUnit(word: string): boolean {
  return word === 'one' || (NUMBER_WORDS.get(word) ?? 10) < 10;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d/.test(word);
}

/** `2 pm` → `14:00` */
function clock(number: string, half: string): string {
  const [, hour = '', minutes = '00'] = CLOCK.exec(number) ?? [];
  return `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0))}:${minutes}`;
}

/** `1,200` → `1200`, `1.2` million → `1200000`. */
function valueOf(number: string, multiple: number | undefined): string {
  const bare = number.replace(/^[$€£]/, '').replace(/[.,:%]+$/, '');
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(bare) ? bare.replace(/,/g, '') : bare;
  if (multiple === undefined || Number.isNaN(Number(plain))) return plain.replace(/^0+(?=\d)/, '');
  return String(Math.round(Number(plain) * multiple * 1000) / 1000);
}

/** Light stemming: plural, past, -ing, -ion, -ly; then the word that stands for all that mean the same. */
function stemOf(word: string): string {
  const exact = STEM_OF_SYNONYM.get(word);
  if (exact !== undefined) return exact;
  const base = baseOf(word);
  return STEM_OF_SYNONYM.get(base) ?? base;
}

function baseOf(word: string): string {
  if (word.length <= 3) return word;
  const singular = word.replace(/ie[sd]$/, 'y').replace(/(ss|x|ch|sh)es$/, '$1').replace(/([^sui])s$/, '$1');
  if (singular.length <= 4) return singular.replace(/e$/, '');
  return singular
    .replace(/([aeiouy].*(?:ing|[^e]ed))$/, (whole) => whole.replace(/(?:ing|ed)$/, ''))
    .replace(/([ts])ion$/, '$1')
    .replace(/ly$/, '')
    .replace(/e$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

/** Each word of a line of synonyms, as it is and by its base, → the base of the first. */
const STEM_OF_SYNONYM: ReadonlyMap<string, string> = new Map(
  [...SYNONYMS].reverse().flatMap((group) => {
    const stem = baseOf(group[0] ?? '');
    return group.flatMap((word): [string, string][] => [[baseOf(word), stem], [word, stem]]);
  }),
);
