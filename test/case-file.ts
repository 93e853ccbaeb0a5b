import { DEFAULT_SETTINGS, readSettings } from '../src/core/settings.ts';

/**
 * A case is a Markdown file that a user could write: notes and pages as they are, and what they come to.
 *
 *     # What it is about
 *     ## Note `Meetings/2025-11-14 - Sync.md`     → fenced text
 *     ## Page `Accounts/Norvane/README.md`        → fenced text, the page before
 *     ## Settings                                 → fenced JSON
 *     ## Result: page `Accounts/Norvane/README.md` → fenced text, the page after, without its ledger
 *     ## Result: actions | accounts | problems | links | people → fenced lines
 */
export interface CaseBlock {
  readonly kind: 'note' | 'page' | 'settings' | 'result';
  /** A path, or what of the result is meant. */
  readonly name: string;
  readonly text: string;
  /** Where the fenced text stands in the file, in characters. */
  readonly start: number;
  readonly end: number;
}

const HEADING = /^## (Note|Page|Settings|Result:)[ \t]*(.*)$/;

/** Throws where a heading is none that a case may have, so that a step misspelled is not a step left out. */
export function readCase(file: string): CaseBlock[] {
  return stepsIn(file).map((step) => {
    const match = HEADING.exec(step.heading);
    if (!match) throw new Error(`A case has no such step: ${step.heading}`);
    const [, kind = '', name = ''] = match;
    const block = {
      kind: kind.replace(':', '').toLowerCase() as CaseBlock['kind'],
      name: name.replace(/`/g, '').trim(),
      ...fencedIn(step),
    };
    if (block.name === '' && block.kind !== 'settings') throw new Error(`“${step.heading}” names nothing.`);
    return block;
  });
}

/** The settings of a case as they are saved. Throws for those that would be passed over. */
export function savedSettings(text: string): object {
  const saved = JSON.parse(text) as object;
  for (const key of Object.keys(saved))
    if (!Object.hasOwn(DEFAULT_SETTINGS, key)) throw new Error(`There is no setting “${key}”.`);
  const [problem] = readSettings(saved, 'settings').problems;
  if (problem) throw new Error(problem.message);
  return saved;
}

/** A heading of a case and what is below it, to the next. */
export interface CaseStep {
  readonly heading: string;
  /** What stands outside of the fence, line by line. */
  readonly remarks: readonly string[];
  readonly fenced: Fenced | null;
}

/** A text between two fences, and where it stands in the file, in characters. */
export interface Fenced {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes any case apart. What is fenced may hold headings of its own. */
export function stepsIn(file: string): CaseStep[] {
  const steps: { heading: string; remarks: string[]; fenced: Fenced | null }[] = [];
  let fence = '';
  let start = 0;
  let offset = 0;
  for (const line of file.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const text = line.trimEnd();
    const step = steps[steps.length - 1];
    const opening = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
    if (fence !== '') {
      if (text === fence) {
        fence = '';
        if (step) step.fenced = { text: file.slice(start, offset), start, end: offset };
      }
    } else if (text.startsWith('## ')) steps.push({ heading: text, remarks: [], fenced: null });
    else if (opening !== undefined) {
      if (!step) throw new Error('A text is fenced above the first step.');
      if (step.fenced) throw new Error(`More than one text is fenced below “${step.heading}”.`);
      fence = opening;
      start = offset + line.length;
    } else step?.remarks.push(text);
    offset += line.length;
  }
  if (fence !== '') throw new Error(`The fence below “${steps[steps.length - 1]?.heading ?? ''}” is not closed.`);
  return steps;
}

export function fencedIn({ heading, fenced }: CaseStep): Fenced {
  if (!fenced) throw new Error(`Nothing is fenced below “${heading}”.`);
  return fenced;
}

/** The case with `actual` as its results; it is the same file where they are as recorded. */
export function withResults(file: string, results: readonly Fenced[], actual: readonly string[]): string {
  return results.reduceRight(
    (text, { start, end }, index) => text.slice(0, start) + (actual[index] ?? '') + text.slice(end),
    file,
  );
}

/** `\r` and `\uFEFF` written out, for what an editor would not show or keep. */
export function unescapeText(text: string): string {
  return text
    .replace(/␍␊\n/g, '\r\n')
    .replace(/␍\n?/g, '\r')
    .replace(/␀EOF\n$/, '')
    .replace(/␀BOM/g, '\uFEFF');
}

export function escapeText(text: string): string {
  const shown = text
    .replace(/\uFEFF/g, '␀BOM')
    .replace(/\r\n/g, '␍␊\n')
    .replace(/\r/g, '␍\n');
  return shown.endsWith('\n') ? shown : `${shown}␀EOF\n`;
}
