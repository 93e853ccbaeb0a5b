import type { SearchMatches, SearchResult } from 'obsidian/obsidian.d.ts';

/** The version of obsidian.d.ts that the stand-in follows. */
export const apiVersion = '1.13.1';

/** True where the app is at least of the given version. */
export function requireApiVersion(version: string): boolean {
  const wanted = version.split('.').map(Number);
  const have = apiVersion.split('.').map(Number);
  const differs = have.findIndex((part, index) => part !== (wanted[index] ?? 0));
  return differs < 0 || (have[differs] ?? 0) > (wanted[differs] ?? 0);
}

const chosen = { language: 'en' };

export function getLanguage(): string {
  return chosen.language;
}

/** Lets a host choose the language before plugins are loaded, as the app does when it starts. */
export function setLanguage(language: string): void {
  chosen.language = language;
}

/** A path as a vault writes it: `/` between names, none at either end, no odd spaces, composed letters; root is `/`. */
export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
}

/** `Acme#Contacts` is path `Acme` and subpath `#Contacts`. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const hash = linktext.replace(/\u00A0/g, ' ').indexOf('#');
  return hash < 0
    ? { path: linktext, subpath: '' }
    : { path: linktext.slice(0, hash).trim(), subpath: linktext.slice(hash) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** A heading without what links do not compare: marks become spaces, and runs of spaces one. */
export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface Debouncer<T extends unknown[], V> {
  (...args: T): this;
  cancel(): this;
  run(): V | undefined;
}

/**
 * A function that runs once, `timeout` milliseconds after the first call, or after the last with `resetTimer`, with the
 * last call's arguments. `run` makes a waiting call at once, `cancel` drops it.
 */
export function debounce<T extends unknown[], V>(
  callback: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let waiting: { readonly timer: number; readonly args: T } | null = null;
  const fire = (): V | undefined => {
    const args = waiting?.args;
    waiting = null;
    return args && callback(...args);
  };
  const stop = (): void => {
    if (waiting) window.clearTimeout(waiting.timer);
  };
  const call = (...args: T): Debouncer<T, V> => {
    const running = waiting && !resetTimer ? waiting.timer : null;
    if (running === null) stop();
    waiting = { timer: running ?? window.setTimeout(fire, timeout), args };
    return debounced;
  };
  const debounced: Debouncer<T, V> = Object.assign(call, {
    cancel: () => {
      stop();
      waiting = null;
      return debounced;
    },
    run: () => {
      stop();
      return fire();
    },
  });
  return debounced;
}

/** Finds texts that hold every word of the query, wherever they stand. Fewer and earlier matches score higher. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at < 0) return null;
      for (let found = at; found >= 0; found = lower.indexOf(word, found + word.length)) {
        matches.push([found, found + word.length]);
      }
    }
    return { score: -(matches[0]?.[0] ?? 0) / 100, matches: joined(matches) };
  };
}

/** Finds texts that hold the query's letters in their order. Gaps and a late start lower the score, which is at most 0. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const letters = [...query.toLowerCase().replace(/\s+/g, '')];
  const simple = prepareSimpleSearch(query);
  return (text) => {
    const exact = simple(text);
    if (exact) return exact;
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    let from = 0;
    for (const letter of letters) {
      const at = lower.indexOf(letter, from);
      if (at < 0) return null;
      matches.push([at, at + letter.length]);
      from = at + letter.length;
    }
    const parts = joined(matches);
    return { score: -parts.length - text.length / 1000, matches: parts };
  };
}

/** In the order of the text, with those that touch or overlap as one. */
function joined(matches: SearchMatches): SearchMatches {
  const parts: SearchMatches = [];
  for (const [from, to] of [...matches].sort((a, b) => a[0] - b[0])) {
    const last = parts[parts.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else parts.push([from, to]);
  }
  return parts;
}
