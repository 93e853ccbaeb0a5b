import type { Block, RowBlock } from '../read/blocks.ts';
import { plainText } from '../read/inline.ts';
import { beginningOf } from '../words.ts';
import type { Participant } from './note.ts';
import { splitList } from './properties.ts';
import { cleanName, LONGEST_NAME, withLinkNames } from './task.ts';

/** Labels that recorders and note takers write where a name would stand. */
const NO_PERSON =
  /^(?:remote|speaker(?: ?\d+)?|unknown(?: speaker)?(?: ?\d+)?|participant ?\d*|guest ?\d*|attendee ?\d*|them|you|me|myself|n\/?a|none|tbd|everyone|all|others?|various|team|customer|client|us|host|name|\d+|.*\b(?:team|group|department|dept|committee|board)|phone|dial-?in|meeting room.*|[-–—?.]+)$/i;
/** Small words that a name may begin with; any other lower-case beginning is a description: “two assessors”. */
const PARTICLE = /^(?:al|de|del|della|der|di|du|da|dos|el|la|le|ten|ter|van|von|zu|zur)\s/;
const EMAIL = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/;
/** `Ana Ruiz – CFO`, `Ana Ruiz: CFO`: the name ends here. */
const AFTER_NAME = /\s+[-–—|]\s+|:\s|\s*\(/;

/** `"Ana Ruiz" <ana@norvane.example>`, `[[Ana Ruiz]]`, `Ana Ruiz (CFO, Norvane)`, `ana@norvane.example`; null: nobody. */
export function readParticipant(text: string): Participant | null {
  const source = beginningOf(text, LONGEST_NAME);
  // Most entries hold no address, and looking for one from each letter takes its time.
  const email = source.includes('@') ? (EMAIL.exec(source)?.[0].toLowerCase() ?? null) : null;
  const withoutEmail =
    email === null
      ? source
      : source.replace(new RegExp(EMAIL.source, 'g'), ' ').replace(/<\s*>|\(\s*\)|\[\s*\]\(mailto:\s*\)/g, ' ');
  const shown = plainText(withLinkNames(withoutEmail));
  const name = cleanName((shown.split(AFTER_NAME)[0] ?? '').replace(/^["'@]+|["']+$/g, ''));
  if (name === '' && email !== null) return { name: nameFromEmail(email), email, role: null, company: null };
  if (!isPersonName(name)) return null;
  return { name, email, ...positionIn(name, positionsBehind(shown)) };
}

/** `Ana Ruiz (CFO, Norvane)`, `Ana Ruiz – CFO` → what stands behind the name. */
function positionsBehind(shown: string): string[] {
  if (!/[(–—-]/.test(shown)) return [];
  const behind = /^[^()]*?(?:\(([^()]*)\)\s*$|\s[-–—]\s+([^()]+)$)/.exec(shown);
  return splitList(behind?.[1] ?? behind?.[2] ?? '');
}

/** Role and company as they are written; which of the two a single word is only the vault's accounts can tell. */
function positionIn(name: string, pieces: readonly string[]): Pick<Participant, 'role' | 'company'> {
  const [role = null, company = null] = pieces.filter((piece) => isPosition(piece) && piece !== initialsOf(name));
  return { role, company };
}

/** No remark, as “(last name unknown)” and “(joined late)” are. */
function isPosition(piece: string): boolean {
  return (
    /^\p{Lu}[^.!?:@]{1,59}$/u.test(piece) &&
    piece.split(' ').length <= 6 &&
    !ATTENDS.test(piece) &&
    !NO_PERSON.test(piece)
  );
}

const ATTENDS =
  /^(?:(?:via |by |on )?(?:online|remotely|virtual|virtually|phone|zoom|teams|video)|absent|optional|excused|apologies|organi[sz]er|guest|external|internal|late|left|joined|online|entschuldigt|abwesend|excusée?|absente?|ausente|part of)\b/i;

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/** False for `Remote`, `Speaker 1`, `None` and sentences. */
export function isPersonName(name: string): boolean {
  return (
    name !== '' &&
    !NO_PERSON.test(name) &&
    (!/^\p{Ll}/u.test(name) || PARTICLE.test(name)) &&
    /\p{L}/u.test(name) &&
    name.split(' ').length <= 6 &&
    !/[{}]|object Object/.test(name)
  );
}

export function participantsIn(list: string): Participant[] {
  return splitList(list)
    .flatMap((entry) =>
      entry.includes('(') ? [entry] : entry.replace(/\s+/g, ' ').split(/ (?:and|und|et) (?=[\p{Lu}[])/u),
    )
    .flatMap((entry) => readParticipant(entry) ?? []);
}

/** The people of a stakeholders section: comma lists, bullets, or a table with a column for names. */
export function participantsOfBlocks(blocks: readonly Block[]): Participant[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' && block.quote === null) return participantsIn(block.text);
    if (block.type === 'item' && block.depth === 0) return participantsOfItem(block.text);
    return block.type === 'row' ? (participantOfRow(block) ?? []) : [];
  });
}

/**
 * One person a bullet, unless it is a plain list of names: `- Ana Ruiz, Ben Okoro`, `- Norvane: Ana Ruiz, Ben Okoro`.
 * What stands behind a full name and is none is a role or company: `- Ana Ruiz, CFO`, `- Ana Ruiz, Head of IT, Norvane`.
 */
function participantsOfItem(text: string): Participant[] {
  const list = splitList(text.replace(/^[^,:(]{1,40}:\s+(?=[^,]+,)/, ''));
  const [first = '', ...rest] = list;
  if (
    rest.length > 0 &&
    rest.length < 3 &&
    isFullName(first) &&
    rest.every((piece) => isPosition(piece) && !isFullName(piece))
  ) {
    const person = readParticipant(first);
    const positions = [person?.role, person?.company, ...rest].flatMap((piece) => piece ?? []);
    return person ? [{ ...person, ...positionIn(person.name, positions) }] : [];
  }
  const isList =
    list.length > 1 && list.every((entry) => /^(?:\[\[|\p{Lu})/u.test(entry) && entry.split(' ').length <= 4);
  return isList && !AFTER_NAME.test(beginningOf(first, LONGEST_NAME))
    ? participantsIn(list.join(', '))
    : [readParticipant(text)].flatMap((p) => p ?? []);
}

/** Two words or more, capitals and no title: “Ana Ruiz”, “Jo van der Berg”; not “Head of IT” nor “Account Manager”. */
function isFullName(piece: string): boolean {
  const name = readParticipant(piece)?.name ?? '';
  const words = name.split(' ');
  return (
    words.length > 1 &&
    !TITLE.test(name) &&
    words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(`${word} `)) &&
    !/^\p{Lu}{2,}$/u.test(words[words.length - 1] ?? '')
  );
}

const TITLE =
  /\b(?:chief|head|vice|vp|president|director|manager|lead|leader|officer|owner|engineer|engineering|analyst|architect|consultant|executive|specialist|coordinator|assistant|developer|designer|buyer|controller|founder|admin|administrator|advisor|operations|procurement|purchasing|finance|sales|marketing|security|legal|support|success|planner|planning|leiter|leiterin|leitung|geschäftsführer|geschäftsführerin|einkauf|vertrieb|directeur|directrice|responsable|chef|cheffe|gerente|jefe|jefa|diretor|diretora)\b/i;

function participantOfRow({ header, cells }: RowBlock): Participant | null {
  const cell = (pattern: RegExp) => {
    const index = header.findIndex((name) => pattern.test(plainText(name)));
    return index < 0 ? null : plainText(cells[index] ?? '') || null;
  };
  const nameColumn = header.findIndex((name) =>
    /^(?:name|person|attendee|participant|stakeholder|contact|who|teilnehmer|nom|nombre|nome)/i.test(plainText(name)),
  );
  const person = readParticipant(cells[Math.max(0, nameColumn)] ?? '');
  return (
    person && {
      ...person,
      role: cell(/^(?:role|title|position|rolle|funktion|rôle|fonction|cargo|rol|função)/i),
      company: cell(/^(?:company|organi[sz]ation|firma|unternehmen|société|entreprise|empresa)/i),
    }
  );
}

/** `ana.ruiz@norvane.example` → `Ana Ruiz`, which a person note's `email` then makes sure of. */
function nameFromEmail(email: string): string {
  const local = email.slice(0, email.indexOf('@'));
  return local
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
