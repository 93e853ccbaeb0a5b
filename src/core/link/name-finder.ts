/**
 * Finds names in a text: whole words, exact case, the longest name at each place, in time that depends on the text
 * and not on how many names there are. A name that is also an ordinary word (`Sole`, where notes say “sole” too) is
 * none at the start of a sentence, where every word is capitalised, unless a verb follows: “Sole supplier” is not
 * “Sole asked”.
 */
export class NameFinder<T> {
  constructor(private readonly ordinaryWords: ReadonlySet<string> = new Set()) {}

  private readonly byFirstWord = new Map<string, Names<T>>();
  /** What the names begin with. Most words of a text begin with something else. */
  private readonly beginnings = new Set<number>();

  /** `owner` null: the name takes its words, but stands for nothing. The first owner of a name keeps it. */
  add(name: string, owner: T | null): void {
    const first = FIRST_WORD.exec(name)?.[0];
    if (first === undefined) return;
    const names = this.byFirstWord.get(first) ?? { owners: new Map<string, T | null>(), lengths: [] };
    this.byFirstWord.set(first, names);
    this.beginnings.add(first.charCodeAt(0));
    if ((names.owners.get(name) ?? null) !== null) return;
    names.owners.set(name, owner);
    if (!names.lengths.includes(name.length)) names.lengths = [...names.lengths, name.length].sort((a, b) => b - a);
  }

  /** The owners in the order of their first mention, each once. */
  find(text: string): T[] {
    const found = new Set<T>();
    for (let start = 0; start < text.length;) {
      const end = endOfWord(text, start);
      const names = this.beginnings.has(text.charCodeAt(start))
        ? this.byFirstWord.get(text.slice(start, end))
        : undefined;
      const name = names && longestAt(text, start, names);
      const isNamed =
        name !== undefined && !(this.ordinaryWords.has(name.toLowerCase()) && isOrdinaryHere(text, name, start));
      const owner = isNamed ? (names?.owners.get(name) ?? null) : null;
      if (owner !== null) found.add(owner);
      start = isNamed ? start + name.length : end;
      while (start < text.length && endOfWord(text, start) === start) start++;
    }
    return [...found];
  }
}

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const PART_OF_WORD = /[\p{L}\p{N}]/u;

/** Where the word ends that begins at `start`, which is `start` itself where none does. */
function endOfWord(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(end)) {
    const isAscii = code < 0x80;
    if (isAscii ? !isAsciiPartOfWord(code) : !PART_OF_WORD.test(characterAt(text, end))) break;
    end += isAscii ? 1 : characterAt(text, end).length;
  }
  return end;
}

function isAsciiPartOfWord(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a);
}

/** One character, which may take two code units. */
function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

/** The names that begin with one word. A thousand accounts may share it, but their names have few lengths. */
interface Names<T> {
  readonly owners: Map<string, T | null>;
  /** Each once, the longest first. */
  lengths: readonly number[];
}

function longestAt(text: string, start: number, { owners, lengths }: Names<unknown>): string | undefined {
  const length = lengths.find(
    (candidate) =>
      owners.has(text.slice(start, start + candidate)) && !PART_OF_WORD.test(text.charAt(start + candidate)),
  );
  return length === undefined ? undefined : text.slice(start, start + length);
}

/** At the start of a sentence, before a word that can be no verb: then it says what kind of thing that word is. */
function isOrdinaryHere(text: string, name: string, start: number): boolean {
  const atStart = /(?:^|[.!?|:]|[-*])[\s"'“(*_]*$/.test(text.slice(Math.max(0, start - 8), start));
  const next = /^\s+(\p{Ll}[\p{L}]*)/u.exec(text.slice(start + name.length))?.[1];
  return atStart && next !== undefined && !VERB_LIKE.test(next);
}

const VERB_LIKE =
  /(?:ed|[^s]s)$|^(?:is|was|has|had|will|would|can|could|may|might|must|shall|should|do|did|and|or|to|at|in|on|for|by|with|from|via|said|told|sent|went|came|got|met|made|took|gave|bought|sold|paid|left|put|set|let|cut|kept|held|ran|saw|won|lost|spoke|wrote|chose|began|found|built|brought)$/;
