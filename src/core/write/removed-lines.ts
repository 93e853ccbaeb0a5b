import type { ComposedLine } from '../compose/account-page.ts';
import { putLedger, takeLedger, type SectionLedger } from '../merge/ledger.ts';
import { removalsOf } from '../merge/list-memory.ts';
import type { SectionId } from '../settings.ts';
import type { PagePlan } from './plan-page.ts';

/** A line that a person removed from a page and that stays away, or a whole section that went with its heading. */
export interface RemovedLine {
  readonly section: SectionId;
  /** The section's heading, as on the page. */
  readonly heading: string;
  /** null: the whole section. */
  readonly line: ComposedLine | null;
}

/** What a person removed from a page and could have back. */
export function removedLines(plan: PagePlan): RemovedLine[] {
  const { ledger } = takeLedger(plan.after);
  return plan.composed.sections.flatMap(({ id, heading, lines }): RemovedLine[] => {
    const change = plan.sections.find((section) => section.id === id);
    if (change) {
      return change.merged.stayedAway
        .filter(({ because }) => because === 'removed')
        .map(({ line }) => ({ section: id, heading: change.heading, line }));
    }
    // A section that is known and not on the page went with its heading; one that could not be merged still stands.
    const isGone = ledger?.sections.has(id) === true && lines.length > 0 && plan.absent.includes(id);
    return isGone ? [{ section: id, heading, line: null }] : [];
  });
}

/** The page, as planned, without the memory that these lines were removed, so that the next plan has them again. */
export function withRestored(plan: PagePlan, lines: readonly RemovedLine[]): string {
  const { ledger, ...page } = takeLedger(plan.after);
  if (!ledger) return plan.after;
  const sections = new Map<SectionId, SectionLedger>();
  for (const [id, section] of ledger.sections) {
    const wanted = lines.filter((line) => line.section === id);
    if (wanted.some(({ line }) => line === null)) continue;
    const back = new Set(wanted.flatMap(({ line }) => (line === null ? [] : removalsOf(section.removed, line))));
    sections.set(id, { written: section.written, removed: section.removed.filter((entry) => !back.has(entry)) });
  }
  return putLedger(page, sections);
}
