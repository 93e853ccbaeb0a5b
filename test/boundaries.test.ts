import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every source file as text, by its path from the project's top. */
const SOURCES = Object.entries(
  import.meta.glob<string>(['../src/**/*.ts', '../src/**/*.mts'], { query: '?raw', import: 'default', eager: true }),
).map(([path, text]) => ({
  path: path.replace('../', ''),
  imports: [...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  ),
}));

/** The pipeline. A module imports from its own stage and earlier ones, and from what all stages share. */
const STAGES = ['read', 'parse', 'link', 'compose', 'merge', 'write', 'actions'];

/** What the core may import beside itself. */
const CORE_LIBRARIES = new Set([
  'date-fns',
  'diff',
  'gray-matter',
  'mdast-util-from-markdown',
  'mdast-util-to-string',
  'zod/mini',
]);

function stageOf(path: string): number {
  return STAGES.indexOf(/^src\/core\/([a-z]+)\//.exec(path)?.[1] ?? '');
}

function target(path: string, imported: string): string {
  return imported.startsWith('.') ? posix.join(posix.dirname(path), imported) : imported;
}

describe('what may import what', () => {
  const core = SOURCES.filter(({ path }) => path.startsWith('src/core/'));

  it('reads the sources at all', () => {
    expect(core.length).toBeGreaterThan(20);
  });

  it('lets a stage of the core know only itself and earlier stages', () => {
    const offences = core.flatMap(({ path, imports }) =>
      imports
        .map((imported) => target(path, imported))
        .filter((to) => to.startsWith('src/core/') && stageOf(to) > stageOf(path))
        .map((to) => `${path} imports ${to}`),
    );
    expect(offences).toEqual([]);
  });

  it('keeps the app, Node and hosts out of the core', () => {
    const offences = core.flatMap(({ path, imports }) =>
      imports
        .map((imported) => target(path, imported))
        .filter((to) => !to.startsWith('src/core/') && !CORE_LIBRARIES.has(to))
        .map((to) => `${path} imports ${to}`),
    );
    expect(offences).toEqual([]);
  });

  it('keeps hosts apart from each other', () => {
    const offences = SOURCES.flatMap(({ path, imports }) =>
      imports
        .map((imported) => target(path, imported))
        .filter(
          (to) =>
            (path.startsWith('src/cli/') && to.startsWith('src/obsidian/')) ||
            (path.startsWith('src/obsidian/') && to.startsWith('src/cli/')),
        ),
    );
    expect(offences).toEqual([]);
  });

  it('publishes nothing but the core, which stands without the rest', () => {
    const published = SOURCES.filter(({ path }) => path.startsWith('src/package/'));
    const targets = published.flatMap(({ path, imports }) => imports.map((imported) => target(path, imported)));
    expect(targets.length).toBeGreaterThan(10);
    const offences = targets.filter((to) => !to.startsWith('src/core/'));
    const types = SOURCES.find(({ path }) => path === 'src/obsidian/plugin-api.ts');
    expect([offences, types?.imports]).toEqual([[], []]);
  });

  it('has no module that imports itself by a detour', () => {
    const graph = new Map(
      SOURCES.map(({ path, imports }) => [
        path,
        imports.map((imported) => target(path, imported)).filter((to) => to.startsWith('src/')),
      ]),
    );
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
