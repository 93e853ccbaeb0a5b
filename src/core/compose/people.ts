import type { AccountGraph, AccountMeeting } from '../link/account-graph.ts';
import type { Account, Directory, Person } from '../link/directory.ts';
import { positionOf } from '../link/position.ts';
import type { Participant } from '../parse/note.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import { compareText } from '../vault.ts';
import { slug } from '../words.ts';

/** Somebody who took part in an account's meetings. */
export interface Collaborator {
  readonly name: string;
  readonly person: Person | null;
  readonly role: string;
  readonly company: string;
  readonly meetings: number;
  readonly lastMet: PlainDate | null;
  /** Whether they belong to this account. */
  readonly ofAccount: boolean;
}

interface Met {
  name: string;
  person: Person | null;
  role: string | null;
  company: string | null;
  readonly meetings: Set<AccountMeeting>;
}

/**
 * Everyone who took part, once each, by name. The vault's owner is left out. In another customer's meeting or an
 * internal one only the account's own people count. A first name is the full name when only one person fits.
 */
export function collaboratorsOf(account: Account, graph: AccountGraph): Collaborator[] {
  const directory = graph.directory();
  const met = new Map<string, Met>();
  for (const meeting of graph.meetingsOf(account)) {
    for (const { note, entry } of meeting.notes) {
      for (const written of note.content.participants) {
        if (directory.isSelf(written.name)) continue;
        const participant = { ...written, ...positionOf(written, directory) };
        const person = directory.personOfEmail(participant.email) ?? directory.personNamed(participant.name);
        if (person && directory.isSelf(person.name)) continue;
        if (entry.link.closeness === 'mention' && !belongsTo(account, person, participant, directory)) continue;
        addMet(met, participant, person, meeting);
      }
    }
  }
  joinFirstNames(met, account, directory);
  return [...met].sort(([a], [b]) => compareText(a, b)).map(([, one]) => collaborator(one, account, directory));
}

/** The people whom a task's owner as written stands for, or the owner itself. */
export function resolveOwner(owner: string, account: Account | null, graph: AccountGraph): string {
  const directory = graph.directory();
  if (directory.isSelf(owner)) return owner;
  const person = directory.personNamed(owner);
  if (person) return person.name;
  if (owner.includes(' ') || !account) return owner;
  const fitting = collaboratorsOf(account, graph).filter(
    ({ name }) => name.includes(' ') && firstNameOf(name) === slug(owner),
  );
  return fitting.length === 1 ? (fitting[0]?.name ?? owner) : owner;
}

function addMet(met: Map<string, Met>, participant: Participant, person: Person | null, meeting: AccountMeeting): void {
  const name = person?.name ?? participant.name;
  const known = met.get(slug(name)) ?? { name, person, role: null, company: null, meetings: new Set<AccountMeeting>() };
  known.person ??= person;
  known.role ??= participant.role;
  known.company ??= participant.company;
  known.meetings.add(meeting);
  met.set(slug(name), known);
}

function joinFirstNames(met: Map<string, Met>, account: Account, directory: Directory): void {
  const byFirstName = fullNamesByFirst(met, account, directory);
  for (const [key, one] of [...met]) {
    if (one.person || one.name.includes(' ')) continue;
    const [target, second] = byFirstName.get(key)?.entries() ?? [];
    if (!target || second) continue;
    const [fullKey, full] = target;
    const person = 'meetings' in full ? full.person : full;
    const into = met.get(fullKey) ?? {
      name: full.name,
      person,
      role: null,
      company: null,
      meetings: new Set<AccountMeeting>(),
    };
    for (const meeting of one.meetings) into.meetings.add(meeting);
    into.role ??= one.role;
    met.set(fullKey, into);
    met.delete(key);
  }
}

/** First name → slug of the full name → who has it: the account's people, and everyone met. */
function fullNamesByFirst(
  met: ReadonlyMap<string, Met>,
  account: Account,
  directory: Directory,
): Map<string, Map<string, Met | Person>> {
  const byFirstName = new Map<string, Map<string, Met | Person>>();
  const add = (who: Met | Person) => {
    const first = firstNameOf(who.name);
    const fullNames = byFirstName.get(first) ?? new Map<string, Met | Person>();
    byFirstName.set(first, fullNames.set(slug(who.name), who));
  };
  for (const person of directory.peopleOf(account)) add(person);
  for (const one of met.values()) if (one.name.includes(' ')) add(one);
  return byFirstName;
}

function firstNameOf(name: string): string {
  return slug(name.split(' ')[0] ?? '');
}

function collaborator(one: Met, account: Account, directory: Directory): Collaborator {
  const dates = [...one.meetings].map(({ date }) => date).filter((date) => date !== null);
  const company = one.person?.company ?? one.company ?? '';
  return {
    name: one.name,
    person: one.person,
    role: one.person?.role ?? one.role ?? '',
    company: directory.accountNamed(company)?.name ?? company,
    meetings: one.meetings.size,
    lastMet: dates.sort((a, b) => compareDates(b, a))[0] ?? null,
    ofAccount:
      belongsTo(account, one.person, null, directory) ||
      (company !== '' && directory.accountNamed(company) === account),
  };
}

function belongsTo(
  account: Account,
  person: Person | null,
  participant: Participant | null,
  directory: Directory,
): boolean {
  const company = person?.company ?? participant?.company ?? null;
  const emails = [...(person?.emails ?? []), ...(participant?.email ? [participant.email] : [])];
  return directory.accountsOfSomebody(company, emails).some(({ id }) => id === account.id);
}
