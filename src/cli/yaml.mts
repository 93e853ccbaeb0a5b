import { parse } from 'yaml';

/** YAML as the app reads it: version 1.2, in which dates stay text, with few aliases, so that no note is a bomb. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { schema: 'core', logLevel: 'error', maxAliasCount: 20 });
}
