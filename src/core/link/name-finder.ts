/**
 * Finds names in a text: whole words, exact case, the longest name at each place, in time that depends on the text
 * and not on how many names there are. A name that is also an ordinary word (`Sole`, where notes say “sole” too) is
 * none at the start of a sentence, where every word is capitalised, unless a verb follows: “Sole supplier” is not
 * “Sole asked”.
 */
export class NameFinder<T> {
  constructor(private readonly ordinaryWords: ReadonlySet<string> = new Set()) {}

  private readonly byFirstWord = new Map<string, Names<T>>();

  /** `owner` null: the name takes its words, but stands for nothing. The first owner of a name keeps it. */
  add(name: string, owner: T | null): void {
    const first = FIRST_WORD.exec(name)?.[0];
    if (first === undefined) return;
    const names = this.byFirstWord.get(first) ?? { owners: new Map<string, T | null>(), lengths: [] };
    this.byFirstWord.set(first, names);
    if ((names.owners.get(name) ?? null) !== null) return;
    names.owners.set(name, owner);
    if (!names.lengths.includes(name.length)) names.lengths = [...names.lengths, name.length].sort((a, b) => b - a);
  }

  /** The owners in the order of their first mention, each once. */
  find(text: string): T[] {
    const found = new Set<T>();
    const words = new RegExp(FIRST_WORD, 'gu');
    for (let word = words.exec(text); word; word = words.exec(text)) {
      const start = word.index;
      const names = this.byFirstWord.get(word[0]);
      const name = names && longestAt(text, start, names);
      if (name === undefined) continue;
      if (this.ordinaryWords.has(name.toLowerCase()) && isOrdinaryHere(text, name, start)) continue;
      words.lastIndex = start + name.length;
      const owner = names?.owners.get(name) ?? null;
      if (owner !== null) found.add(owner);
    }
    return [...found];
  }
}

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const PART_OF_WORD = /[\p{L}\p{N}]/u;

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
