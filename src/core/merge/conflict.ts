/** Where git left both versions of some lines, as positions of its three marks (git-merge, “How conflicts are presented”). */
export interface Conflict {
  readonly start: number;
  readonly end: number;
  /** The positions of all marks, the one of diff3 style (`|||||||`) among them. */
  readonly marks: readonly number[];
}

/**
 *     <<<<<<< HEAD
 *     - ours
 *     =======
 *     - theirs
 *     >>>>>>> other
 *
 * Only whole ones: a line of seven signs alone is an underline or a drawing of a person's.
 */
export function conflictsIn(lines: readonly string[]): Conflict[] {
  const conflicts: Conflict[] = [];
  let marks: number[] = [];
  lines.forEach((line, index) => {
    if (/^<{7}(?: |$)/.test(line)) marks = [index];
    else if (marks.length > 0 && /^(?:\|{7}(?: |$)|={7}$)/.test(line)) marks.push(index);
    else if (marks.length > 1 && /^>{7}(?: |$)/.test(line)) {
      conflicts.push({ start: marks[0] ?? index, end: index, marks: [...marks, index] });
      marks = [];
    }
  });
  return conflicts;
}
