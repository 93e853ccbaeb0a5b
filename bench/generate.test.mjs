import { describe, expect, it } from 'vitest';
import { notesOf } from './generate.mjs';
import { noteShapes } from './shapes.mjs';
import { vaultShapes } from './vault-shapes.mjs';

const SMALL = { notes: 40, accounts: 4, people: 12, noteLength: 6_000 };

function vaultOf(options) {
  return [...notesOf({ ...SMALL, ...options })];
}

function meetingsIn(notes) {
  return notes.filter(([path]) => /\d{4}-\d{2}-\d{2} - /.test(path));
}

describe('the generator of vaults', () => {
  it('gives the same bytes for the same seed', () => {
    expect(vaultOf({ seed: 7 })).toEqual(vaultOf({ seed: 7 }));
  });

  it('gives other meetings for another seed', () => {
    const [one, other] = [meetingsIn(vaultOf({ seed: 7 })), meetingsIn(vaultOf({ seed: 8 }))];
    expect(one.filter(([, text]) => other.some(([, otherText]) => otherText === text))).toEqual([]);
  });

  it('makes a page for each account, a note for each person, and as many meetings as it is told', () => {
    const paths = vaultOf({}).map(([path]) => path);
    const count = (pattern) => paths.filter((path) => pattern.test(path)).length;
    expect([count(/^Accounts\/[^/]+\/README\.md$/), count(/^People\//), count(/\d{4}-\d{2}-\d{2} - /)]).toEqual([
      4, 12, 40,
    ]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('leaves the pages out where none are wanted', () => {
    expect(vaultOf({ pages: false }).filter(([path]) => path.endsWith('README.md'))).toEqual([]);
  });

  it('makes meeting notes of the wanted length, most of it transcript', () => {
    for (const [, text] of meetingsIn(vaultOf({}))) {
      expect(text.length).toBeGreaterThanOrEqual(6_000);
      expect(text.length).toBeLessThan(7_000);
      expect(text.indexOf('## Original Transcript')).toBeLessThan(text.length / 2);
    }
  });

  it('repeats no meeting note', () => {
    const texts = meetingsIn(vaultOf({})).map(([, text]) => text.slice(text.indexOf('\n# ')));
    expect(new Set(texts).size).toBe(40);
  });

  it('gives one account as many meetings as it is told', () => {
    const notes = vaultOf({ meetingsOfLargest: 30 });
    const accounts = meetingsIn(notes).map(([, text]) => /^account: "(.*)"$/m.exec(text)?.[1]);
    const counts = [...new Set(accounts)].map((name) => accounts.filter((other) => other === name).length);
    expect(counts.sort((a, b) => b - a)).toEqual([30, 4, 3, 3]);
  });
});

describe('the hostile shapes', () => {
  const shapes = [...noteShapes(), ...vaultShapes()];

  it('have names of their own', () => {
    expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  });

  it('are about as large as they are told', () => {
    const lengthOf = (notes) => notes.reduce((sum, [path, text]) => sum + path.length + text.length, 0);
    const odd = shapes.flatMap(({ name, make }) => {
      const length = lengthOf(make(100_000));
      return length > 90_000 && length < 165_000 ? [] : [`${name}: ${String(length)}`];
    });
    expect(odd).toEqual([]);
  });
});
