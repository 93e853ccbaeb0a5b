import { fencedIn, stepsIn, unescapeText } from './case-file.ts';

/**
 * A merge case is a Markdown file that a user could write: a page and its notes, what happens to them one after
 * another, and what the page comes to.
 *
 *     # A sentence that says what must hold
 *     ## Page `Accounts/Norvane/README.md`              → fenced text; with the notes that follow it makes the vault
 *     ## Note `Accounts/Norvane/2025-11-14 - Call.md`   → fenced text
 *     ## Settings                                       → fenced JSON
 *     ## Then: rebuild
 *     ## Then: page `Accounts/Norvane/README.md`        → fenced text, as a person left it
 *     (ledger: cut in half)                             → what became of the ledger, above the fence; see LEDGER_FORMS
 *     ## Then: note `…`                                 → fenced text
 *     ## Then: delete `…`
 *     ## Then: rename `a` → `b`                         → notes, or folders with all that is in them
 *     ## Result: page `Accounts/Norvane/README.md`      → fenced text
 *     ## Result: problems                               → fenced lines `path:line code`; without this there are none
 *     ## Result: removed                                → fenced lines `Section | what a person removed`
 *
 * The ledger is the single line `%% ledger %%`, on a page as a person left it and in a result; in a result, one of
 * another version is `%% ledger of version 2 %%`.
 */
export interface MergeStep {
  readonly kind: StepKind;
  /** A path, or what of the result is meant. */
  readonly name: string;
  /** The new path, of a rename. */
  readonly to: string;
  readonly ledger: LedgerForm;
  readonly text: string;
  /** Where the fenced text stands in the file, in characters; both 0 where there is none. */
  readonly start: number;
  readonly end: number;
}

type StepKind = 'page' | 'note' | 'settings' | 'rebuild' | 'delete' | 'rename' | 'result';

const HEADING =
  /^## (?:Then: |(?=Page|Note|Settings|Result))(page|note|settings|rebuild|delete|rename|result):?[ \t]*(.*)$/i;
const NO_TEXT = { text: '', start: 0, end: 0 };
const LEDGER_NOTE = /^\(ledger: (.*)\)$/;
const LEDGER_LINE = '%% ledger %%';
/** A ledger from its first line to its last, as the plugin writes it. */
const WHOLE_LEDGER =
  /^%% account-pages (\d+) [0-9a-f]{8}((?:\r\n|\r|\n)[a-zA-Z]+(?: -?[\w.-]+)+)+(?:\r\n|\r|\n)%%(?=[\r\n]|$)/gm;

/** What happens without a text. */
const WITHOUT_TEXT: ReadonlySet<StepKind> = new Set<StepKind>(['rebuild', 'delete', 'rename']);

/** Throws where a heading is none that a case may have, so that a step misspelled is not a step left out. */
export function readMergeCase(file: string): MergeStep[] {
  return stepsIn(file).map((step) => {
    const heading = HEADING.exec(step.heading);
    if (!heading) throw new Error(`A merge case has no such step: ${step.heading}`);
    const [name = '', to = ''] = (heading[2] ?? '').split('→').map((part) => part.replace(/`/g, '').trim());
    const kind = (heading[1] ?? '').toLowerCase() as StepKind;
    const [ledger = 'left alone'] = step.remarks.flatMap((line) => LEDGER_NOTE.exec(line)?.[1] ?? []).map(ledgerForm);
    return { kind, name, to, ledger, ...(WITHOUT_TEXT.has(kind) ? NO_TEXT : fencedIn(step)) };
  });
}

/** The text that a step gives a page, with the ledger that stood on it in the form that the step asks for. */
export function pageOfStep({ text, ledger }: MergeStep, before: string, earlier: string): string {
  const page = unescapeText(text);
  const comment = ledgersOf(ledger === 'of the rebuild before' ? earlier : before)[0];
  if (comment === undefined || !page.includes(LEDGER_LINE)) return page;
  const eol = /\r\n|\r|\n/.exec(comment)?.[0] ?? '\n';
  if (ledger === 'moved to the top') {
    const rest = page.replace(/(?:\r\n|\r|\n)%% ledger %%/, '');
    const top = /^(?:---(?:\r\n|\r|\n)[\s\S]*?(?:\r\n|\r|\n)---(?:\r\n|\r|\n))?/.exec(rest)?.[0].length ?? 0;
    return rest.slice(0, top) + comment + eol + rest.slice(top);
  }
  return page.replace(LEDGER_LINE, () => LEDGER_FORMS[ledger](comment, eol));
}

/** A page with its ledger as the single line that cases show; a damaged one is shown as it stands. */
export function withoutHashes(page: string): string {
  return page.replace(WHOLE_LEDGER, (_, version: string) =>
    version === '1' ? LEDGER_LINE : `%% ledger of version ${version} %%`,
  );
}

function ledgersOf(page: string): string[] {
  return [...page.matchAll(WHOLE_LEDGER)].map(([whole]) => whole);
}

/** What a sync, a merge tool or a person may make of a ledger. */
const LEDGER_FORMS = {
  'left alone': (ledger: string) => ledger,
  'of the rebuild before': (ledger: string) => ledger,
  'moved to the top': (ledger: string) => ledger,
  'cut in half': (ledger: string) => ledger.slice(0, Math.floor(ledger.length / 2)),
  doubled: (ledger: string, eol: string) => ledger + eol + eol + ledger,
  'older version': (ledger: string) => ledger.replace('account-pages 1', 'account-pages 0'),
  'later version': (ledger: string) => ledger.replace('account-pages 1', 'account-pages 2'),
  'in conflict': inConflict,
  garbled: (ledger: string) =>
    changedEntries(ledger, (entry, index) => (index % 3 === 2 ? entry.replace(/[0-9a-f]{2}/, '�?') : entry)),
} satisfies Record<string, (ledger: string, eol: string) => string>;

type LedgerForm = keyof typeof LEDGER_FORMS;

function ledgerForm(name: string): LedgerForm {
  const form = (Object.keys(LEDGER_FORMS) as LedgerForm[]).find((known) => known === name);
  if (!form) throw new Error(`A ledger is one of: ${Object.keys(LEDGER_FORMS).join(', ')}; not “${name}”`);
  return form;
}

/** As git leaves it: its lines as they are, and its lines with every second entry missing. */
function inConflict(ledger: string, eol: string): string {
  const [opening = '', ...lines] = ledger.split(eol);
  const ours = lines.slice(0, -1).join(eol);
  const theirs = changedEntries(ours, (entry, index) => (index % 2 === 1 ? '' : entry)).replace(/ +(?=[\r\n]|$)/g, '');
  return [opening, '<<<<<<< HEAD', ours, '=======', theirs, '>>>>>>> phone', '%%'].join(eol);
}

function changedEntries(ledger: string, change: (entry: string, index: number) => string): string {
  let index = 0;
  return ledger.replace(/ -?[0-9a-f]{8}\.\S+/g, (entry) => change(entry, index++));
}
