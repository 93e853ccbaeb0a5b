/** The longest summary on a page's line, in characters. */
export const LONGEST_GIST = 240;
/** A full stop after these ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no|nr|dr|mr|mrs|ms|st|inc|ltd|co|corp|jr|fig|bzw|z\.b|ca|p\.ej)|\b\p{Lu})\.$/iu;

/** Splits running text at line ends, and at full stops, question and exclamation marks that a new sentence follows. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => sentencesOfLine(line));
}

function sentencesOfLine(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(/[.!?…]["'”’)\]]*\s+(?=["'“‘(¿¡]*[\p{Lu}\p{N}])/gu)) {
    const to = end.index + end[0].length;
    const sentence = text.slice(from, to).trim();
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    from = to;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** The first sentence, and the second where both are short; one that is too long ends at a word with `…`. */
export function firstSentences(sentences: readonly string[]): string {
  const [first = '', second] = sentences;
  const both = second === undefined ? first : `${first} ${second}`;
  if (both.length <= LONGEST_GIST) return both;
  return first.length <= LONGEST_GIST ? first : cutAtWord(first, LONGEST_GIST);
}

/** At most `length` characters, ended at a word. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  // A text without spaces is cut between characters, but never inside a surrogate pair.
  const cut =
    space > length / 2
      ? text.slice(0, space)
      : [...text]
          .slice(0, length - 1)
          .join('')
          .slice(0, length);
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}
