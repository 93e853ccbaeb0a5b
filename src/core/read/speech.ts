import { isBlankAt, readHeading } from './heading-line.ts';

/** What the scanner must know of the meaning of headings, to leave a transcript out without splitting it. */
export interface HeadingMeaning {
  isTranscript(heading: string): boolean;
  isSection(heading: string): boolean;
  /** Whether it is one of the note's own headings even where its indentation puts it into a list item, or HTML takes it in. */
  standsAlone(heading: string): boolean;
}

/**
 * How recorders begin a turn, so that speech is known without a heading: `[00:31:02.10]   Remote…`, `WEBVTT`,
 * `00:00:01.000 --> …`, `<v Ana Ruiz>…`, `**Them** *(14:03:07)*: …`, `**Ana Ruiz** [00:03]: …` with the time as code.
 */
const SPOKEN =
  /^(?:\[\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d+)?\]|\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?=[ \t]|$)|WEBVTT(?=[ \t]|$)|<v\s+[^>]+>|\*\*[^*\n]{1,60}\*\*\s*(?:\*?\(|`\[)\d{1,3}:\d{2}(?::\d{2})?(?:\)\*?|\]`):)/;
/** `Ana Ruiz  1:43` (Otter, Teams), `0:23 - Ana Ruiz (Norvane)` (Fathom), `Them: …` (Granola): only where more than one follows. */
const PERHAPS_SPOKEN =
  /^(?:[^\n]{0,60}?[ \t]{2,}\d{1,2}:\d{2}(?::\d{2})?[ \t]*$|\d{1,2}:\d{2}(?::\d{2})? - \S|\*{0,2}(?:Me|Them|You|Guest|Speaker \d+|Unknown Speaker)\*{0,2}:[ \t*])/;
/** How far to look for the next turn, in characters. */
const NEXT_TURN = 3_000;

/** What each kind of line in `PERHAPS_SPOKEN` begins with; the first kind, which ends with a time, is known by its end. */
const PERHAPS_OPENING = '*MTYGSU0123456789';

function isPerhapsSpoken(line: string): boolean {
  return (PERHAPS_OPENING.includes(line.charAt(0)) || endsWithDigit(line)) && PERHAPS_SPOKEN.test(line);
}

function endsWithDigit(line: string): boolean {
  let end = line.length;
  while (end > 0 && isBlankAt(line, end - 1)) end--;
  const last = line.charAt(end - 1);
  return last >= '0' && last <= '9';
}

/** Whether a line at the start of a block is a turn of speech. It ends in `text` at `end`. */
export function isSpeech(line: string, text: string, end: number): boolean {
  // A turn begins with its time or name, so that no more than this is looked at.
  if (SPOKEN.test(line.slice(0, 200))) return true;
  if (!isPerhapsSpoken(line)) return false;
  return text
    .slice(end + 1, end + NEXT_TURN)
    .split('\n')
    .some((next) => isPerhapsSpoken(next));
}

/**
 * Where the next section begins that is none of the transcript's, in characters. `opening`: the transcript's first line,
 * from `from` to `to`.
 */
export function endOfTranscript(
  text: string,
  opening: string,
  from: number,
  to: number,
  meaning: HeadingMeaning,
): number {
  const level = readHeading(opening)?.level ?? 6;
  const heading = new RegExp(`#{1,${String(level)}}[ \\t].*`, 'y');
  for (let at = text.indexOf('#', Math.max(to, from + 1)); at >= 0; at = text.indexOf('#', at + 1)) {
    if (!/[\n\r\u2028\u2029]/.test(text.charAt(at - 1))) continue;
    heading.lastIndex = at;
    const found = readHeading(heading.exec(text)?.[0] ?? '')?.text;
    if (found !== undefined && meaning.isSection(found) && !meaning.isTranscript(found)) return at;
  }
  return text.length;
}
