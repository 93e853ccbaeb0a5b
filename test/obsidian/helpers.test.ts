import './window.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Component } from './component.ts';
import { Events } from './events.ts';
import { getFrontMatterInfo } from './front-matter.ts';
import {
  debounce,
  getLinkpath,
  normalizePath,
  parseLinktext,
  prepareFuzzySearch,
  prepareSimpleSearch,
  requireApiVersion,
  stripHeading,
} from './helpers.ts';
import { createMoment } from './moment.ts';
import { parseYaml, stringifyYaml } from './yaml.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('debounce', () => {
  it('runs once with the last arguments, counted from the first call or from the last', () => {
    const first: number[] = [];
    const last: number[] = [];
    const fromFirst = debounce((value: number) => first.push(value), 100);
    const fromLast = debounce((value: number) => last.push(value), 100, true);
    fromFirst(1);
    fromLast(1);
    vi.advanceTimersByTime(60);
    fromFirst(2);
    fromLast(2);
    vi.advanceTimersByTime(60);
    expect([first, last]).toEqual([[2], []]);
    vi.advanceTimersByTime(40);
    expect([first, last]).toEqual([[2], [2]]);
  });

  it('can be run at once or dropped', () => {
    const runs: number[] = [];
    const later = debounce((value: number) => runs.push(value), 100);
    later(1);
    expect(later.run()).toBe(1);
    expect(later.run()).toBeUndefined();
    later(2).cancel();
    vi.advanceTimersByTime(200);
    expect(runs).toEqual([1]);
  });
});

describe('paths and links', () => {
  it('writes a path as a vault does', () => {
    const paths = ['/Accounts//Acme.md/', '', 'A\\B', 'A\u00A0B', 'e\u0301'].map((path) => normalizePath(path));
    expect(paths).toEqual(['Accounts/Acme.md', '/', 'A/B', 'A B', 'é']);
  });

  it('parts a link at its first #', () => {
    expect([parseLinktext('Acme#A#B'), parseLinktext('Acme'), getLinkpath('Acme#A')]).toEqual([
      { path: 'Acme', subpath: '#A#B' },
      { path: 'Acme', subpath: '' },
      'Acme',
    ]);
    expect(stripHeading('Who: [[Jane]] (CFO)')).toBe('Who Jane CFO');
  });

  it('knows which version it stands in for', () => {
    const versions = ['0.15.0', '1.13.0', '1.13.1', '1.13.2', '2.0.0'];
    expect(versions.map((version) => requireApiVersion(version))).toEqual([true, true, true, false, false]);
  });
});

describe('search', () => {
  it('finds every word, wherever it stands', () => {
    const search = prepareSimpleSearch('acme re');
    expect([search('Renewal of Acme')?.matches, search('Acme')]).toEqual([
      [
        [0, 2],
        [11, 15],
      ],
      null,
    ]);
  });

  it('finds letters in their order, and puts what is nearer first', () => {
    const search = prepareFuzzySearch('acp');
    const found = ['Acme Corp', 'A capital', 'Cap'].map((text) => search(text));
    expect(found.map((result) => result?.matches ?? null)).toEqual([
      [
        [0, 2],
        [8, 9],
      ],
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      null,
    ]);
    expect((found[0]?.score ?? 0) > (found[1]?.score ?? 0)).toBe(true);
  });
});

describe('front matter', () => {
  it('is found with its lines and where the text begins', () => {
    expect(['---\na: 1\n---\nText', '---\r\n---', 'a\n---\n---\n', '---\na: 1'].map(getFrontMatterInfo)).toEqual([
      { exists: true, frontmatter: 'a: 1\n', from: 4, to: 9, contentStart: 13 },
      { exists: true, frontmatter: '', from: 5, to: 5, contentStart: 8 },
      { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 },
      { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 },
    ]);
  });

  it('reads and writes YAML as the app does: a date is text, an empty property stays empty', () => {
    const yaml = 'date: 2026-01-05\ntime: 12:30\nempty:\nlist:\n  - a\nlink: "[[Acme]]"\n';
    expect(parseYaml(yaml)).toEqual({
      date: '2026-01-05',
      time: '12:30',
      empty: null,
      list: ['a'],
      link: '[[Acme]]',
    });
    expect(stringifyYaml(parseYaml(yaml))).toBe(yaml);
  });
});

describe('events and components', () => {
  it('calls listeners in their order, past one that throws', () => {
    const thrown: (() => void)[] = [];
    const later = queueMicrotask;
    vi.stubGlobal('queueMicrotask', (task: () => void) => thrown.push(task));
    const events = new Events();
    const told: unknown[] = [];
    const failing = events.on('x', () => {
      throw new Error('no');
    });
    const listener = (...data: unknown[]): unknown => told.push(data);
    events.on('x', listener);
    events.trigger('x', 1, 2);
    events.off('x', listener);
    events.offref(failing);
    events.trigger('x', 3);
    expect([told, events.listenerCount()]).toEqual([[[1, 2]], 0]);
    expect(thrown).toHaveLength(1);
    expect(thrown[0]).toThrow('no');
    vi.stubGlobal('queueMicrotask', later);
  });

  it('loads children with their parent, and undoes what was registered, last first', () => {
    const told: string[] = [];
    class Part extends Component {
      constructor(private readonly name: string) {
        super();
      }
      override onload(): void {
        told.push(`load ${this.name}`);
      }
      override onunload(): void {
        told.push(`unload ${this.name}`);
      }
    }
    const parent = new Part('parent');
    parent.addChild(new Part('early'));
    void parent.load();
    const late = parent.addChild(new Part('late'));
    parent.register(() => told.push('one'));
    parent.register(() => told.push('two'));
    parent.removeChild(late);
    parent.unload();
    parent.unload();
    expect(told).toEqual([
      'load parent',
      'load early',
      'load late',
      'unload late',
      'unload early',
      'two',
      'one',
      'unload parent',
    ]);
  });
});

describe('the stand-in for moment', () => {
  it('writes dates, and refuses what it does not know', () => {
    const moment = createMoment(() => new Date(2026, 9, 30, 9, 5, 7));
    expect(moment().format('YYYY-MM-DD [at] HH:mm:ss, dddd D MMM')).toBe('2026-10-30 at 09:05:07, Friday 30 Oct');
    expect(() => moment().format('Q')).toThrow('the stand-in has no token Q');
    expect(moment('nonsense').isValid()).toBe(false);
  });
});
