import { MONTHS, NUMBER_WORDS, SYNONYMS } from './lexicon.ts';

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
]);
/** Each currency by its code, and by what else it is written as. */
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  ['chf', 'cad', 'aud', 'sek', 'nok', 'pln', 'jpy yen', 'usd $ dollar dollars', 'eur € euro euros', 'gbp £ pounds']
    .map((line) => line.split(' '))
    .flatMap((names) => names.map((name): [string, string] => [name, names[0] ?? name])),
);
/** Spellings of one thing, before a line is split into words. */
const SPELLINGS: readonly [RegExp, string][] = [
  // Who said it, and that everybody knows: “As mentioned in the call, …”, “…, as agreed.”, “We agreed that …”.
  [
    /^(?:final |key |new |main |open )?(?:decision|action|action item|fact|blocker|risk|note|update|fyi|todo|to-do|worth noting|reminder|important|next step)s?: /,
    ' ',
  ],
  [/^(?:needs?|have|want|remember|try) to /, ' '],
  [/^(?:the |our |their )?(?:\w+ )?teams? (?:has |have )?(?:agreed|aligned|decided|settled)(?: (?:on|that|to))? /, ' '],
  [/^after (?:some|much|a (?:long|short|brief)) (?:discussion|debate|back and forth|consideration)[^,]*,? /, ' '],
  [/^as (?:\w+ ){0,3}(?:mentioned|discussed|agreed|noted|said|promised|known|expected)[^,]{0,40}, /, ' '],
  [
    /,? as (?:\w+ ){0,8}(?:mentioned|discussed|agreed|noted|said|promised|aware|known|knows?)(?: [^,.;)]{0,40})?(?=[.;)]*$)/,
    ' ',
  ],
  [
    /, (?:and )?(?:everyone|everybody|all|we all|nobody) (?:\w+ ){1,3}(?:fine|ok|okay|happy|aware|agreed|objected)[^,.;]*(?=[.;]?$)/,
    ' ',
  ],
  [/, (?:per|according to) [^,.;)]{2,40}(?=[.;)]*$)|^(?:per|according to) [^,.;]{2,40}, /, ' '],
  [
    /^(?:participants?|attendees|everyone|everybody|we|they|both sides|the (?:team|group|parties|attendees|participants)) (?:all )?(?:agreed|aligned|decided|noted|confirmed|discussed)(?: (?:on|that|about))? /,
    ' ',
  ],
  [/^it (?:was|has been) (?:agreed|decided|resolved|noted|mentioned|confirmed)(?: by \w+)?(?: that| to)? /, ' '],
  [
    /, (?:this|which|that|it) (?:\w+ ){0,3}(?:raised|mentioned|up|discussed|noted|said|brought)\b[^,.;]*(?=[.;]?$)/,
    ' ',
  ],
  [/^(?:the )?(?:main |biggest |open |key )?(?:problem|issue|point|risk|fact|news|message) (?:is|was) that /, ' '],
  [
    /^(?:we|i|they|you) (?:should|need to|have to|must|will|want to|agreed to|are going to|plan to)(?: also| still| now)? /,
    ' ',
  ],
  [
    /\bat this (?:point|time|stage)\b|\ba lot\b|\bvery much\b|\bas of now\b|\bso far\b|\bas well\b|\bto be honest\b|\bin general\b|\bby the way\b/g,
    ' ',
  ],
  [/\b(send|sent|sends|sending|pass|hand) over\b/g, '$1'],
  [/\bgo(?:es|ing)?[ -]live\b|\bwent live\b|\bgone live\b/g, 'golive'],
  [/\b(?:the )?(?:middle of|mid-?)\s?(?=[a-z])/g, 'mid '],
  [/, [^,.;]{2,40} (?:told us|said|mentioned|noted)(?=[.;]?$)/, ' '],
  [
    /^(?:[^,]{3,40}, )?(?:we|i|they|the \w+|[\w' ]{2,30}?) (?:learned|learnt|heard|understood|explained|told us|stressed|added|pointed out|made clear)(?: today| yesterday| again)? that /,
    ' ',
  ],
  [
    /^[\w' -]{2,40}? (?:told us|mentioned|noted|explained|reported|pointed out|let us know)(?: [\w -]{1,40}?)? that /,
    ' ',
  ],
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
  [
    /\b(this|next|last) (week|month|quarter|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday)\b/g,
    '$1$2',
  ],
  [/\b(?:nearly|almost|about|around|some) (?=[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|a )\b)/g, ''],
  [/\b(check|ask|clarify|see|confirm|verify|know) if\b/g, '$1 whether'],
  [
    /\b(?:every|each)(?! (?:\d|single |other |second |last |first )?(?:day|week|month|quarter|year|hour|minute|night|morning|spring|summer|autumn|winter|time|\w+day)\b)/g,
    'all',
  ],
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
  [
    /\bfor now\b|\bat the moment\b|\bright now\b|\bat present\b|\bin total\b|\bas (?:agreed|discussed|mentioned|promised)(?: (?:in|on|at) the (?:call|meeting))?\b|\bfor the record\b|\bgoing forward\b|\bjust so (?:we|you) (?:are|know)\b/g,
    ' ',
  ],
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

/** Most lines hold none of them, which one look tells. */
const ANY_SPELLING = new RegExp(SPELLINGS.map(([pattern]) => pattern.source).join('|'));

/** A line in lower case → in the one spelling of what can be spelled in several ways. */
export function spelled(line: string): string {
  if (!ANY_SPELLING.test(line)) return line;
  return SPELLINGS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

/** Stands before and after a figure in the stream of words. */
export const FIGURE = '\u0001';
const WORD = /[$€£]?\d[\d.,:]*%?|[$€£%]|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'][\p{L}\p{N}]+)*/gu;

/** Days and months in figures; of `3/4/2026` the first is taken for the day, as in most of the world. */
const DATES: readonly [RegExp, (...parts: string[]) => string[]][] = [
  [
    /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    (year = '', month = '', day = '') => [year, monthFigure(month), String(Number(day))],
  ],
  [
    /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g,
    (day = '', month = '', year = '') => [year, monthFigure(month), String(Number(day))],
  ],
  [/\b(\d{1,2})\/(\d{4})\b/g, (month = '', year = '') => [year, monthFigure(month)]],
];
const CLOCK = /^(\d{1,2})(?::(\d{2}))?$/;

function monthFigure(number: string): string {
  return `month${String(Number(number))}`;
}

/** Splits a line. Its figures come out in one spelling, and stand as `FIGURE…FIGURE` where they stood. */
export function wordsOf(line: string, figures: string[]): string[] {
  let rest = line;
  for (const [pattern, read] of /\d/.test(line) ? DATES : []) {
    rest = rest.replace(pattern, (...match: string[]) => {
      figures.push(...read(...match.slice(1, -2)));
      return ' ';
    });
  }
  const raw: string[] = [];
  for (const word of rest.match(WORD) ?? []) {
    if (!/[-']/.test(word) || STEM_OF_SYNONYM.has(word)) raw.push(word);
    else raw.push(...word.split(/[-']/));
  }
  const words: string[] = [];
  for (let i = 0; i < raw.length;) {
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
  const inFront = CURRENCIES.get(raw[at] ?? '');
  const start = inFront !== undefined && isNumber(raw[at + 1]) ? at + 1 : at;
  const word = raw[start] ?? '';
  const number = numberIn(word, raw[start + 1] ?? '');
  if (number === null) return null;
  const tens = NUMBER_WORDS.get(word) ?? 0;
  let length = start - at + (tens >= 20 && tens < 100 && isUnit(raw[start + 1] ?? '') ? 2 : 1);
  const unit = raw[at + length] ?? '';
  if (unit === 'am' || unit === 'pm') return { figure: clock(number, unit), length: length + 1 };
  const multiple = MULTIPLES.get(unit);
  if (multiple !== undefined) length++;
  const percent = word.endsWith('%') || raw[at + length] === '%';
  if (raw[at + length] === '%') length++;
  const behind = CURRENCIES.get(raw[at + length] ?? '');
  if (behind !== undefined) length++;
  const currency = CURRENCIES.get(word.charAt(0)) ?? behind ?? (start > at ? inFront : undefined) ?? '';
  const datePart = MONTHS.has(raw[at - 1] ?? '') || MONTHS.has(raw[at + length] ?? '');
  const value = valueOf(number, multiple);
  return { figure: `${value}${percent ? '%' : ''}${currency}${datePart && value === '1' ? '.' : ''}`, length };
}

/** `1,200`, `$300`, `twenty` and `five` after it. */
function numberIn(word: string, next: string): string | null {
  if (isNumber(word) || ('$€£'.includes(word.charAt(0)) && isNumber(word.slice(1)))) return word;
  const value = NUMBER_WORDS.get(word);
  if (value === undefined) return null;
  const unit = NUMBER_WORDS.get(next) ?? (next === 'one' ? 1 : 0);
  return String(value >= 20 && value < 100 && isUnit(next) ? value + unit : value);
}

function isUnit(word: string): boolean {
  return word === 'one' || (NUMBER_WORDS.get(word) ?? 10) < 10;
}

function isNumber(word: string | undefined): boolean {
  const first = word?.charAt(0) ?? '';
  return first >= '0' && first <= '9';
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
export function stemOf(word: string): string {
  const exact = STEM_OF_SYNONYM.get(word);
  if (exact !== undefined) return exact;
  const base = baseOf(word);
  return STEM_OF_SYNONYM.get(base) ?? base;
}

/** Longer ones are no words, and the ending of a verb is looked for from each vowel. */
const LONGEST_WORD = 40;

function baseOf(word: string): string {
  if (word.length <= 3 || word.length > LONGEST_WORD) return word;
  const singular = singularOf(word);
  if (singular.length <= 4) return withoutEnding(singular, 'e');
  const verb = withoutVerbEnding(singular);
  const noun = verb.endsWith('tion') || verb.endsWith('sion') ? verb.slice(0, -3) : verb;
  const base = withoutEnding(withoutEnding(noun, 'ly'), 'e');
  const last = base.charAt(base.length - 1);
  return last === base.charAt(base.length - 2) && CONSONANTS.includes(last) ? base.slice(0, -1) : base;
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** `companies` → `company`, `boxes` → `box`, `depots` → `depot`; `status` and `access` stay. */
function singularOf(word: string): string {
  if (word.endsWith('ies') || word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (!word.endsWith('s')) return word;
  if (word.endsWith('es') && ['ss', 'x', 'ch', 'sh'].some((end) => word.endsWith(end, word.length - 2)))
    return word.slice(0, -2);
  return 'sui'.includes(word.charAt(word.length - 2)) ? word : word.slice(0, -1);
}

/** `signing` and `signed` → `sign`; `bring`, `speed` and `need` stay. */
function withoutVerbEnding(word: string): string {
  if (word.endsWith('ing')) return hasVowel(word, word.length - 3) ? word.slice(0, -3) : word;
  const isPast = word.endsWith('ed') && !word.endsWith('eed');
  return isPast && hasVowel(word, word.length - 3) ? word.slice(0, -2) : word;
}

/** Whether one stands before `end`. */
function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at++) if ('aeiouy'.includes(word.charAt(at))) return true;
  return false;
}

function withoutEnding(word: string, ending: string): string {
  return word.endsWith(ending) ? word.slice(0, -ending.length) : word;
}

/** Each word of a line of synonyms, as it is and by its base, → the base of the first. */
const STEM_OF_SYNONYM: ReadonlyMap<string, string> = new Map(
  [...SYNONYMS].reverse().flatMap((group) => {
    const stem = baseOf(group[0] ?? '');
    return group.flatMap((word): [string, string][] => [
      [baseOf(word), stem],
      [word, stem],
    ]);
  }),
);

/** Whether the lexicon knows the word, so that it is no name. */
export function isKnownWord(word: string): boolean {
  return STEM_OF_SYNONYM.has(baseOf(word));
}
