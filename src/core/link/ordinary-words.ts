import type { Note } from '../parse/note.ts';
import { structuredTexts } from './evidence.ts';

/** Counts in how many notes an account's name stands in lower case, as a word like any other. */
export class OrdinaryWords {
  private watched: ReadonlySet<string> = new Set();
  private readonly notesWith = new Map<string, number>();
  /** Notes that were there before their words were watched, and that are still to be looked through. */
  private uncounted = new Set<Note>();

  /** Looks for `words` from now on; `notes` are those that there are already. Note by note: all have to be gone through. */
  *watch(words: ReadonlySet<string>, notes: Iterable<Note>): Generator<undefined, void> {
    if (words.size !== this.watched.size || [...words].some((word) => !this.watched.has(word))) {
      this.watched = words;
      this.notesWith.clear();
      this.uncounted = words.size > 0 ? new Set(notes) : new Set();
    }
    for (const note of this.uncounted) {
      this.uncounted.delete(note);
      this.count(note, 1);
      yield;
    }
  }

  /** Adds or takes away a note. True where a word became ordinary by it, or is no longer. */
  count(note: Note | null, by: 1 | -1): boolean {
    if (note?.kind !== 'meeting' || this.watched.size === 0) return false;
    if (by === -1 && this.uncounted.delete(note)) return false;
    let changed = false;
    for (const word of this.wordsOf(note)) {
      const count = (this.notesWith.get(word) ?? 0) + by;
      this.notesWith.set(word, count);
      changed ||= count === (by === 1 ? 1 : 0);
    }
    return changed;
  }

  found(): ReadonlySet<string> {
    return new Set([...this.notesWith].filter(([, count]) => count > 0).map(([word]) => word));
  }

  private wordsOf(note: Note): Set<string> {
    // Words between spaces, so that neither an e-mail address nor a file's name makes a name ordinary.
    const words = [note.title, ...structuredTexts(note)].flatMap((text) => text.split(/\s+/));
    const bare = words.map((word) => (this.watched.has(word) ? word : withoutMarks(word)));
    return new Set(bare.filter((word) => this.watched.has(word)));
  }
}

const OPENING_MARKS = '("\'“‘';
const CLOSING_MARKS = ')"\'”’.,;:!?';

/** `“sole,` → `sole`. By index: a pattern would look for the end of the word from each mark in it. */
function withoutMarks(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && OPENING_MARKS.includes(word.charAt(start))) start++;
  while (end > start && CLOSING_MARKS.includes(word.charAt(end - 1))) end--;
  return start === 0 && end === word.length ? word : word.slice(start, end);
}
