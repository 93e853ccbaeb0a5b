import type { Participant } from '../parse/note.ts';
import type { Directory } from './directory.ts';

/** What a note says of a participant, where a company may stand in the place of the role: `Moira Keene (Pinehart)`. */
export function positionOf(
  { role, company }: Participant,
  directory: Directory,
): Pick<Participant, 'role' | 'company'> {
  if (role === null || !isCompany(role, directory)) return { role, company };
  if (company === null) return { role: null, company: role };
  return isCompany(company, directory) ? { role, company } : { role: company, company: role };
}

function isCompany(name: string, directory: Directory): boolean {
  return directory.isOwnCompany(name) || directory.accountNamed(name) !== null;
}
