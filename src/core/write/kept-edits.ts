import type { ComposedLine } from '../compose/account-page.ts';
import { putLedger, takeLedger, type LedgerEntry, type SectionLedger } from '../merge/ledger.ts';
import { candidateOf, Existing, isEditedFrom } from '../merge/list-line.ts';
import { blocksOf, type PageBlock, type ResolveLink } from '../merge/page-blocks.ts';
import { isReworded } from '../merge/trace.ts';
import type { SectionChange } from '../merge/merge-page.ts';
import type { SectionId } from '../settings.ts';
import type { PagePlan } from './plan-page.ts';

/** A line that a person edited, and what the notes say by now, which is no longer what the person edited. */
export interface KeptEdit {
  readonly section: SectionId;
  /** The section's heading, as on the page. */
  readonly heading: string;
  /** The person's line as it stands, without the bullet. */
  readonly mine: string;
  readonly newer: ComposedLine;
}

/** The lines of a page that a person edited and whose notes were reworded since. Tables have none. */
export function keptEdits(plan: PagePlan, resolve: ResolveLink): KeptEdit[] {
  return editsOf(plan, resolve).map(({ change, own, newer }) => ({
    section: change.id,
    heading: change.heading,
    mine: own.line,
    newer,
  }));
}

/**
 * The page, as planned, with the edit settled. `newer`: the notes' line stands in place of the person's. `mine`: the
 * notes' line counts as removed, so that it stays away, and can be had back as removed lines can. The page as planned
 * where the edit is no longer there.
 */
export function withSettled(plan: PagePlan, edit: KeptEdit, use: 'mine' | 'newer', resolve: ResolveLink): string {
  const found = editsOf(plan, resolve).find(
    ({ change, own, newer }) =>
      change.id === edit.section && own.line === edit.mine && newer.markdown === edit.newer.markdown,
  );
  const { ledger, ...page } = takeLedger(plan.after);
  const known = found && ledger?.sections.get(found.change.id);
  if (!ledger || !found || !known) return plan.after;
  const { entry } = candidateOf(found.newer);
  const { written, removed } = known;
  const settled: SectionLedger =
    use === 'mine'
      ? { written, removed: [...removed, entry] }
      : { written: written.map((held) => (held === found.heldIn(written) ? entry : held)), removed };
  const sections = new Map(ledger.sections).set(found.change.id, settled);
  if (use === 'mine') return putLedger(page, sections);
  const start = placeOf(page.text, found.change, found.own);
  if (start === null) return plan.after;
  const line = found.own.source.replace(found.own.line, () => found.newer.markdown);
  const text = page.text.slice(0, start) + line + page.text.slice(start + found.own.source.length);
  const moved = page.position > start ? page.position + line.length - found.own.source.length : page.position;
  return putLedger({ ...page, text, position: moved }, sections);
}

interface FoundEdit {
  readonly change: SectionChange;
  readonly own: PageBlock;
  readonly newer: ComposedLine;
  /** The entry of the line that the person edited, among entries read anew. */
  readonly heldIn: (written: readonly LedgerEntry[]) => LedgerEntry | undefined;
}

function editsOf(plan: PagePlan, resolve: ResolveLink): FoundEdit[] {
  const { ledger } = takeLedger(plan.after);
  return plan.sections.flatMap((change) => {
    const written = ledger?.sections.get(change.id)?.written ?? [];
    const told = change.merged.stayedAway.filter(({ because, line }) => because === 'own line' && !('cells' in line));
    return told.flatMap(({ line }) => editOf(change, line, written, resolve) ?? []);
  });
}

function editOf(
  change: SectionChange,
  newer: ComposedLine,
  written: readonly LedgerEntry[],
  resolve: ResolveLink,
): FoundEdit | null {
  const { entry } = candidateOf(newer);
  // The notes still say what the person edited: there is nothing newer.
  if (written.some(({ content }) => content === entry.content)) return null;
  const isAbout = (held: LedgerEntry) => held.key === entry.key || isReworded(held.trace, entry.trace);
  const hashes = new Set(written.map(({ content }) => content));
  const edited = blocksOf(change.merged.body)
    .filter(({ kind }) => kind === 'bullet')
    .map((block) => new Existing(block, resolve))
    .filter(({ hash }) => !hashes.has(hash));
  const heldIn = (entries: readonly LedgerEntry[]) =>
    entries.find((held) => isAbout(held) && edited.some((own) => isEditedFrom(own, held)));
  const held = heldIn(written);
  const own = held && edited.find((line) => isEditedFrom(line, held));
  return own ? { change, own: own.block, newer, heldIn } : null;
}

/** Where the block begins on the page; null where that cannot be told. */
function placeOf(text: string, { merged }: SectionChange, own: PageBlock): number | null {
  const body = text.indexOf(merged.body);
  if (body < 0 || text.indexOf(merged.body, body + 1) >= 0) return null;
  let at = body;
  for (const { source, kind, line } of blocksOf(merged.body)) {
    if (source === own.source && kind === own.kind && line === own.line) return at;
    at += source.length;
  }
  return null;
}
