// What the npm package gives to programs: the core, to read notes, link them and plan pages. The project itself imports
// each module by its name; here the names that others may rely on are in one place.
export { actionsOf, type AccountActions, type OpenItem, type Owner } from '../core/actions/account-actions.ts';
export { composePage, type ComposedPage, type ComposedSection } from '../core/compose/account-page.ts';
export { actionItemsOf, compareActionItems, type ActionItem } from '../core/compose/action-items.ts';
export { AccountGraph, type AccountMeeting } from '../core/link/account-graph.ts';
export type { Account, Person } from '../core/link/directory.ts';
export type { AccountLink, Evidence, NoteLinks } from '../core/link/evidence.ts';
export type { Item, Note, NoteContent, NoteKind, Participant, Task } from '../core/parse/note.ts';
export { readNote, readingRules } from '../core/parse/read-note.ts';
export type { PlainDate } from '../core/plain-date.ts';
export type { Problem, ProblemCode } from '../core/problem.ts';
export type { ParseYaml } from '../core/read/front-matter.ts';
export { DEFAULT_SETTINGS, readSettings, type SectionId, type Settings } from '../core/settings.ts';
export type { NotePath, VaultHost } from '../core/vault.ts';
export { AccountVault, type Rebuild, type RebuiltPage } from '../core/write/account-vault.ts';
export type { ChangeHistory, NoteChange } from '../core/write/note-writer.ts';
export { planPage, type PagePlan } from '../core/write/plan-page.ts';
