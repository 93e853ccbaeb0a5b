import './window.ts';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HeadlessApp } from './headless-app.ts';
import { MemoryStore } from './memory-store.ts';
import { differingFields, equalPerField, readRecordings } from './recordings.ts';

/**
 * Holds the metadata to recordings of the app where their folder is named, and to the project's own notes otherwise,
 * whose metadata were written by the rules that the recordings taught.
 */
const recorded = process.env['OBSIDIAN_RECORDINGS'];
const { notes, links } = readRecordings(recorded ?? fileURLToPath(new URL('recorded', import.meta.url)));

/** The share of notes that must be equal: of the project's own all, of the app's what was reached with 45 of them. */
const FLOOR = recorded === undefined ? 1 : 0.93;
const ALLOWED = Math.floor(notes.length * (1 - FLOOR));

describe(recorded === undefined ? 'notes of the project' : 'notes recorded from the app', () => {
  it('have the same metadata in every field', () => {
    const unequal = notes.map((note) => ({ name: note.name, fields: differingFields(note) }));
    const wrong = unequal.filter(({ fields }) => fields.length > 0);
    console.debug(
      `${String(notes.length - wrong.length)} of ${String(notes.length)} notes equal`,
      equalPerField(notes),
    );
    expect(wrong.slice(ALLOWED)).toEqual([]);
    expect(notes.length).toBeGreaterThan(10);
  });

  it('link to the same files', async () => {
    const paths = new Set([...Object.keys(links), ...Object.values(links).flatMap((targets) => Object.keys(targets))]);
    const texts = new Map(notes.map(({ filePath, fileContents }) => [filePath, fileContents]));
    const app = new HeadlessApp(
      new MemoryStore(Object.fromEntries([...paths, ...texts.keys()].map((path) => [path, texts.get(path) ?? '']))),
    );
    await app.start();
    const wrong = notes.filter(
      ({ filePath }) => !sameCounts(app.metadataCache.resolvedLinks[filePath] ?? {}, links[filePath] ?? {}),
    );
    console.debug(`${String(notes.length - wrong.length)} of ${String(notes.length)} notes link to the same files`);
    expect(wrong.map(({ name }) => name).slice(ALLOWED)).toEqual([]);
  });
});

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
