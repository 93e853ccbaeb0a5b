import { getLanguage } from 'obsidian';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

/** The languages other than English, by the part of the app's code that names the language without its country. */
const LANGUAGES: ReadonlyMap<string, Texts> = new Map([
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['pt', pt],
]);

/** `pt-BR` → Portuguese; English where the language is not spoken here. */
export function textsIn(language: string): Texts {
  return LANGUAGES.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en;
}

/** What is said in the app's language, which changes only with a restart of the app. */
export const texts = textsIn(getLanguage());
