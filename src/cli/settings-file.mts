import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { reasonOf } from '../core/reason-of.ts';
import { readSettings, unreadableSettings, type ReadSettings } from '../core/settings.ts';
import { readPlainFile } from './plain-file.mts';

const SAVED_BY_PLUGIN = join('plugins', 'account-pages', 'data.json');
/** In bytes. Settings are some thousand. */
const LARGEST = 10_000_000;

/**
 * The settings that the plugin saved in this vault, so that both give the same pages; the defaults where there are
 * none. They are only read. The app's own folder may have any name that begins with a dot.
 */
export async function settingsOf(vault: string, file: string | undefined): Promise<ReadSettings> {
  if (file !== undefined) return readSettings(JSON.parse(await readFile(file, 'utf8')) as unknown, file);
  for (const entry of await readdir(vault, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith('.')) continue;
    const path = join(entry.name, SAVED_BY_PLUGIN);
    try {
      return parse(await readPlainFile(join(vault, path), LARGEST), path);
    } catch (error) {
      if (isMissing(error)) continue;
      const reason = reasonOf(error);
      return { ...readSettings(null, path), problems: [unreadableSettings(path, reason)] };
    }
  }
  return readSettings(null, '');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function parse(text: string, path: string): ReadSettings {
  try {
    return readSettings(JSON.parse(text) as unknown, path);
  } catch {
    const problem: Problem = {
      path,
      line: null,
      code: 'setting-invalid',
      values: { path, key: null, reason: 'not valid JSON' },
      message: 'The defaults are used, because the settings are not valid JSON.',
      fix: `Mend ${path}, or save the settings again in the app.`,
    };
    return { ...readSettings(null, path), problems: [problem] };
  }
}
