/** Behind these an “I” counts: “Phase I”, “part I”. */
const COUNTED = new Set(
  'phase part stage tier type class option level release round step module quarter article title annex schedule appendix volume wave lot track zone area unit group series category site teil klasse stufe fase parte tipo clase classe niveau etapa etape'.split(
    ' ',
  ),
);
/** With these a sentence goes on to “I”: “Today I met Ben”, “As I said”. */
const BEFORE_PRONOUN = new Set(
  'when if as today yesterday tomorrow what that where how why so and but because since while then now after before once until although maybe perhaps also still should can could may must do did will would have am was'.split(
    ' ',
  ),
);
/** Before these a letter is a name, for no article or pronoun stands there: “A is in scope”, “A and B”. */
const BEHIND_NAME = new Set('is are has ist sind hat es son tiene est sont and or und oder et ou vs'.split(' '));

/**
 * Letters that stand alone, Roman numerals and letters behind a figure, sorted and joined: they tell modules, options
 * and phases apart as figures do. “A plan”, “I think”, the Spanish “Y” and the unit in “5 m” tell nothing.
 * `typed`: the line with its capitals.
 */
export function lettersOf(typed: string): string {
  const found: string[] = [];
  for (let at = 0; at < typed.length;) {
    if (!isWord(typed, at)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < typed.length && isWord(typed, end)) end++;
    if (end - at <= LONGEST_NUMERAL) {
      const letter = letterOf(typed, at, end);
      if (letter !== '') found.push(letter);
    }
    at = end;
  }
  return found.length < 2 ? (found[0] ?? '') : found.sort().join(' ');
}

const LONGEST_NUMERAL = 5;

/** What the word from `at` to `end` counts as; '' for nothing. */
function letterOf(typed: string, at: number, end: number): string {
  const first = typed.charCodeAt(at);
  if (end - at > 1) {
    if (isDigit(first)) return letterBehindFigure(typed.slice(at, end));
    return first === I || first === V || first === X ? romanNumeral(typed.slice(at, end)) : '';
  }
  const isUpper = first >= 65 && first <= 90;
  if ((!isUpper && !(first >= 97 && first <= 122)) || isPartOfWord(typed, at, end)) return '';
  const letter = typed.charAt(at).toUpperCase();
  if (isUnit(typed, at, letter, isUpper)) return '';
  if (!VOWELS.includes(letter)) return letter;
  const isJoined = '&/'.includes(typed.charAt(end) || ' ') || '&/'.includes(typed.charAt(at - 1) || ' ');
  if (isJoined) return letter;
  return isUpper && isName(typed, at, end, letter) ? letter : '';
}

const [I, V, X] = [73, 86, 88];
const VOWELS = 'AEIOUY';

/** `3b`; `24h` is an amount. */
function letterBehindFigure(word: string): string {
  return /^\d+[A-Fa-f]$/.test(word) ? word.toUpperCase() : '';
}

function romanNumeral(word: string): string {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(word) ? word : '';
}

/** `Ana's`, `e.g.`, `U.S.`, `e-mail`. */
function isPartOfWord(typed: string, at: number, end: number): boolean {
  const [before, after] = [typed.charAt(at - 1), typed.charAt(end)];
  if (before === "'" || after === "'") return true;
  if (before === '.' || (after === '.' && (isWord(typed, end + 1) || typed.charCodeAt(at) >= 97))) return true;
  return after === '-' && typed.charAt(at).toUpperCase() === 'E';
}

/** `5 m`, `$5 M`, `3 x 4`. */
function isUnit(typed: string, at: number, letter: string, isUpper: boolean): boolean {
  const isBehindFigure = typed.charAt(at - 1) === ' ' && isDigit(typed.charCodeAt(at - 2));
  return isBehindFigure && (!isUpper || letter === 'M' || letter === 'K');
}

/** Whether a vowel that stands alone in capitals is more than an article, a pronoun or an “and”. */
function isName(typed: string, at: number, end: number, letter: string): boolean {
  const next = /^ ([\p{L}\p{N}]+)/u.exec(typed.slice(end, end + 30))?.[1];
  const before = /(\S+)\s+$/u.exec(typed.slice(Math.max(0, at - 30), at))?.[1] ?? '';
  const begins = before === '' || !/[\p{L}\p{N},&/)]$/u.test(before);
  if (next === undefined || BEHIND_NAME.has(next)) return true;
  if (begins) return false;
  if (letter !== 'I' || COUNTED.has(before.toLowerCase())) return true;
  return /^\p{Lu}/u.test(before) && !BEFORE_PRONOUN.has(before.toLowerCase());
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
  return code >= 0xc0 && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}
