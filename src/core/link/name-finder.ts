/**
 * Finds names in a text: whole words, exact case, the longest name at each place, in time that depends on the text
 * and not on how many names there are. A name that is also an ordinary word (`Sole`, where notes say “sole” too) is
 * none at the start of a sentence, where every word is capitalised, unless a verb follows: “Sole supplier” is not
 * “Sole asked”.
 */
export class NameFinder<T> {
  constructor(private readonly ordinaryWords: ReadonlySet<string> = new Set()) {}

  /** By first word, the longest name first. */
  private readonly byFirstWord = new Map<string, { readonly name: string; readonly owner: T | null }[]>();

  /** `owner` null: the name takes its words, but stands for nothing. The first owner of a name keeps it. */
  add(name: string, owner: T | null): void {
    const first = FIRST_WORD.exec(name)?.[0];
    if (first === undefined) return;
    const names = this.byFirstWord.get(first) ?? [];
    if (names.some((known) => known.name === name && known.owner !== null)) return;
    if (owner !== null) remove(names, name);
    names.push({ name, owner });
    names.sort((a, b) => b.name.length - a.name.length);
    this.byFirstWord.set(first, names);
  }

  /** The owners in the order of their first mention, each once. */
  find(text: string): T[] {
    const found: T[] = [];
    const words = new RegExp(FIRST_WORD, 'gu');
    for (let word = words.exec(text); word; word = words.exec(text)) {
      const start = word.index;
      const match = this.byFirstWord.get(word[0])?.find(({ name }) => isWholeAt(text, name, start));
      if (!match) continue;
      if (this.ordinaryWords.has(match.name.toLowerCase()) && isOrdinaryHere(text, match.name, start)) continue;
      words.lastIndex = start + match.name.length;
      if (match.owner !== null && !found.includes(match.owner)) found.push(match.owner);
    }
    return found;
  }
}

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const PART_OF_WORD = /[\p{L}\p{N}]/u;

function isWholeAt(text: string, name: string, start: number): boolean {
  return text.startsWith(name, start) && !PART_OF_WORD.test(text.charAt(start + name.length));
}

/** At the start of a sentence, before a word that can be no verb: then it says what kind of thing that word is. */
function isOrdinaryHere(text: string, name: string, start: number): boolean {
  const atStart = /(?:^|[.!?|:]|[-*])[\s"'“(*_]*$/.test(text.slice(Math.max(0, start - 8), start));
  const next = /^\s+(\p{Ll}[\p{L}]*)/u.exec(text.slice(start + name.length))?.[1];
  return atStart && next !== undefined && !VERB_LIKE.test(next);
}

const VERB_LIKE =
  /(?:ed|[^s]s)$|^(?:is|was|has|had|will|would|can|could|may|might|must|shall|should|do|did|and|or|to|at|in|on|for|by|with|from|via|said|told|sent|went|came|got|met|made|took|gave|bought|sold|paid|left|put|set|let|cut|kept|held|ran|saw|won|lost|spoke|wrote|chose|began|found|built|brought)$/;

function remove(names: { readonly name: string }[], name: string): void {
  const index = names.findIndex((known) => known.name === name);
  if (index >= 0) names.splice(index, 1);
}
