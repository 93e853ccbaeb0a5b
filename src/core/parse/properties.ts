/** A property's values as text: a string, a list, a wikilink, or YAML's reading of `[[Norvane]]` as a nested list. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => textsOf(entry));
  if (value instanceof Date) return [value.toISOString().slice(0, 10)];
  return [];
}

export function textOf(value: unknown): string | null {
  return textsOf(value)[0] ?? null;
}

/** A comma-separated string or a list, each entry without the brackets of a wikilink. */
export function namesOf(value: unknown): string[] {
  return textsOf(value)
    .flatMap((text) => splitList(text))
    .map((name) => linkTarget(name))
    .filter((name) => name !== '');
}

/** `Ana Ruiz, Ben Okoro (CTO, Norvane); [[Mei Tan]]` → three. Commas in parentheses and links separate nothing. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(' || char === '[') depth++;
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    if (depth === 0 && (char === ',' || char === ';' || char === '\n')) {
      parts.push(part.trim());
      part = '';
    } else part += char;
  }
  parts.push(part.trim());
  return parts.filter((entry) => entry !== '');
}

/** `[[Accounts/Norvane/README|Norvane]]` → `Accounts/Norvane/README`; other text as it is. */
export function linkTarget(text: string): string {
  const target = /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]$/.exec(text.trim())?.[1];
  return (target ?? text).trim();
}

/** `{customers: [A, B]}` → the texts under `key`. */
export function textsUnder(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => (name === key ? namesOf(inner) : []));
}
