import { diff_match_patch } from 'diff-match-patch';
import { diff3Merge } from 'node-diff3';

/** One stretch of a three-way merge, as node-diff3 gives it. */
interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: { readonly a: readonly string[]; readonly o: readonly string[]; readonly b: readonly string[] };
}

const RECORD_LINE = /^(?:%%(?:$| account-pages \d)|[a-zA-Z]+ -?[0-9a-f]{8}\.|\s*$)/;

/**
 * Merges two devices' versions of a note line by line, as git does. Where both changed the same lines the person keeps
 * both versions, but leaves the marks in the plugin's record, of which they can make nothing.
 */
export function mergedAsGit(base: string, ours: string, theirs: string): string {
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const regions = diff3Merge(lines(ours), lines(base), lines(theirs), {}) as Region[];
  return regions
    .map(({ ok, conflict }) => {
      if (!conflict) return (ok ?? []).join('');
      const keep = (side: readonly string[], other: string) =>
        side.filter((line) => !isDroppedBy(lines(other), conflict.o, line)).join('');
      const [left, right] = [keep(conflict.a, theirs), keep(conflict.b, ours)];
      const isRecord = [left, right].every((side) => lines(side).every((line) => RECORD_LINE.test(line)));
      return isRecord && (left + right).trim() !== ''
        ? `<<<<<<< HEAD\n${left}=======\n${right}>>>>>>> other\n`
        : left + apart(left, right) + right;
    })
    .join('');
}

/** Of a generated line that the other device's rebuild took away, or wrote anew, nobody keeps the old state. */
function isDroppedBy(other: readonly string[], base: readonly string[], line: string): boolean {
  return /^- (?!.*typed)/.test(line) && base.includes(line) && !other.includes(line);
}

/** Nobody leaves a paragraph of one version as the end of a bullet of the other. */
function apart(left: string, right: string): string {
  return /^- .*\n$/m.test(left) && /^[^\s#|-]/.test(right) ? '\n' : '';
}

/** Merges as the app's own sync does: what changed elsewhere is applied to this device's text by diff-match-patch. */
export function mergedAsSync(base: string, ours: string, theirs: string): string {
  const patcher = new diff_match_patch();
  const [text] = patcher.patch_apply(patcher.patch_make(base, theirs), ours);
  return text;
}
