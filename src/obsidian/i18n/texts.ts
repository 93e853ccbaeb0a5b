import { getLanguage } from 'obsidian';
import { en, type Texts } from './en.ts';

/** The languages other than English, by the part of the app's code that names the language without its country. */
const LANGUAGES: ReadonlyMap<string, Texts> = new Map();

/** `pt-BR` → Portuguese; English where the language is not spoken here. */
export function textsIn(language: string): Texts {
  return LANGUAGES.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en;
}

/** What is said in the app's language, which changes only with a restart of the app. */
export const texts = textsIn(getLanguage());
