/**
 * Examples in the documentation, which are run as tests. A bold label with a fenced text below it is a step:
 *
 *     <!-- given -->                                      what follows stands in every example of this page
 *     <!-- example -->                                    a new vault, with what was given
 *     **Settings**                                        → fenced JSON
 *     **Note** `Meetings/2026-01-14 - Call.md`            → fenced text
 *     **Page** `Accounts/Norvane/README.md`               → fenced text; once the page has a record, it keeps it
 *     **Page after a rebuild** `Accounts/…`               → fenced text, without the record
 *     **Part of the page after a rebuild** `Accounts/…`   → fenced lines that stand there one below the other
 *     **Links** · **Action items** · **Problems**         → fenced lines
 */
export interface DocStep {
  readonly label: (typeof LABELS)[number];
  readonly path: string;
  readonly text: string;
  /** Of the label, counted from 1. */
  readonly line: number;
}

export interface DocExample {
  /** Of its first line, counted from 1. */
  readonly line: number;
  readonly steps: readonly DocStep[];
}

/** A block of `console`: what is typed after `$ `, and what is printed. */
export interface DocCommand {
  readonly command: string;
  readonly output: string;
  readonly line: number;
}

const LABELS = [
  'Settings',
  'Note',
  'Page',
  'Page after a rebuild',
  'Part of the page after a rebuild',
  'Links',
  'Action items',
  'Problems',
] as const;

interface Fence {
  readonly info: string;
  readonly text: string;
  readonly line: number;
}

/** Throws where a label has no text, or stands outside an example, so that nothing is left out unseen. */
export function examplesIn(page: string): DocExample[] {
  const given: DocStep[] = [];
  const examples: (DocExample & { readonly steps: DocStep[] })[] = [];
  let target: DocStep[] | null = null;
  const lines = page.split('\n');
  const fences = new Map(fencesIn(page).map((fence) => [fence.line, fence]));
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const fence = fences.get(index + 1);
    if (fence) index += fence.text.split('\n').length;
    else if (line.trim() === '<!-- given -->') target = given;
    else if (line.trim() === '<!-- example -->') {
      target = [...given];
      examples.push({ line: index + 1, steps: target });
    } else {
      const step = stepAt(lines, index, fences);
      if (step && !target) throw new Error(`Line ${String(index + 1)} is no part of an example: ${line}`);
      if (step) target?.push(step);
    }
  }
  return examples;
}

function stepAt(lines: readonly string[], index: number, fences: ReadonlyMap<number, Fence>): DocStep | null {
  const [, name = '', path = ''] = /^\*\*([^*]+)\*\*(?: `([^`]+)`)?/.exec(lines[index] ?? '') ?? [];
  const label = LABELS.find((known) => known === name);
  if (!label) return null;
  const next = lines.findIndex((line, at) => at > index && (fences.has(at + 1) || /^(?:\*\*|#|<!--)/.test(line)));
  const fence = fences.get(next + 1);
  if (!fence) throw new Error(`Line ${String(index + 1)} has no text below it: ${lines[index] ?? ''}`);
  return { label, path, text: fence.text, line: index + 1 };
}

/** The fenced texts of a page, each with the line that opens it, counted from 1. */
export function fencesIn(page: string): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; info: string; line: number; text: string } | null = null;
  page.split('\n').forEach((line, index) => {
    if (open !== null) {
      if (line.trim() === open.mark) {
        fences.push(open);
        open = null;
      } else open.text += `${line}\n`;
      return;
    }
    const [, mark, info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (mark !== undefined) open = { mark, info: info.trim(), line: index + 1, text: '' };
  });
  return fences;
}

export function commandsIn(page: string): DocCommand[] {
  return fencesIn(page)
    .filter(({ info }) => info === 'console')
    .flatMap(({ text, line }) =>
      text
        .split(/^\$ /m)
        .slice(1)
        .map((part) => {
          const [command = '', ...output] = part.split('\n');
          return { command, output: output.join('\n').trimEnd(), line };
        }),
    );
}
