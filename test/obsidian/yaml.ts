import { parse, stringify } from 'yaml';

/** The app reads YAML 1.2's core schema, so that a date stays text. Throws where the text is no YAML. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { schema: 'core', logLevel: 'error', maxAliasCount: 20 });
}

/** Long lines stay whole, an empty property has nothing behind its colon, and nothing is written as an alias. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { schema: 'core', lineWidth: 0, nullStr: '', aliasDuplicateObjects: false });
}
