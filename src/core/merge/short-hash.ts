import { hash8 } from '../words.ts';
import { linkPaths } from './page-blocks.ts';

/** The key of a line that is about a note or person, or of a bare wording. */
export function keyOf(subject: string): string {
  const lower = subject.normalize('NFC').toLowerCase();
  return hash8(/^\s|\s$|\s\s|[^\S ]/.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower);
}

/** Four characters for a table cell's text, or a link's path. */
export function fourCharacters(text: string): string {
  const value = Number.parseInt(hash8(text.trim()), 16);
  return [18, 12, 6, 0].map((shift) => ALPHABET.charAt((value >>> shift) & 63)).join('');
}

/** Of each of a line's wikilinks 4 characters over its path, as the record has them. */
export function linkHashes(markdown: string): string[] {
  return linkPaths(markdown).map((path) => fourCharacters(path));
}

/** The hashes of an entry's links, one by one. */
export function hashesIn(links: string): string[] {
  return links.match(/.{4}/g) ?? [];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Two characters for a note's path, or a word. */
export function twoCharacters(text: string): string {
  const value = Number.parseInt(hash8(text), 16);
  return ALPHABET.charAt((value >>> 6) & 63) + ALPHABET.charAt(value & 63);
}
