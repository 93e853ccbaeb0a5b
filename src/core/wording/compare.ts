import { FIGURE } from './words-of-line.ts';
import type { Wording } from './wording.ts';

/** The share of a line's words that may be a name in front or a clause that tells nothing. */
const LARGEST_ADDITION = 0.5;
/** One line with the one and the other with the other say different things. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['over', 'under'],
  ['before', 'after'],
  ['from', 'to'],
  ['off', 'to'],
  ['off', 'on'],
  ['up', 'down'],
  ['into', 'from'],
];

/** True where showing both lines would say one thing twice. Symmetrical. */
export function saysTheSame(a: Wording, b: Wording): boolean {
  if (a.negations !== b.negations || !sameFigures(a, b)) return false;
  if (a.tense !== null && b.tense !== null && a.tense !== b.tense) return false;
  return sameWords(a, b) && !turnedRound(a, b) && !isOtherAmount(a.amounts, b.amounts);
}

/** True where the lines match but for a number, date or negation: they contradict each other, or one has moved on. */
export function disagrees(a: Wording, b: Wording): boolean {
  // A forecast does not contradict what is the case today.
  if ((a.tense === 'future') !== (b.tense === 'future')) return false;
  // Module A and module B are two things, of which each may be as it is.
  if (a.marks !== b.marks) return false;
  const sameSign = a.negations > 0 === b.negations > 0;
  if (sameSign && a.allFigures === b.allFigures) return false;
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
  return a.negations === b.negations && sameFigures(a, b) && likeness(a, b) >= MOST_WORDS && !turnedRound(a, b);
}

const MOST_WORDS = 0.55;

function sameFigures(a: Wording, b: Wording): boolean {
  return a.allFigures === b.allFigures && a.marks === b.marks;
}

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
  const right = b.distinct.filter((stem) => !a.distinct.includes(stem));
  const spelling = (line: Wording, stem: string) => line.spellings.get(stem) ?? stem;
  const left = a.distinct.filter((stem) => {
    if (b.distinct.includes(stem)) return false;
    const partner = right.findIndex((other) => isSlip(stem, other) || isSlip(spelling(a, stem), spelling(b, other)));
    if (partner >= 0) right.splice(partner, 1);
    return partner < 0;
  });
  return left.length === 0 && right.length === 0 ? { left, right } : joinedApart(left, right, a.stems, b.stems);
}

/** `subprocessor` and `sub processor`: a word that the other line writes in two. */
function joinedApart(
  left: string[],
  right: string[],
  a: readonly string[],
  b: readonly string[],
): { left: string[]; right: string[] } {
  const withoutParts = (whole: string[], parts: string[], line: readonly string[]) => {
    for (const word of [...whole]) {
      const at = line.findIndex((part, index) => word.startsWith(part) && part + (line[index + 1] ?? ' ') === word);
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
  // Nobody slips on the first letter; and most pairs of words are told apart by it.
  if (a.charAt(0) !== b.charAt(0)) return false;
  if (a !== b && a.length > 3 && undoubled(a) === undoubled(b)) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (Math.min(a.length, b.length) >= 10 && start >= 3 && Math.max(a.length, b.length) - start - end <= 3) return true;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** `acces` and `aces` */
function undoubled(word: string): string {
  return isDoubled(word) ? word.replace(/(.)\1/g, '$1') : word;
}

function isDoubled(word: string): boolean {
  for (let at = 1; at < word.length; at++) if (word[at] === word[at - 1]) return true;
  return false;
}

/** The same words about another direction: `from Ghent to Antwerp`, `legal before security`, `A acquired B`. */
function turnedRound(a: Wording, b: Wording): boolean {
  if ((a.ordered || b.ordered) && inOtherOrder(a.stems, b.stems)) return true;
  if (!a.orderFree && !b.orderFree && beginsOtherwise(a, b)) return true;
  if (OPPOSITES.some(([one, other]) => onlyIn(a, b, one, other) || onlyIn(b, a, one, other))) return true;
  for (const [word, left] of a.directions) {
    const right = b.directions.get(word);
    // In “by SMS, never by email” each has its place.
    if (right && a.contrasts && b.contrasts && left.some((here, index) => pointsElsewhere(here, right[index] ?? [])))
      return true;
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
  const first = (line: Wording, other: Wording) =>
    line.stems.find((stem) => other.stems.includes(stem) && line.label.has(stem) === other.label.has(stem));
  const [one, other] = [first(a, b), first(b, a)];
  if (one === other || one === undefined || other === undefined) return false;
  // “Staff training” and “training the staff” change places; “Ana told Ben” does not, nor “A acquired B”.
  const isName = (stem: string) => [a, b].some((line) => line.names.has(stem) || line.proper.has(stem));
  return isName(one) || isName(other) || a.stems.indexOf(other) > 1 || b.stems.indexOf(one) > 1;
}

function inOtherOrder(a: readonly string[], b: readonly string[]): boolean {
  const common = (line: readonly string[], other: readonly string[]) =>
    [...new Set(line)].filter((stem) => other.includes(stem));
  return common(a, b).join(' ') !== common(b, a).join(' ');
}

/** A figure counts one thing in one line, and another thing that the first line counts too in the other. */
function isOtherAmount(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  const counted = (amounts: readonly string[]) =>
    amounts.map((amount) => amount.split(FIGURE)[2] ?? '').filter((stem) => stem !== '');
  const [left, right] = [counted(a), counted(b)];
  const sameThings = left.length === a.length && [...left].sort().join() === [...right].sort().join();
  return sameThings && new Set(left).size > 1 && a.join() !== b.join();
}
