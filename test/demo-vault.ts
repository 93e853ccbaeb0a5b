import type { NotePath } from '../src/core/vault.ts';

const NOTES = import.meta.glob<string>('../fixtures/demo/**/*.md', { query: '?raw', import: 'default', eager: true });

/** The day on which the sample vault ends. */
export const DEMO_TODAY = '2026-10-30';

/** The sample vault's notes, by path. */
export function demoNotes(): [NotePath, string][] {
  return Object.entries(NOTES).map(([path, text]) => [path.replace('../fixtures/demo/', ''), text]);
}
