/**
 * Front matter as most notes have it, read without a YAML library: `key: value` lines, and lists of values below a key
 * or in brackets. Only what every YAML version reads alike; a test holds it to the library.
 */

/** Other white space than spaces and line ends, and control characters: YAML has rules of its own for each. */
const UNUSUAL = /[^\S \n]|(?!\n)\p{Cc}/u;
const PROPERTY = /^([A-Za-z][\w-]{0,60}):(?: +(.*))?$/;
const ENTRY = /^( *)- +(.*)$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** Begins with a letter, and holds no `: ` and no ` #`. */
const TEXT = /^\p{L}(?:[^:#]|:(?=[^ ])|#)*$/u;
const COMMENT = / #/;
const FLOW_LIST = /^\[([\p{L}\p{N} ,_/.-]*)\]$/u;
const FLOW_ENTRY = /^\p{L}[\p{L}\p{N} _/.-]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Words that some version of YAML takes for something else. */
const NO_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

type Plain = string | number | boolean | null;

/** The properties by their names as written; null where the library has to look. */
export function readPlainYaml(yaml: string): Map<string, unknown> | null {
  if (UNUSUAL.test(yaml)) return null;
  const properties = new Map<string, unknown>();
  let list: PlainList | null = null;
  for (const line of yaml.split('\n')) {
    if (line === '') continue;
    const property = PROPERTY.exec(line);
    const key = property?.[1];
    if (key === undefined) {
      if (!list?.add(line)) return null;
      continue;
    }
    if (properties.has(key) || NO_TEXT.test(key)) return null;
    const written = (property?.[2] ?? '').trimEnd();
    const value = written === '' ? null : (readPlain(written) ?? readFlowList(written));
    if (value === undefined) return null;
    list = written === '' ? new PlainList(properties, key) : null;
    properties.set(key, value);
  }
  return properties;
}

/** The entries below a key, which have one indentation. Until the first of them the key has no value. */
class PlainList {
  private readonly entries: Plain[] = [];
  private indent = '';

  constructor(
    private readonly properties: Map<string, unknown>,
    private readonly key: string,
  ) {}

  /** False where the line is no plain entry. */
  add(line: string): boolean {
    const [, indent, written] = ENTRY.exec(line) ?? [];
    const value = readPlain((written ?? '').trimEnd());
    if (indent === undefined || value === undefined) return false;
    if (this.entries.length === 0) this.indent = indent;
    this.entries.push(value);
    this.properties.set(this.key, this.entries);
    return indent === this.indent;
  }
}

function readPlain(written: string): Plain | undefined {
  const quoted = QUOTED.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (DAY.test(written)) return written;
  if (WHOLE_NUMBER.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  return TEXT.test(written) && !COMMENT.test(written) && !NO_TEXT.test(written) ? written : undefined;
}

function readFlowList(written: string): string[] | undefined {
  const inner = FLOW_LIST.exec(written)?.[1];
  if (inner === undefined) return undefined;
  if (inner.trim() === '') return [];
  const entries = inner.split(',').map((entry) => entry.trim());
  return entries.every((entry) => FLOW_ENTRY.test(entry) && !NO_TEXT.test(entry)) ? entries : undefined;
}
