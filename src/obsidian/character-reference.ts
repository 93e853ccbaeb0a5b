/** The engine takes a hundred times longer than a look into memory, and notes repeat few names. */
const SEEN = new Map<string, string | false>();
/** There are 2,125 names; a note full of invented ones must not fill the memory. */
const MOST_SEEN = 5_000;

/**
 * What `&eacute;` stands for, given `eacute`, or false where it is no name. The build hands this to remark, which brings
 * a table of all names otherwise; the app's own engine knows them too. Nothing of what it parses is ever shown.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const seen = SEEN.get(name);
  if (seen !== undefined) return seen;
  const decoded = decodedByEngine(name);
  if (SEEN.size < MOST_SEEN) SEEN.set(name, decoded);
  return decoded;
}

function decodedByEngine(name: string): string | false {
  // Spaces and line ends at the very start would be dropped, and `&Tab;` is one.
  const { body } = new DOMParser().parseFromString(`.&${name};`, 'text/html');
  const shown = (body.textContent ?? '').slice(1);
  // HTML knows some names without their semicolon, and reads `&notit;` as `¬it;`.
  return shown.endsWith(';') && name !== 'semi' ? false : shown;
}
