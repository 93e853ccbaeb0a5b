import matter from 'gray-matter';
import { ownCopy } from '../words.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** YAML 1.2 text → value, dates left as strings; throws on broken YAML. `parseYaml` in the app, `yaml` elsewhere. */
export type ParseYaml = (yaml: string) => unknown;

export interface FrontMatter {
  /** Properties by lower-case name, so that `Account` and `account` are one. */
  readonly properties: ReadonlyMap<string, unknown>;
  /** Where the body begins in the text, in characters. */
  readonly bodyStart: number;
  /** `broken`: read line by line; `code`: not read at all; `template`: holds `{{…}}`. */
  readonly state: 'none' | 'read' | 'broken' | 'code' | 'template';
}

/** Where the block between the two lines of dashes at the start of a text lies, in characters. */
export interface FrontMatterBlock {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
  /** gray-matter takes a word after the dashes for a language, and would run `---js`. */
  readonly hasLanguage: boolean;
}

const OPENING = /^\uFEFF?---[ \t]*([a-z]*)[ \t]*(?:\r\n|\r|\n)/i;
const CLOSING = /^---[ \t]*(?:\r\n|\r|\n|$(?![\r\n]))/gm;
/** More than any person writes; beyond it YAML is not parsed, only read line by line. */
const LARGEST_YAML = 64_000;

/** Finds the front matter of a text, also an empty one, with any line ends; null where it is opened or closed nowhere. */
export function findFrontMatter(text: string): FrontMatterBlock | null {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) return null;
  return {
    yamlStart: opening[0].length,
    yamlEnd: closing.index,
    bodyStart: closing.index + closing[0].length,
    hasLanguage: opening[1] !== '',
  };
}

/**
 * Reads the front matter of a note whose line ends are `\n`.
 * Only the block itself goes to gray-matter, with the host's YAML and no other engine: gray-matter's own would
 * evaluate code, shift dates by the time zone, and need Node's `Buffer`.
 */
export function readFrontMatter(text: string, parseYaml: ParseYaml): FrontMatter {
  const found = findFrontMatter(text);
  if (!found) return { properties: new Map(), bodyStart: 0, state: 'none' };
  const { yamlStart, yamlEnd, bodyStart } = found;
  if (found.hasLanguage) return { properties: new Map(), bodyStart, state: 'code' };

  // Its own copy, because properties would else keep the whole note in memory.
  const block = ownCopy(text.slice(0, bodyStart));
  const yaml = block.slice(yamlStart, yamlEnd);
  if (yaml.includes('{{')) return { properties: new Map(), bodyStart, state: 'template' };
  const properties = yaml.length > LARGEST_YAML ? null : (readPlainYaml(yaml) ?? parseBlock(block, parseYaml));
  if (properties) return { properties: byLowerCase(properties), bodyStart, state: 'read' };
  return { properties: readKeysLineByLine(yaml.slice(0, LARGEST_YAML)), bodyStart, state: 'broken' };
}

function parseBlock(block: string, parseYaml: ParseYaml): Map<string, unknown> | null {
  try {
    const { data } = matter(block, {
      language: 'yaml',
      engines: { yaml: (yaml: string) => asObject(parseYaml(yaml)), json: refuse, javascript: refuse },
    });
    return new Map(Object.entries(data));
  } catch {
    return null;
  }
}

function byLowerCase(properties: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...properties].map(([key, value]) => [key.toLowerCase(), value]));
}

function asObject(value: unknown): object {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('Front matter is not a list of properties.');
  return value;
}

function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

/** What a person can still read in broken YAML: `key: value` lines, and the `- entry` lines below a key. */
function readKeysLineByLine(yaml: string): Map<string, unknown> {
  const properties = new Map<string, unknown>();
  let list: string[] | null = null;
  for (const line of yaml.split('\n')) {
    const entry = /^\s*-\s+(.+)$/.exec(line);
    if (entry && list) {
      list.push(unquote(entry[1] ?? ''));
      continue;
    }
    const pair = /^([\p{L}][\p{L}\p{N}_ -]*):(?:\s+(.*))?$/u.exec(line);
    if (!pair) continue;
    const key = (pair[1] ?? '').toLowerCase();
    const value = unquote(pair[2] ?? '');
    list = value === '' ? [] : null;
    // A formatter's `{ { DATE } }` is a placeholder that nobody filled in.
    if (!properties.has(key) && !/\{\s*\{/.test(value)) properties.set(key, list ?? flowList(value));
  }
  return properties;
}

function flowList(value: string): string | string[] {
  const inner = /^\[([^[\]]*)\]$/.exec(value)?.[1];
  return inner === undefined ? value : inner.split(',').map((entry) => unquote(entry));
}

function unquote(value: string): string {
  const trimmed = value.trim();
  return /^(['"])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed;
}
