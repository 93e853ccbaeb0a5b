import { DEFAULT_HEADINGS } from './headings.ts';
import { beginningOf, ownCopy, plainTypography } from './words.ts';

/** What a section of a meeting note is about. */
export const FAMILIES = [
  'summary',
  'facts',
  'decisions',
  'blockers',
  'actions',
  'followUps',
  'participants',
  'outcomes',
  'questions',
  'topics',
  'opportunities',
  'nextMeeting',
  'transcript',
] as const;

export type Family = (typeof FAMILIES)[number];

const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+/gu;

/** No heading that is known is near as long, and a thousand `(…)` behind one would be dropped one by one. */
const LONGEST_HEADING = 200;

/**
 * A heading as it is looked up: dashes and quotes made plain, links as they show, emphasis, emoji, numbering dropped, and
 * at its end `(…)`, a colon, a comment, a tag and a block's id; lower case; of a long one only the beginning.
 * `### 2. **Follow‑Ups** (Customer / Us):` → `follow-ups`, `## [[Key Facts]] #account ^kf` → `key facts`.
 */
export function foldHeading(heading: string): string {
  let folded = plainTypography(beginningOf(heading, LONGEST_HEADING).replace(EMOJI, ' '))
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/[*_`~]+|==/g, '')
    .replace(/^\s*#+\s+/, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)])\s+/i, '')
    .trim();
  for (let shorter = folded; ; folded = shorter) {
    shorter = folded
      .replace(/\s*:+\s*$/, '')
      .replace(/\s*\([^()]*\)\s*$/, '')
      .replace(/\s*(?:%%[^%]*%%|<!--[^>]*-->)\s*$/, '')
      .replace(/\s+(?:#[^\s#]+|\^[\w-]+)\s*$/, '')
      .trim();
    if (shorter === folded) return withoutAccents(folded.toLowerCase()).replace(/\s+/g, ' ');
  }
}

/** `Décisions` and `DECISIONS` are looked up alike. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** `Risks and mitigations`, `Beschlüsse / Entscheidungen`: the first part says what the section is about. */
const JOINED = /\s*(?:&|\/|\b(?:and|und|et|y|e)\b)\s*/;

const FOLDED_DEFAULTS: ReadonlyMap<string, Family> = new Map(
  FAMILIES.flatMap((family) =>
    DEFAULT_HEADINGS[family].split(',').map((name): [string, Family] => [foldHeading(name), family]),
  ),
);

/** Looks headings up; made once from the settings. */
export type HeadingLookup = (heading: string) => Family | null;

/** A lookup over the default headings and those that the user added; the user's win. */
export function headingLookup(added: Partial<Readonly<Record<Family, readonly string[]>>>): HeadingLookup {
  const families = new Map(FOLDED_DEFAULTS);
  for (const family of FAMILIES) for (const name of added[family] ?? []) families.set(foldHeading(name), family);
  const seen = new Map<string, Family | null>();
  return (heading) => {
    const known = seen.get(heading);
    if (known !== undefined) return known;
    const folded = foldHeading(heading);
    const family =
      families.get(folded) ??
      families.get(folded.split(JOINED)[0] ?? '') ??
      (folded.startsWith('transcript for') ? 'transcript' : null);
    // Notes repeat few headings many times; a note with a million different ones must not fill the memory.
    if (seen.size < 5_000 && heading.length <= LONGEST_HEADING) seen.set(ownCopy(heading), family);
    return family;
  };
}
