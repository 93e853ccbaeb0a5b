import type { Wording } from '../wording/wording.ts';
import { twoCharacters } from './short-hash.ts';

/** By what a rewording is known again: the note it came from, its figures, and up to eight of its words. */
export function traceOf(source: string, wording: Wording): string {
  const stems = [...new Set(wording.stems.map((stem) => twoCharacters(stem)))].sort().slice(0, 8);
  return (
    twoCharacters(source) +
    twoCharacters(wording.figures.join(' ') + (wording.negations > 0 ? '!' : '')) +
    stems.join('')
  );
}

/** The trace of a line whose note has another path now. */
export function traceFrom(trace: string, source: string): string {
  return twoCharacters(source) + trace.slice(2);
}

/** Whether a line with this trace came from this note. */
export function isTraceOf(trace: string, source: string): boolean {
  return trace.startsWith(twoCharacters(source));
}

/** True where a line with trace `b` says in other words what the line with trace `a` said. */
export function isReworded(a: string, b: string): boolean {
  if (a.length < 6 || b.length < 6) return false;
  const [left, right] = [pairsOf(a.slice(4)), pairsOf(b.slice(4))];
  const shared = left.filter((stem) => right.includes(stem)).length;
  const alike = shared / (left.length + right.length - shared);
  const sameSource = a.slice(0, 2) === b.slice(0, 2);
  return sameSource ? alike >= 0.4 : alike >= 0.6 && haveSameFigures(a, b);
}

/**
 * As `isReworded`, but two lines of different notes are one only where the words of one are all among the other's: that
 * the pilot is red is news after the note that it is green.
 */
export function isSaidAgain(a: string, b: string): boolean {
  if (!isReworded(a, b)) return false;
  if (a.slice(0, 2) === b.slice(0, 2)) return true;
  const [left, right] = [pairsOf(a.slice(4)), pairsOf(b.slice(4))];
  return left.every((stem) => right.includes(stem)) || right.every((stem) => left.includes(stem));
}

/** Whether two lines' figures and negations are the same. */
export function haveSameFigures(a: string, b: string): boolean {
  return a.slice(2, 4) === b.slice(2, 4);
}

function pairsOf(text: string): string[] {
  return text.match(/../g) ?? [];
}
