import { readFileSync } from 'node:fs';
import { saysTheSame } from '../../src/core/wording/compare.ts';
import { readWording } from '../../src/core/wording/wording.ts';
import { below, share, type Figures } from './figures.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly why: string;
}

const FOLDER = 'fixtures/quality';
/** On these the measure was chosen; on the last it is only reported. */
const TUNING = ['same-or-not-1.json', 'same-or-not-2.json', 'same-or-not-3.json'];
const REPORTED = 'same-or-not-report.json';

/** Near-duplicates: precision and recall on pairs of lines that a person labelled. */
export function repeatFigures(all: boolean): Figures {
  const rows = [...TUNING.map((file) => ({ file, of: 'tuning' })), { file: REPORTED, of: 'reported' }].map(
    ({ file, of }) => ({ of, file, ...judged(pairsOf(file)) }),
  );
  const text = [
    'Repeats: pairs of lines, said the same or not',
    ...rows.map(
      ({ of, file, hits, wrong, missed, total }) =>
        `  ${of.padEnd(9)} ${file.padEnd(24)} ${String(total)} pairs  precision ${share(hits, hits + wrong.length)}  recall ${share(hits, hits + missed.length)}`,
    ),
    ...(all
      ? rows.flatMap(({ wrong, missed }) => [
          ...wrong.map((pair) => `  taken for the same: ${shown(pair)}`),
          ...missed.map((pair) => `  not known again: ${shown(pair)}`),
        ])
      : []),
  ].join('\n');
  const reported = rows[rows.length - 1];
  if (!reported) throw new Error('There is no set to report on.');
  const { hits, wrong, missed } = reported;
  return {
    text,
    missed: [
      ...below('precision of repeats', hits, hits + wrong.length, 0.99),
      ...below('recall of repeats', hits, hits + missed.length, 0.85),
    ],
  };
}

function judged(pairs: readonly Pair[]): { hits: number; wrong: Pair[]; missed: Pair[]; total: number } {
  const same = new Set(pairs.filter((pair) => areTakenForTheSame(pair)));
  return {
    hits: pairs.filter((pair) => pair.same && same.has(pair)).length,
    wrong: pairs.filter((pair) => !pair.same && same.has(pair)),
    missed: pairs.filter((pair) => pair.same && !same.has(pair)),
    total: pairs.length,
  };
}

/** A task's owner stands after its text, and is compared apart from it, as the product does. */
function areTakenForTheSame({ a, b }: Pair): boolean {
  const [left, right] = [withoutOwner(a), withoutOwner(b)];
  return left.owner === right.owner && saysTheSame(readWording(left.text), readWording(right.text));
}

function withoutOwner(line: string): { text: string; owner: string } {
  const match = /^(.*?)\s*(@[^@]+)?$/.exec(line);
  return { text: match?.[1] ?? line, owner: match?.[2] ?? '' };
}

function pairsOf(file: string): Pair[] {
  return JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Pair[];
}

function shown({ a, b, why }: Pair): string {
  return `${a} | ${b} (${why})`;
}
