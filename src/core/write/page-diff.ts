import { diffLines } from 'diff';
import { takeLedger } from '../merge/ledger.ts';
import { readHeading } from '../read/heading-line.ts';
import { linesOf } from '../text-edit.ts';

/** A line of a page that goes, comes, or stands beside one that does. */
export interface DiffLine {
  readonly kind: 'removed' | 'added' | 'same';
  readonly text: string;
}

/** What changes below one heading. */
export interface SectionDiff {
  /** As on the page; '' above the first heading. */
  readonly heading: string;
  readonly lines: readonly DiffLine[];
}

/**
 * What would change on a page, by section, without the plugin's own record: for a person who decides about it. Of lines
 * that stay only the nearest one on each side of a change is there. Sections in which nothing changes are left out.
 */
export function diffPage(before: string, after: string): SectionDiff[] {
  const sections: { heading: string; lines: DiffLine[] }[] = [{ heading: '', lines: [] }];
  for (const { value, added, removed } of diffLines(readable(before), readable(after))) {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    for (const { text } of linesOf(value)) {
      const heading = readHeading(text);
      if (heading) sections.push({ heading: heading.text, lines: [] });
      // It is named already.
      if (heading && kind === 'same') continue;
      sections[sections.length - 1]?.lines.push({ kind, text });
    }
  }
  return sections
    .map(({ heading, lines }) => ({ heading, lines: nearChanges(lines) }))
    .filter(({ lines }) => lines.length > 0);
}

/** Without the record, and with one kind of line end, which alone is no change that a person sees. */
function readable(page: string): string {
  const text = takeLedger(page).text.replace(/\r\n?/g, '\n');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function nearChanges(lines: readonly DiffLine[]): DiffLine[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const changes = (line: DiffLine | undefined) => line !== undefined && line.kind !== 'same';
  return filled.filter((line, index) => changes(line) || changes(filled[index - 1]) || changes(filled[index + 1]));
}
