import { readFileSync } from 'node:fs';

/** All codes, read from the source: types are gone when tests run. */
export function problemCodes(): string[] {
  const source = readFileSync(new URL('../src/core/problem.ts', import.meta.url), 'utf8');
  const values = /export interface ProblemValues \{\n(.+?)\n\}/s.exec(source)?.[1] ?? '';
  return [...values.matchAll(/^ {2}readonly '?([a-z-]+)'?:/gm)].map((match) => match[1] ?? '').sort();
}
