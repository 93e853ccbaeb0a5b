import { diffLines } from 'diff';
import type { Editor } from 'obsidian';
import { applyEdits, type TextEdit } from '../core/text-edit.ts';
import { texts } from './i18n/texts.ts';

/** Only the lines that differ: a cursor in any other line stays where it is. */
export function changeLines(editor: Editor, before: string, after: string): void {
  const edits = lineEdits(before, after);
  if (applyEdits(before, edits) !== after) throw new Error(texts.reasons.notWorkedOut);
  editor.transaction({
    changes: edits.map(({ start, end, text }) => ({
      from: editor.offsetToPos(start),
      to: editor.offsetToPos(end),
      text,
    })),
  });
}

function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
    const last = edits[edits.length - 1];
    const end = removed ? at + value.length : at;
    if (added || removed) {
      if (last?.end === at)
        edits[edits.length - 1] = { start: last.start, end, text: last.text + (added ? value : '') };
      else edits.push({ start: at, end, text: added ? value : '' });
    }
    if (!added) at += value.length;
  }
  return edits;
}
